"""Rows and cards of a settings page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from assistant.desktop.theme import theme


class SettingRow(QWidget):
    """Name and help at the left, the control at the right; below one another where there is little room."""

    def __init__(self, title: str, help_line: str, control: QWidget | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = QLabel(title, self)
        name.setWordWrap(True)
        words.addWidget(name)
        self._help = QLabel(help_line, self)
        self._help.setProperty("look", "small")
        self._help.setWordWrap(True)
        self._help.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._help.setVisible(bool(help_line))
        words.addWidget(self._help)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().space(4), 11, theme().space(4), 11)
        row.setSpacing(theme().space(6))
        row.addLayout(words, 1)
        if control is not None:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(52)


class SettingCard(QWidget):
    """A heading and a frame with rows, parted by lines."""

    def __init__(self, heading: str, rows: list[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = QLabel(heading, self)
        name.setProperty("look", "strong")
        frame = QFrame(self)
        frame.setProperty("look", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for number, row in enumerate(rows):
            if number:
                line = QFrame(frame)
                line.setProperty("look", "line")
                inside.addWidget(line)
            inside.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().space(5), 0, 0)
        column.setSpacing(theme().space(2))
        column.addWidget(name)
        column.addWidget(frame)

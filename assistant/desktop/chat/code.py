"""A code block with its Copy button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.chat.markdown import Code
from assistant.desktop.chat.prose import ProseView
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme

_CONFIRMED = 1500


class CodeBlock(QWidget):
    """Code on a sunken ground; long lines wrap, so that nothing scrolls sideways."""

    def __init__(self, code: Code, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._language = QLabel(self)
        self._language.setProperty("look", "caption")
        self._copy = QToolButton(self)
        self._copy.setProperty("look", "icon")
        self._copy.setAccessibleName(self.tr("Copy code"))
        self._copy.setToolTip(self.tr("Copy code"))
        self._copy.clicked.connect(self._copied)
        self._text = ProseView(self, font="mono")
        head = QHBoxLayout()
        head.addWidget(self._language, 1)
        head.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        space = theme().space(2)
        layout.setContentsMargins(theme().space(3), space // 2, space, space)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._text)
        self.show_code(code)
        self._draw()
        theme().changed.connect(self._draw)

    def show_code(self, code: Code) -> None:
        """Shows other code (an answer grows)."""
        self._code = code
        self._language.setText(code.language)
        self._text.show_plain(code.text)

    def _draw(self) -> None:
        self._copy.setIcon(icon("copy"))
        self.update()

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._code.text)
        self._copy.setIcon(icon("check", "success.text"))
        QTimer.singleShot(_CONFIRMED, self, self._draw)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().colour("border.subtle"))
        painter.setBrush(theme().colour("bg.sunken"))
        radius = theme().radius("md")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

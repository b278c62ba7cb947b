"""A box in the upper third of the window, over everything else."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from assistant.desktop.calendar.popover import Popover
from assistant.desktop.theme import theme

_WIDE = 640
_EDGE = 16
_TALL = 0.72


class Overlay(Popover):
    """The owner fills `inside` and says by `wish` how high it would like to be."""

    def __init__(self, over: QWidget, heading: str) -> None:
        super().__init__(over)
        self._wish = 0
        self.inside = QVBoxLayout()
        space = theme().space(3)
        self.inside.setContentsMargins(space, space, space, space)
        self.inside.setSpacing(theme().space(2))
        self.body.addLayout(self.inside)
        self.setAccessibleName(heading)

    def heading(self, text: str) -> QLabel:
        """A heading as the first line."""
        label = QLabel(text, self)
        label.setProperty("look", "strong")
        self.inside.addWidget(label)
        return label

    def open(self) -> None:
        """Shows it."""
        self.open_beside(QRect())

    def wish(self, height: int) -> None:
        """So high it would like its inside to be, without the shadow."""
        self._wish = height
        self.place()

    def place(self) -> None:
        """In the middle, near the top; never wider or higher than there is room."""
        window = self.window()
        scale = theme().size("control") / theme().fixed("control")
        width = min(round(_WIDE * scale), window.width() - 2 * _EDGE)
        height = min(max(self._wish, self.inside.minimumSize().height()), round(window.height() * _TALL))
        left = (window.width() - width) // 2
        top = max(_EDGE, window.height() // 10)
        margins = self.body.contentsMargins()
        self.setGeometry(QRect(left, top, width, height).marginsAdded(margins))

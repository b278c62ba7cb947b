"""A popover that hangs on a control: above it where the bar is, below it elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.desktop.calendar.popover import Popover
from assistant.desktop.theme import theme

_GAP = 4
_EDGE = 8


class Hanging(Popover):
    """The owner fills `inside`; the left edges of box and control are in line where there is room."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._above = True
        self.inside = QVBoxLayout()
        space = theme().space(3)
        self.inside.setContentsMargins(space, space, space, space)
        self.inside.setSpacing(theme().space(2))
        self.body.addLayout(self.inside)

    def open_at(self, anchor: QWidget, *, above: bool = True) -> None:
        """Shows it at a control, wholly inside the window."""
        self._above = above
        self.open_beside(QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size()))

    def place(self) -> None:
        """Moves it to its control, after it has grown, or the window has."""
        window = self.window()
        self.adjustSize()
        margins = self.body.contentsMargins()
        inner = self.sizeHint().shrunkBy(margins)
        anchor = QRect(window.mapFromGlobal(self._anchor.topLeft()), self._anchor.size())
        over, under = anchor.top() - _GAP - inner.height(), anchor.bottom() + _GAP
        fits_over, fits_under = over >= _EDGE, under + inner.height() <= window.height() - _EDGE
        y = over if (self._above and fits_over) or not fits_under else under
        y = max(_EDGE, min(y, window.height() - _EDGE - inner.height()))
        x = max(_EDGE, min(anchor.left(), window.width() - _EDGE - inner.width()))
        self.setGeometry(QRect(QPoint(x, y), inner).marginsAdded(margins))

"""What an answer was drawn from, to be opened one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.found.line_list import LineList
from assistant.desktop.found.lines import Line, of_items
from assistant.desktop.found.overlay import Overlay
from assistant.desktop.theme import theme
from assistant.domain.conversation import ReceiptItem


class SourceList(Overlay):
    """The items of an answer.

    Signals:
        opened(ReceiptItem): one was chosen.
    """

    opened = Signal(object)

    def __init__(self, desk: Desk, items: Sequence[ReceiptItem], over: QWidget) -> None:
        super().__init__(over, self.tr("What the answer was drawn from"))
        label = self.heading(self.tr("What the answer was drawn from"))
        self._list = LineList(self)
        self._list.setAccessibleName(self.tr("What the answer was drawn from"))
        self.inside.addWidget(self._list, 1)
        self._list.show_lines(of_items(items, desk.wording, desk.now().date(), self.opened.emit))
        self._list.taken.connect(self._take)
        margins = self.inside.contentsMargins()
        above = label.sizeHint().height() + margins.top() + margins.bottom() + theme().space(3)
        self.wish(above + self._list.height_of_all())

    @property
    def list(self) -> LineList:
        """The lines."""
        return self._list

    def begin(self) -> None:
        """Shows it with the keyboard in the list."""
        self.open()
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._list.take_current()
        else:
            super().keyPressEvent(event)

    def _take(self, line: Line) -> None:
        self.dismiss()
        if line.act is not None:
            line.act()

"""Everything on one day, where the month has no room for it. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.calendar import words
from assistant.desktop.calendar.blocks import EntryButton, EventBar, Marker, MonthLine
from assistant.desktop.calendar.entries import Entry
from assistant.desktop.calendar.popover import Popover
from assistant.desktop.calendar.view import View
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme

_WIDTH = 260
_MOST = 12


class DayPopover(Popover):
    """A list of a day's entries; each can be pressed as in the month."""

    def __init__(self, over: QWidget, view: View, day: date, entries: Sequence[Entry]) -> None:
        super().__init__(over)
        name = words.day_long(day, view.wording)
        self.setAccessibleName(name)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 4)
        title = QLabel(name, self)
        title.setProperty("look", "strong")
        close = QToolButton(self)
        close.setProperty("look", "icon")
        close.setIcon(icon("x"))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(lambda: self.dismiss())
        head.addWidget(title, 1)
        head.addWidget(close)
        self.body.addLayout(head)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 0, 12, 12)
        column.setSpacing(2)
        tall = max(theme().size("monthEventRow") + 4, theme().fixed("hitMin"))
        self._blocks: list[EntryButton] = []
        for entry in entries:
            block = self._block(view, entry, content)
            block.setFixedHeight(tall)
            block.setMinimumWidth(_WIDTH - 24)
            block.show_entry(entry)
            block.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            column.addWidget(block)
            self._blocks.append(block)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        area.setFixedSize(_WIDTH, min(len(entries), _MOST) * (tall + 2) + 12)
        self.body.addWidget(area)

    def _block(self, view: View, entry: Entry, parent: QWidget) -> EntryButton:
        if not entry.is_event:
            return Marker(view, parent, boxed=False)
        return EventBar(view, parent) if entry.in_lane else MonthLine(view, parent)

    def open_here(self, anchor: QRect) -> None:
        """Shows it; the first entry has the focus."""
        self.open_beside(anchor)
        if self._blocks:
            self._blocks[0].setFocus(Qt.FocusReason.PopupFocusReason)

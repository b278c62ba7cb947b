"""The scrolling column of the chat: at most sixty entries are alive, and it follows its end only from its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from assistant.desktop.chat.entries import DayEntry, Entry
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme

MOST_ALIVE = 60
_STEP = 20
_NEAR = 6


class Column(QScrollArea):
    """Entries from old to new.

    Signals:
        topReached(): the oldest known entry is in sight; older ones may be asked for.
    """

    topReached = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._entries: list[Entry] = []
        self._first = 0
        self._last = 0
        self._follows = True
        self._from_end: int | None = None
        self._inside = QWidget(self)
        self._layout = QVBoxLayout(self._inside)
        space = theme().space(4)
        self._layout.setContentsMargins(space, space, space, space)
        self._layout.setSpacing(14)
        self._layout.addStretch(1)
        self.setWidget(self._inside)
        self._newer = QPushButton(self)
        self._newer.setProperty("look", "small")
        self._newer.clicked.connect(self.to_end)
        self._newer.hide()
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._range_changed)
        theme().changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Asks for its words again."""
        self._newer.setText(self.tr("New text"))
        self._newer.setIcon(icon("arrow-down", "text.primary"))
        self._newer.setAccessibleName(self.tr("Go to the new text"))

    # ------------------------------------------------------------------ entries

    @property
    def entries(self) -> Sequence[Entry]:
        """All of them, alive or not."""
        return self._entries

    def clear(self) -> None:
        """Takes everything away."""
        for entry in self._entries[self._first : self._last]:
            self._bury(entry)
        self._entries, self._first, self._last = [], 0, 0
        self._follows = True
        self._newer.hide()

    def append(self, entry: Entry) -> None:
        """Adds one at the end; the column goes along if it was there."""
        at_end = self._last == len(self._entries)
        self._entries.append(entry)
        if at_end:
            self._raise(entry, self._last)
            self._last += 1
            while self._follows and self._last - self._first > MOST_ALIVE:
                self._bury(self._entries[self._first])
                self._first += 1
        if not self._follows:
            self._offer_end()

    def prepend(self, entries: Sequence[Entry]) -> None:
        """Puts older ones in front; what is in sight stays where it is."""
        self._entries[:0] = entries
        self._first += len(entries)
        self._last += len(entries)
        self._show_older()

    def replace(self, entry: Entry, others: Sequence[Entry]) -> None:
        """Puts others in the place of one."""
        place = self._entries.index(entry)
        self._entries[place : place + 1] = others
        if self._first <= place < self._last:
            self._bury(entry)
            self._last += len(others) - 1
            for number, other in enumerate(others):
                self._raise(other, place + number)
        elif place < self._first:
            self._first += len(others) - 1
            self._last += len(others) - 1

    def grew(self) -> None:
        """An entry got longer: the end is followed, or offered."""
        if not self._follows:
            self._offer_end()

    def to_end(self) -> None:
        """Goes to the newest entry and stays with it."""
        if self._last < len(self._entries):
            self._show_from(max(0, len(self._entries) - MOST_ALIVE))
        self._follows = True
        self._newer.hide()
        self._range_changed()

    # ------------------------------------------------------------------ inside

    def _raise(self, entry: Entry, place: int) -> None:
        widget = entry.build(self._inside)
        align = Qt.AlignmentFlag.AlignHCenter if isinstance(entry, DayEntry) else Qt.AlignmentFlag(0)
        self._layout.insertWidget(1 + place - self._first, widget, 0, align)
        widget.show()

    def _bury(self, entry: Entry) -> None:
        widget = entry.widget
        if widget is not None:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        entry.release()

    def _show_from(self, first: int) -> None:
        """Makes the entries from `first` on the living ones."""
        for entry in self._entries[self._first : self._last]:
            self._bury(entry)
        self._first, self._last = first, first
        for entry in self._entries[first : first + MOST_ALIVE]:
            self._raise(entry, self._last)
            self._last += 1

    def _show_older(self) -> None:
        if self._first == 0:
            return
        self._from_end = self.verticalScrollBar().maximum() - self.verticalScrollBar().value()
        for _ in range(min(_STEP, self._first)):
            self._first -= 1
            self._raise(self._entries[self._first], self._first)
        if self._last - self._first > MOST_ALIVE:
            self._from_end = None
            kept = self._entries[self._first + _STEP].widget
            while self._last - self._first > MOST_ALIVE:
                self._last -= 1
                self._bury(self._entries[self._last])
            if kept is not None:
                QTimer.singleShot(0, kept, lambda: self.verticalScrollBar().setValue(kept.y()))

    def _show_newer(self) -> None:
        if self._last == len(self._entries):
            return
        bar = self.verticalScrollBar()
        anchor = self._entries[self._last - 1].widget
        for entry in self._entries[self._last : self._last + _STEP]:
            self._raise(entry, self._last)
            self._last += 1
        while self._last - self._first > MOST_ALIVE:
            self._bury(self._entries[self._first])
            self._first += 1
        if anchor is not None:
            QTimer.singleShot(0, anchor, lambda: bar.setValue(anchor.geometry().bottom() - self.viewport().height()))

    def _scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        at_end = value >= bar.maximum() - _NEAR
        if at_end and self._last < len(self._entries):
            self._show_newer()
            return
        self._follows = at_end
        if at_end:
            self._newer.hide()
        if value <= bar.minimum() and bar.maximum() > 0:
            if self._first > 0:
                self._show_older()
            else:
                self.topReached.emit()

    def _range_changed(self) -> None:
        bar = self.verticalScrollBar()
        space = theme().space(4)
        right = space - bar.sizeHint().width() if bar.maximum() > 0 else space
        if self._layout.contentsMargins().right() != right:
            self._layout.setContentsMargins(space, space, max(0, right), space)
        if self._follows:
            bar.setValue(bar.maximum())
        elif self._from_end is not None:
            value, self._from_end = bar.maximum() - self._from_end, None
            bar.setValue(value)

    def _offer_end(self) -> None:
        self._newer.show()
        self._newer.raise_()
        self._place()

    def _place(self) -> None:
        size = self._newer.sizeHint()
        self._newer.setGeometry(
            (self.width() - size.width()) // 2,
            self.height() - size.height() - theme().space(2),
            size.width(),
            size.height(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the button above the end, and the end in sight."""
        super().resizeEvent(event)
        self._place()
        self._range_changed()

    def event(self, event: QEvent) -> bool:
        """A new layout may leave the end."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._follows:
            self._range_changed()
        return done

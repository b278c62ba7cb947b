"""The agenda: a list by day, the plainest and most accessible view. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QPushButton,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.blocks import EntryButton
from assistant.desktop.calendar.entries import Entry, EntryKind
from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.calendar.view import View
from assistant.desktop.desk import Desk
from assistant.desktop.icons import pixmap
from assistant.desktop.theme import theme
from assistant.domain.event import EventStatus
from assistant.services.calendar.almanac import DayNote

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_MARK_WIDTH = 28


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A day's heading (`entry` None), a line about empty days (`text`), or an entry on `day`."""

    day: date
    entry: Entry | None = None
    text: str = ""


def agenda_rows(entries: Sequence[Entry], first_on: date, last_on: date) -> list[AgendaRow]:
    """Headings and entries by day; days without any are left out and stand in one row between."""
    rows: list[AgendaRow] = []
    day = first_on
    gap = False
    while day <= last_on:
        here = [entry for entry in entries if entry.touches(day, day)]
        if here:
            if gap:
                rows.append(AgendaRow(day, None, "gap"))
            rows.append(AgendaRow(day))
            rows += [AgendaRow(day, entry) for entry in here]
            gap = False
        else:
            gap = True
        day += timedelta(days=1)
    return rows


class AgendaModel(QAbstractListModel):
    """The rows, with the full text for screen readers."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: list[AgendaRow] = []
        self.today = date.min
        self.notes: dict[date, DayNote] = {}

    def take(self, rows: list[AgendaRow], today: date) -> None:
        """Replaces everything."""
        if rows != self.rows or today != self.today:
            self.beginResetModel()
            self.rows, self.today = rows, today
            self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.say(row)
        return None

    def say(self, row: AgendaRow) -> str:
        """The row in words."""
        wording = self._desk.wording
        if row.entry is not None:
            return words.spoken(row.entry, wording) if row.entry.is_event else words.marker_spoken(row.entry, wording)
        if row.text:
            return self.tr("No events until {day}").format(day=wording.short_day(row.day, self.today))
        said, note = wording.day(row.day, self.today), self.notes.get(row.day)
        return words.with_note(said, note)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].entry is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class AgendaDelegate(QStyledItemDelegate):
    """Paints rows: time, dot or mark, title, place."""

    def __init__(self, view: AgendaView, model: AgendaModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: AgendaRow = index.data(ROW)
        if row.entry is None:
            tall = paint.face("body").line + (18 if not row.text else 14)
        else:
            tall = paint.face("body").line + 16 + (paint.face("small").line if row.entry.location else 0)
        return QSize(200, max(round(tall), theme().fixed("hitMin")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: AgendaRow = index.data(ROW)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.entry is None:
            self._heading(painter, rect, row)
        else:
            self._entry(painter, rect, row.entry, row.day, option)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRectF, row: AgendaRow) -> None:
        today = row.day == self._model.today and not row.text
        of = paint.face("body" if row.text else "bodyStrong")
        painter.setPen(theme().colour("text.tertiary" if row.text else "accent.text" if today else "text.primary"))
        paint.write(painter, of, (rect.left() + 8, rect.bottom() - of.line - 4, of.line), self._model.say(row))
        if not row.text:
            line = QRectF(rect.left() + 8, rect.bottom() - 1, rect.width() - 16 - theme().space(2), 1)
            painter.fillRect(line, theme().colour("border.subtle"))

    def _entry(self, painter: QPainter, rect: QRectF, entry: Entry, day: date, option: QStyleOptionViewItem) -> None:
        state: QStyle.StateFlag = option.state
        inner = rect.adjusted(0, 1, -theme().space(2), -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._view.list.hasFocus()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            tone = "bg.selected" if chosen else "bg.hover"
            painter.fillPath(paint.rounded(inner, 6, 6), theme().colour(tone))
        if chosen:
            paint.focus_ring(painter, inner, theme().radius("md"))
        clock = paint.face("body", tabular=True)
        room = self._view.time_width()
        painter.setPen(theme().colour("text.secondary"))
        tall = clock.line
        top = rect.top() + 8
        paint.write(painter, clock, (rect.left() + 8, top, tall), self._view.clock_text(entry, day))
        left = rect.left() + 8 + room
        self._mark(painter, left, top + tall / 2, entry)
        left += 20
        of = paint.face("body", struck=entry.done or entry.status is EventStatus.CANCELLED)
        past = entry.end_at < self._view.now
        painter.setPen(theme().colour("text.tertiary" if entry.done else "text.secondary" if past else "text.primary"))
        title = paint.broken(entry.title or words.untitled(), of, rect.right() - left - 16)[0]
        paint.write(painter, of, (left, top, tall), title)
        if entry.location:
            small = paint.face("small")
            painter.setPen(theme().colour("text.tertiary"))
            place = paint.broken(entry.location, small, rect.right() - left - 16)[0]
            paint.write(painter, small, (left, top + tall, small.line), place)

    def _mark(self, painter: QPainter, left: float, middle: float, entry: Entry) -> None:
        if entry.is_event:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(f"calendar.{entry.colour.value}.bar"))
            painter.drawEllipse(QRectF(left + 2, middle - 4, 8, 8))
            return
        name = "circle-check" if entry.done else "bell" if entry.kind is EntryKind.REMINDER else "circle"
        painter.drawPixmap(QPoint(round(left - 1), round(middle - 7)), pixmap(name, "text.secondary", 14))


class AgendaList(QListView):
    """The list; keys and clicks go to the view."""

    def __init__(self, view: AgendaView) -> None:
        super().__init__(view)
        self._view = view
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.setViewportMargins(theme().space(2), 0, 0, 0)

    def entry_at(self, index: QModelIndex) -> tuple[Entry, QRect] | None:
        """The entry of a row and its global rectangle."""
        row = index.data(ROW) if index.isValid() else None
        if row is None or row.entry is None:
            return None
        rect = self.visualRect(index)
        return row.entry, QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        found = self.entry_at(index)
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return
        mark = 8 + self._view.time_width()
        in_mark = mark - 6 <= event.position().x() - self.visualRect(index).left() <= mark + _MARK_WIDTH - 6
        if not found[0].is_event and in_mark:
            self._view.tickWanted.emit(found[0])
        else:
            self._view.detailsWanted.emit(*found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.entry_at(self.indexAt(event.position().toPoint()))
        if found is not None:
            self._view.editWanted.emit(*found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyed = event.reason() is QContextMenuEvent.Reason.Keyboard
        found = self.entry_at(self.currentIndex() if keyed else self.indexAt(event.pos()))
        if found is not None:
            at = found[1].center() if keyed else event.globalPos()
            self._view.menuWanted.emit(found[0], found[1], at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = self.entry_at(self.currentIndex())
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        signals = {
            Qt.Key.Key_Return: self._view.editWanted,
            Qt.Key.Key_Enter: self._view.editWanted,
            Qt.Key.Key_E: self._view.editWanted,
            Qt.Key.Key_Delete: self._view.deleteWanted,
        }
        if found is not None and plain and Qt.Key(key) in signals:
            signals[Qt.Key(key)].emit(*found)
        elif found is not None and plain and key == Qt.Key.Key_Space:
            if found[0].is_event:
                self._view.detailsWanted.emit(*found)
            else:
                self._view.tickWanted.emit(found[0])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End) or key in (
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        ):
            super().keyPressEvent(event)
        else:
            event.ignore()  # single letters belong to the pane, not to a search in the list


class AgendaView(View):
    """Four weeks as a list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._model = AgendaModel(desk, self)
        self.list = AgendaList(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(AgendaDelegate(self, self._model))
        self._first = date.min
        self._empty = QWidget(self)
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(16, 24, 16, 16)
        self._nothing = QLabel(self._empty)
        self._nothing.setProperty("tone", "secondary")
        self._add = QPushButton(self._empty)
        self._add.setProperty("look", "link")
        self._add.clicked.connect(lambda: self._add_first())
        column.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.retranslate()

    def _add_first(self) -> None:
        """The empty list's action: an event on its first day."""
        start = self.slot_on(self._first)
        self.createWanted.emit(start, QRect(self._add.mapToGlobal(QPoint(0, 0)), self._add.size()))

    def slot_on(self, day: date) -> Extent:
        """Nine o'clock on a day."""
        start = datetime(day.year, day.month, day.day, 9, tzinfo=self.zone)
        return Extent(start, start + timedelta(hours=1), all_day=False)

    def retranslate(self) -> None:
        """Words of the empty list."""
        self._nothing.setText(self.tr("Nothing planned."))
        self._add.setText(self.tr("Add event"))
        self.list.setAccessibleName(self.tr("Agenda"))

    def take_notes(self, notes: dict[date, DayNote]) -> None:
        """Holidays and lunar dates for the headings of the days shown next."""
        self._model.notes = notes

    def show_range(self, first_on: date, last_on: date, entries: Sequence[Entry], now: datetime) -> None:
        """Shows these days, keeping the place in the list."""
        self.begin_showing(now)
        current = self.list.currentIndex().data(ROW)
        same = first_on == self._first
        bar = self.list.verticalScrollBar()
        place = bar.value()
        self._first = first_on
        rows = agenda_rows(entries, first_on, last_on)
        self._model.take(rows, now.date())
        self._stack.setCurrentWidget(self.list if rows else self._empty)
        goal = 0
        if same and current is not None and current.entry is not None:
            keys = [row.entry.key if row.entry else None for row in rows]
            goal = keys.index(current.entry.key) if current.entry.key in keys else 0
        first = next((number for number, row in enumerate(rows) if row.entry is not None), 0)
        self.list.setCurrentIndex(self._model.index(goal or first))
        bar.setValue(place if same else 0)

    def time_width(self) -> int:
        """Room for the times."""
        of = paint.face("body", tabular=True)
        sample = [self.tr("all-day"), self.wording.times(self._ten(), self._ten() + timedelta(hours=2, minutes=30))]
        return round(max(of.width(text) for text in sample)) + 16

    def _ten(self) -> datetime:
        return self._now.replace(hour=10, minute=30)

    def clock_text(self, entry: Entry, day: date) -> str:
        """What stands before an entry on a day."""
        if entry.all_day or entry.first_on < day < entry.last_on:
            return self.tr("all-day")
        if entry.first_on == entry.last_on:
            return self.wording.times(entry.start_at, entry.end_at)
        if day == entry.first_on:
            return self.tr("from {time}").format(time=self.wording.time(entry.start_at))
        return self.tr("until {time}").format(time=self.wording.time(entry.end_at))

    def blocks(self) -> list[EntryButton]:
        """The list has rows, no blocks."""
        return []

    def rect_of_entry(self, uid: str, recurrence_id: str | None) -> tuple[Entry, QRect] | None:
        """A row by its entry."""
        for number, row in enumerate(self._model.rows):
            entry = row.entry
            if entry is not None and entry.uid == uid and recurrence_id in (None, entry.recurrence_id):
                index = self._model.index(number)
                self.list.setCurrentIndex(index)
                self.list.scrollTo(index)
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return self.list.entry_at(index)
        return None

    def begin_new(self, extent: Extent) -> None:
        """There is no place for an outline in a list: the editor opens at the top."""
        corner = self.mapToGlobal(QPoint(16, 8))
        self.createWanted.emit(extent, QRect(corner, QSize(self.width() // 3, 20)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

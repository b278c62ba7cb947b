"""What a click on an entry shows: everything about it, and what can be done with it. GUI thread."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.editing.morefields import openable
from assistant.desktop.calendar.entries import Entry, EntryKind
from assistant.desktop.calendar.notestext import linked, markdown
from assistant.desktop.calendar.popover import Popover
from assistant.desktop.desk import Desk
from assistant.desktop.icons import dot, icon, pixmap
from assistant.desktop.theme import theme
from assistant.domain.event import Answer, Attendee, EventStatus, Occurrence
from assistant.domain.reminder import Reminder
from assistant.domain.rules import zone_named
from assistant.domain.spans import Zoned
from assistant.domain.task import Task

_WIDTH = 360
_NOTES_HEIGHT = 160


class DetailsPopover(Popover):
    """Details of one entry.

    Signals:
        editWanted(), duplicateWanted(), deleteWanted(), askWanted(), tickWanted(), openWanted()
    """

    editWanted = Signal()
    duplicateWanted = Signal()
    deleteWanted = Signal()
    askWanted = Signal()
    tickWanted = Signal()
    openWanted = Signal()

    def __init__(self, over: QWidget, desk: Desk, entry: Entry) -> None:
        super().__init__(over)
        self._desk = desk
        self._entry = entry
        self._wide = min(round(_WIDTH * theme().pixels("body") / 13), over.window().width() - 24)
        self.setAccessibleName(words.spoken(entry, desk.wording))
        frame = QWidget(self)
        frame.setFixedWidth(self._wide)
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addLayout(self._rows())
        line = QFrame(frame)
        line.setProperty("look", "line")
        column.addWidget(line)
        column.addLayout(self._foot())
        self.body.addWidget(frame)

    def open_here(self, anchor: QRect) -> None:
        """Shows it beside its block; the first action has the focus."""
        self.open_beside(anchor)
        self._first.setFocus(Qt.FocusReason.PopupFocusReason)

    # ------------------------------------------------------------------ building

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 10, 4)
        row.setSpacing(8)
        mark = QLabel(self)
        mark.setPixmap(self._dot())
        title = QLabel(self._entry.title or words.untitled(), self)
        title.setProperty("look", "title")
        title.setWordWrap(True)
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(mark)
        row.addWidget(title, 1)
        if not isinstance(self._entry.source, Reminder):
            row.addWidget(self._tool("trash-2", self.tr("Delete: {title}"), self.tr("Delete (Del)"), self.deleteWanted))
        close = self._tool("x", self.tr("Close: {title}"), self.tr("Close (Esc)"), None)
        row.addWidget(close)
        return row

    def _dot(self) -> QPixmap:
        if self._entry.kind is EntryKind.REMINDER:
            return pixmap("bell", "text.secondary", 16)
        tone = f"calendar.{self._entry.colour.value}.bar"
        if self._entry.kind is EntryKind.TASK:
            return pixmap("circle-check" if self._entry.done else "circle", tone, 16)
        return dot(tone, 8)

    def _tool(self, name: str, spoken: str, tip: str, signal: SignalInstance | None) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("look", "icon")
        button.setIcon(icon(name))
        button.setAccessibleName(spoken.format(title=self._entry.title))
        button.setToolTip(tip)
        button.clicked.connect(lambda: self._leave(signal))
        return button

    def _leave(self, signal: SignalInstance | None) -> None:
        self.dismiss()
        if signal is not None:
            signal.emit()

    def _rows(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(0)
        entry, wording = self._entry, self._desk.wording
        today = self._desk.now().date()
        end = entry.end_at if entry.end_at > entry.start_at else None
        when = wording.moment(entry.start_at, end, all_day=entry.all_day, today=today)
        self._row(column, "clock", when, self._other_zone())
        rrule = self._rrule()
        if rrule:
            self._row(column, "repeat", wording.repeat(rrule))
        elif entry.repeats:
            self._row(column, "repeat", self.tr("Repeats"))
        if entry.location:
            self._row(column, "map-pin", entry.location)
        for minutes in self._alerts():
            at = entry.start_at - timedelta(minutes=minutes)
            self._row(
                column,
                "bell",
                self.tr("{before}, {time}").format(before=wording.lead(minutes), time=wording.time(at))
                if not entry.all_day
                else wording.lead(minutes),
            )
        self._event_rows(column)
        if entry.status is EventStatus.TENTATIVE:
            self._row(column, "info", self.tr("Tentative"))
        if entry.status is EventStatus.CANCELLED:
            self._row(column, "info", self.tr("Cancelled"))
        if entry.group:
            self._row(column, "calendar" if entry.is_event else "list", entry.group)
        notes = self._notes()
        if notes:
            self._row(column, "align-left", markdown(notes), long=True, rich=True)
        return column

    def _event_rows(self, column: QVBoxLayout) -> None:
        """Link, people and tags of an event, and whether its time counts as free."""
        source = self._entry.source
        if not isinstance(source, Occurrence):
            return
        event = source.event
        if event.link and openable(event.link):
            self._row(column, "link", linked(event.link), rich=True)
        invited = [self._invited(one) for one in event.attendees]
        people = [*invited, *(name for name in event.people if name not in {one.name for one in event.attendees})]
        if people:
            self._row(column, "users", "\n".join(people) if invited else ", ".join(people), long=True)
        if event.tags:
            self._row(column, "tag", ", ".join(event.tags))
        if not event.busy:
            self._row(column, "info", self.tr("Free: it can overlap"))

    def _invited(self, one: Attendee) -> str:
        answers = {
            Answer.ACCEPTED: self.tr("{name} (accepted)"),
            Answer.DECLINED: self.tr("{name} (declined)"),
            Answer.TENTATIVE: self.tr("{name} (maybe)"),
        }
        name = one.name or one.address
        if one.organizer:
            return self.tr("{name} (invites)").format(name=name)
        return answers.get(one.answer, "{name}").format(name=name)

    def _row(
        self, column: QVBoxLayout, name: str, text: str, second: str = "", *, long: bool = False, rich: bool = False
    ) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(10)
        mark = QLabel(self)
        mark.setPixmap(pixmap(name, "text.tertiary", 16))
        mark.setFixedSize(16, round(paint.face("body").line))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        said = QLabel(text, self)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction if rich else Qt.TextInteractionFlag.TextSelectableByMouse
        )
        said.setOpenExternalLinks(rich)
        box = QVBoxLayout()
        box.setSpacing(2)
        width = self._wide - 2 * 16 - 26 - 2
        said.setFixedWidth(width)
        tall = said.heightForWidth(width)
        if long and tall > _NOTES_HEIGHT:
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setWidget(said)
            area.setFixedHeight(_NOTES_HEIGHT)
            said.setFixedWidth(width - 14)
            box.addWidget(area)
        else:
            said.setFixedHeight(max(tall, said.sizeHint().height() if tall < 0 else tall))
            box.addWidget(said)
        if second:
            small = QLabel(second, self)
            small.setProperty("look", "small")
            box.addWidget(small)
        row.addLayout(box, 1)
        column.addLayout(row)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        if self._entry.is_event:
            self._first = self._button("pencil", self.tr("Edit"), self.editWanted)
            row.addWidget(self._first)
            row.addWidget(self._button("copy", self.tr("Duplicate"), self.duplicateWanted))
            row.addStretch(1)
            row.addWidget(self._button("message-square", self.tr("Ask about it"), self.askWanted, quiet=True))
            return row
        if isinstance(self._entry.source, Task):
            text = self.tr("Not done") if self._entry.done else self.tr("Mark done")
            self._first = self._button("check", text, self.tickWanted)
            row.addWidget(self._first)
            row.addWidget(self._button("list-checks", self.tr("Open in Tasks"), self.openWanted))
        else:
            self._first = self._button("bell", self.tr("Open in Reminders"), self.openWanted)
            row.addWidget(self._first)
        row.addStretch(1)
        return row

    def _button(self, name: str, text: str, signal: SignalInstance, *, quiet: bool = False) -> QPushButton:
        button = QPushButton(icon(name, "text.secondary" if quiet else "text.primary", 13), f" {text}", self)
        button.setIconSize(QSize(13, 13))
        button.setProperty("look", "quiet" if quiet else "small")
        if quiet:
            button.setProperty("tone", "small")
        button.setAccessibleName(
            self.tr("{action}: {title}").format(action=text, title=self._entry.title or words.untitled())
        )
        button.clicked.connect(lambda: self._leave(signal))
        return button

    # ------------------------------------------------------------------ facts

    def _rrule(self) -> str | None:
        source = self._entry.source
        return source.event.rrule if isinstance(source, Occurrence) else source.rrule

    def _alerts(self) -> tuple[int, ...]:
        source = self._entry.source
        return source.event.alert_minutes if isinstance(source, Occurrence) else ()

    def _notes(self) -> str:
        source = self._entry.source
        return "" if isinstance(source, Reminder) else source.notes

    def _other_zone(self) -> str:
        source = self._entry.source
        if not isinstance(source, Occurrence) or not isinstance(source.span, Zoned):
            return ""
        there, here = zone_named(source.span.zone), self._desk.assistant.clock.zone()
        start, end = self._entry.start_at, self._entry.end_at
        if start.astimezone(there).utcoffset() == start.utcoffset():
            return ""
        return self.tr("{here} · {times} in {there}").format(
            here=words.city(here.key),
            times=self._desk.wording.times(start.astimezone(there), end.astimezone(there)),
            there=words.city(there.key),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not isinstance(self._entry.source, Reminder):
            self._leave(self.deleteWanted)
        elif event.key() == Qt.Key.Key_E and self._entry.is_event:
            self._leave(self.editWanted)
        else:
            super().keyPressEvent(event)

"""The editor of an event: opens beside it, saves when it is closed, says in place what cannot be saved. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.calendar.editing.alertfields import AlertFields
from assistant.desktop.calendar.editing.clashline import ClashLine
from assistant.desktop.calendar.editing.fieldrow import field_row
from assistant.desktop.calendar.editing.morefields import MoreFields
from assistant.desktop.calendar.editing.repeatfield import RepeatField
from assistant.desktop.calendar.editing.whenfields import WhenFields
from assistant.desktop.calendar.entries import respan
from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.calendar.popover import Popover
from assistant.desktop.desk import Desk
from assistant.desktop.icons import dot, icon
from assistant.desktop.theme import repolish, theme
from assistant.domain.event import Calendar
from assistant.domain.rules import zone_named
from assistant.domain.spans import AllDay, Floating, Span, Zoned, bounds
from assistant.services.calendar.drafts import EventDraft, usual_alerts

_WIDTH = 372
_NOTES = 66
_CHROME = 130


class EventEditor(Popover):
    """Edits a draft.

    Signals:
        saved(EventDraft): closed with something to keep.
        abandoned(): closed without.
        deleteWanted()
        timeChanged(Extent, str): the time or title of a new event, for its outline.
    """

    saved = Signal(object)
    abandoned = Signal()
    deleteWanted = Signal()
    timeChanged = Signal(object, str)

    def __init__(
        self,
        over: QWidget,
        desk: Desk,
        calendars: Sequence[Calendar],
        draft: EventDraft,
        *,
        new: bool = False,
        uid: str | None = None,
    ) -> None:
        super().__init__(over)
        self._desk = desk
        self._calendars = calendars
        self._before = draft
        self._new = new
        self._uid = uid
        self._width = round(_WIDTH * max(1.0, theme().pixels("body") / 13))
        self._width = min(self._width, over.window().width() - 24)
        self._zone = desk.assistant.clock.zone()
        start, end = bounds(draft.span, self._zone)
        self._when = WhenFields(desk, Extent(start, end, isinstance(draft.span, AllDay)), self)
        self._make_fields()
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("New event") if new else self.tr("Edit {title}").format(title=draft.title))

    # ------------------------------------------------------------------ building

    def _make_fields(self) -> None:
        draft = self._before
        self._title = QLineEdit(draft.title, self)
        self._title.setPlaceholderText(self.tr("Title"))
        self._title.setAccessibleName(self.tr("Title"))
        self._title.setMaxLength(500)
        self._title.setFont(theme().font("title"))
        self._repeat = RepeatField(self._desk, draft.rrule, self._when.extent.start_at.date(), self)
        self._place = QLineEdit(draft.location, self)
        self._place.setPlaceholderText(self.tr("Place"))
        self._place.setAccessibleName(self.tr("Place"))
        self._usual = draft.alert_minutes
        self._alerts = AlertFields(self._desk, draft.alert_minutes, self._when.extent, self)
        self._calendar = QComboBox(self)
        self._calendar.setAccessibleName(self.tr("Calendar"))
        for calendar in (one for one in self._calendars if not one.read_only or one.uid == draft.calendar_uid):
            self._calendar.addItem(dot(f"calendar.{calendar.colour.value}.bar", 10), calendar.name, calendar.uid)
        self._calendar.setCurrentIndex(max(0, self._calendar.findData(draft.calendar_uid)))
        if self._new:
            self._calendar.currentIndexChanged.connect(self._calendar_chosen)
        self._notes = QPlainTextEdit(draft.notes, self)
        self._notes.setPlaceholderText(self.tr("Notes"))
        self._notes.setAccessibleName(self.tr("Notes"))
        self._notes.setTabChangesFocus(True)
        self._notes.setFixedHeight(round(_NOTES * theme().pixels("body") / 13))
        self._extra = MoreFields(draft, self._zone_name(draft.span), self)
        self._clash = ClashLine(self._desk, self._uid, self)
        self._error = QLabel(self)
        self._error.setProperty("look", "small")
        self._error.setProperty("tone", "danger")
        self._error.hide()

    def _calendar_chosen(self, place: int) -> None:
        """A new event gets the alerts of its calendar, unless others were chosen by hand."""
        known = {calendar.uid: calendar for calendar in self._calendars}
        if self._alerts.minutes == tuple(sorted(self._usual)):
            self._usual = usual_alerts(known[str(self._calendar.itemData(place))], self._span())
            self._alerts.show_minutes(self._usual)

    def _zone_name(self, span: Span) -> str:
        match span:
            case Zoned(_, _, name):
                return name
            case Floating():
                return ""
            case AllDay():
                return self._zone.key

    def _lay_out(self) -> None:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._error)
        column.addLayout(field_row("clock", self._when))
        column.addWidget(self._clash)
        self._details = QWidget(content)
        inner = QVBoxLayout(self._details)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for name, field in (("repeat", self._repeat), ("map-pin", self._place), ("bell", self._alerts)):
            inner.addLayout(field_row(name, field))
        column.addWidget(self._details)
        column.addLayout(field_row("calendar", self._calendar))
        self._rest = self._extra
        self._notes_row = QWidget(content)
        self._notes_row.setLayout(field_row("align-left", self._notes))
        column.addWidget(self._notes_row)
        column.addWidget(self._rest)
        self._details.setVisible(not self._new)
        self._notes_row.setVisible(not self._new)
        self._rest.hide()
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        self._content = content
        self.body.addWidget(self._area)
        line = QFrame(self)
        line.setProperty("look", "line")
        self.body.addWidget(line)
        self.body.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        self._more = QPushButton(self.tr("More"), self)
        self._more.setProperty("look", "link")
        self._more.setAccessibleName(self.tr("Show more fields"))
        self._more.clicked.connect(self._show_more)
        row.addWidget(self._more)
        row.addStretch(1)
        if not self._new:
            delete = QToolButton(self)
            delete.setProperty("look", "icon")
            delete.setIcon(icon("trash-2"))
            delete.setAccessibleName(self.tr("Delete: {title}").format(title=self._before.title))
            delete.setToolTip(self.tr("Delete"))
            delete.clicked.connect(self._delete)
            row.addWidget(delete)
        else:
            cancel = QPushButton(self.tr("Cancel"), self)
            cancel.clicked.connect(lambda: self.dismiss(cancelled=True))
            row.addWidget(cancel)
        self._done = QPushButton(self.tr("Add event") if self._new else self.tr("Done"), self)
        self._done.setProperty("look", "primary")
        self._done.setToolTip(self.tr("Saved when closed; Esc discards"))
        self._done.clicked.connect(self._finish)
        row.addWidget(self._done)
        return row

    def _connect(self) -> None:
        self._title.textChanged.connect(lambda _text: self._retimed())
        self._title.returnPressed.connect(self._finish)
        self._place.returnPressed.connect(self._finish)
        self._when.changed.connect(lambda _extent: self._retimed())
        self._extra.zoneChanged.connect(self._retimed)
        self._clash.ask(self._before.span, busy=self._before.busy)
        for field in (self._when, self._repeat, self._alerts, self._clash):
            field.resized.connect(self._fit)

    # ------------------------------------------------------------------ showing

    def open_here(self, anchor: QRect) -> None:
        """Shows it; the title has the focus."""
        self._fit()
        self.open_beside(anchor)
        self._title.setFocus(Qt.FocusReason.PopupFocusReason)
        self._title.selectAll()

    def _fit(self) -> None:
        """As tall as the fields need and the window allows."""
        self._content.setFixedWidth(self._width)
        layout = self._content.layout()
        assert layout is not None
        layout.activate()
        wanted = layout.sizeHint().height()
        room = self.window().height() - _CHROME
        self._area.setFixedSize(QSize(self._width, max(120, min(wanted, room))))
        if self.isVisible():
            self.place()

    def _show_more(self) -> None:
        for part in (self._details, self._notes_row, self._rest):
            part.show()
        self._more.setEnabled(False)
        self._more.hide()
        self._fit()

    def _retimed(self) -> None:
        extent = self._when.extent
        self._repeat.start_changed(extent.start_at.date())
        self._alerts.start_changed(extent)
        self._clash.ask(self._span(), busy=self._extra.busy)
        if self._new:
            self.timeChanged.emit(extent, self._title.text())

    # ------------------------------------------------------------------ saving

    def draft(self) -> EventDraft:
        """The draft as the fields have it; what cannot be used keeps its old value."""
        before = self._before
        title = self._title.text().strip() or before.title
        return replace(
            before,
            title=title,
            span=self._span(),
            calendar_uid=str(self._calendar.currentData() or before.calendar_uid),
            location=self._place.text().strip(),
            notes=self._notes.toPlainText(),
            people=self._extra.people,
            tags=self._extra.tags,
            link=self._extra.link if not self._extra.problem else before.link,
            busy=self._extra.busy,
            rrule=self._repeat.rule if not self._repeat.problem else before.rrule,
            alert_minutes=self._alerts.minutes,
        )

    def _span(self) -> Span:
        before, extent = self._before.span, self._when.extent
        start, end = bounds(before, self._zone)
        zone = self._extra.zone(self._zone_name(before))
        same_zone = isinstance(before, AllDay) or zone == self._zone_name(before)
        if (start, end, isinstance(before, AllDay)) == (extent.start_at, extent.end_at, extent.all_day) and same_zone:
            return before
        if extent.all_day:
            return respan(before, extent.start_at, extent.end_at, all_day=True, zone=self._zone)
        lasts = extent.end_at - extent.start_at
        if not zone:
            return Floating(extent.start_at.date(), extent.start_at.time().replace(tzinfo=None), lasts)
        if same_zone or isinstance(before, AllDay):
            return Zoned(extent.start_at, extent.end_at, zone)
        # another zone was chosen: the clock times stay as they are written, there
        there = zone_named(zone)
        return Zoned(extent.start_at.replace(tzinfo=there), extent.end_at.replace(tzinfo=there), zone)

    def _problem(self) -> str:
        if not self._title.text().strip():
            return self.tr("An event needs a title.")
        return self._when.problem or self._repeat.problem or self._extra.problem

    def _finish(self) -> None:
        """Done, or Enter: closes where everything can be saved."""
        problem = self._problem()
        if not problem:
            self.dismiss()
            return
        if problem == self._extra.problem:
            self._error.setText(problem)
            self._error.show()
            self._fit()
        elif problem not in (self._when.problem, self._repeat.problem):
            self._error.setText(problem)
            self._error.show()
            self._title.setProperty("tone", "danger")
            repolish(self._title)
            self._title.setFocus(Qt.FocusReason.OtherFocusReason)
            self._fit()

    def dismiss(self, *, cancelled: bool = False) -> None:
        """Saves, unless it was cancelled or a new event has no title."""
        if self.isHidden():
            return
        keep = not cancelled and bool(self.draft().title)
        super().dismiss(cancelled=cancelled)
        if keep:
            self.saved.emit(self.draft())
        else:
            self.abandoned.emit()

    def _delete(self) -> None:
        self.dismiss(cancelled=True)
        self.deleteWanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
            return
        super().keyPressEvent(event)

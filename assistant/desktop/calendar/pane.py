"""The calendar pane: which period is shown in which view, and when it is loaded. GUI thread."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assistant.desktop.calendar import words
from assistant.desktop.calendar.agenda import AgendaView
from assistant.desktop.calendar.dates import Mode, days_from, free_half_hour, moved, span_of, week_number, week_of
from assistant.desktop.calendar.entries import Entry, at_minute, day_of
from assistant.desktop.calendar.feed import Feed
from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.calendar.handling import Handling
from assistant.desktop.calendar.header import CalendarHeader
from assistant.desktop.calendar.hours import HoursView
from assistant.desktop.calendar.month import MonthView
from assistant.desktop.calendar.view import View
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.services.region import week_start
from assistant.services.reply import Preview

_NARROW = 520
_MINUTE = 60_000
_SETTINGS = frozenset({"first_day", "week_numbers", "clock", "text_size", "date_order"})
_KEYS = {
    Qt.Key.Key_D: Mode.DAY,
    Qt.Key.Key_1: Mode.DAY,
    Qt.Key.Key_W: Mode.WEEK,
    Qt.Key.Key_2: Mode.WEEK,
    Qt.Key.Key_M: Mode.MONTH,
    Qt.Key.Key_3: Mode.MONTH,
    Qt.Key.Key_A: Mode.AGENDA,
    Qt.Key.Key_4: Mode.AGENDA,
}
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Left: -1}


class CalendarPane(QWidget):
    """Day, week, month or agenda under a header.

    Signals:
        askWanted(str): the beginning of a question about an entry, for the input bar.
    """

    askWanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wish = self._mode = Mode.WEEK
        self._day = desk.now().date()
        self._dirty = True
        self._before_ghost: tuple[Mode, date] | None = None
        self._ghost: tuple[Extent, str, str] | None = None
        self._to_open: tuple[str, str | None] | None = None
        self._to_create = False
        self._feed = Feed(desk, self)
        self._handling = Handling(self, desk, self._feed)
        self.header = CalendarHeader(self)
        self.hours = HoursView(desk, self)
        self.month = MonthView(desk, self)
        self.agenda = AgendaView(desk, self)
        self._views: dict[Mode, View] = {
            Mode.DAY: self.hours,
            Mode.WEEK: self.hours,
            Mode.MONTH: self.month,
            Mode.AGENDA: self.agenda,
        }
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stack = QStackedWidget(self)
        for view in (self.hours, self.month, self.agenda):
            self._stack.addWidget(view)
            self._handling.join(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        desk = self._desk
        self.header.todayWanted.connect(self.show_today)
        self.header.stepped.connect(self.step)
        self.header.modeChosen.connect(self._mode_clicked)
        for view in (self.hours, self.month, self.agenda):
            view.dayOpened.connect(self._open_day)
        self.hours.stepped.connect(self.step)
        self.month.stepped.connect(self.step)
        self.month.daySelected.connect(self._select)
        self.hours.backgroundPressed.connect(lambda: self.setFocus(Qt.FocusReason.MouseFocusReason))
        self._handling.askWanted.connect(self.askWanted)
        self._handling.markersToggled.connect(self.show_markers)
        self._feed.arrived.connect(self._arrived)
        desk.itemsChanged.connect(lambda _kinds, _elsewhere: self._items_changed())
        desk.remindersDue.connect(lambda _reminders: self._items_changed())
        desk.languageChanged.connect(self.retranslate)
        desk.settingChanged.connect(self._setting_changed)
        theme().changed.connect(self._restyle)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._minute_passed)

    # ------------------------------------------------------------------ what others ask

    def show_day(self, day: date) -> None:
        """Goes to the period that holds `day`."""
        self._day = day
        self._before_ghost = None
        self._show()

    def open_item(self, uid: str, recurrence_id: str | None = None) -> None:
        """Brings an event into view, selects it and shows its details."""
        self._to_open = (uid, recurrence_id)
        schedule = self._desk.assistant.schedule
        now = self._desk.now()

        def find() -> date | None:
            return day_of(schedule.get(uid), recurrence_id, now)

        self._desk.background.run(find, self._found, owner=self)

    def show_ghost(self, preview: Preview | None) -> None:
        """Outlines the item being typed; None takes it away and returns to where the calendar was."""
        view = self._views[self._mode]
        view.clear_ghost()
        self._ghost = None
        if preview is None or preview.start_at is None or not preview.understanding.first.writes:
            if self._before_ghost is not None:
                self._mode, self._day = self._before_ghost
                self._before_ghost = None
                self._show()
            return
        zone = self._desk.assistant.clock.zone()
        start = preview.start_at.astimezone(zone)
        end = (preview.end_at or preview.start_at).astimezone(zone)
        first, last = self._range()
        if not first <= start.date() <= last:
            self._before_ghost = self._before_ghost or (self._mode, self._day)
            self._day = start.date()
            self._show()
        if preview.all_day and end <= start:
            end = at_minute(start.date(), 24 * 60, zone)
        title = preview.understanding.first.slots.title or ""
        self._ghost = (Extent(start, end, preview.all_day), title, "")
        view.show_extent(*self._ghost)

    def reload(self) -> None:
        """Loads what is shown anew; where the pane is hidden, when it is shown again."""
        self._feed.invalidate()
        self._dirty = True
        if self.isVisible():
            self._load()

    def retranslate(self) -> None:
        """Says everything in the current language."""
        self.header.refresh()
        self._restyle()

    def state(self) -> dict[str, object]:
        """What to keep for the next start: view, zoom, markers."""
        return {"view": self._wish.value, "zoom": self.hours.zoom, "markers": self._handling.shows_markers}

    def restore(self, state: dict[str, object]) -> None:
        """Takes back what `state` gave; anything strange in it is ignored."""
        view, zoom, markers = state.get("view"), state.get("zoom"), state.get("markers")
        if isinstance(zoom, int) and theme().fixed("hourHeightMin") <= zoom <= theme().fixed("hourHeightMax"):
            self.hours.zoom = zoom
            self.hours.rescale()
        if isinstance(markers, bool):
            self._handling.shows_markers = markers
        if view in [mode.value for mode in Mode]:
            self.show_mode(Mode(view))

    # ------------------------------------------------------------------ going about

    @property
    def mode(self) -> Mode:
        """The view that is shown."""
        return self._mode

    @property
    def day(self) -> date:
        """The day that the period is chosen by."""
        return self._day

    def show_view(self, name: str) -> None:
        """Changes the view by its name: day, week, month or agenda."""
        self.show_mode(Mode(name))

    def show_mode(self, mode: Mode) -> None:
        """Changes the view."""
        self._wish = mode
        self._before_ghost = None
        self._choose_mode()
        self._show()

    def show_today(self) -> None:
        """Goes to today, and in the hours to now."""
        self.show_day(self._desk.now().date())
        if self._stack.currentWidget() is self.hours:
            now = self._desk.now()
            self.hours.scroll_to(max(0, now.hour * 60 + now.minute - 120))

    def step(self, periods: int) -> None:
        """Goes periods on or back."""
        self.show_day(moved(self._mode, self._day, periods))

    def show_markers(self, shown: object) -> None:
        """Shows or hides tasks and reminders."""
        self._handling.shows_markers = bool(shown)
        self._show()

    def new_event(self) -> None:
        """Opens the editor for a new event: today from the next free half hour, on another day in the morning."""
        view = self._views[self._mode]
        first, last = self._range()
        now = self._desk.now()
        day = self._day if self._mode is not Mode.WEEK or not first <= now.date() <= last else now.date()
        lasts = timedelta(minutes=self._desk.assistant.settings.number("default_event_minutes"))
        zone = self._desk.assistant.clock.zone()
        start = now if day == now.date() else at_minute(day, 8 * 60 + 45, zone)
        timed = [e for e in self._feed.entries(day, day + timedelta(days=1)) if e.is_event and not e.in_lane]
        at = free_half_hour(start, [(entry.start_at, entry.end_at) for entry in timed], lasts)
        if isinstance(view, HoursView):
            view.scroll_to(max(0, at.hour * 60 - 120))
        view.begin_new(Extent(at, at + lasts, all_day=False))

    # ------------------------------------------------------------------ inside

    def _range(self) -> tuple[date, date]:
        return span_of(self._mode, self._day, week_start(self._desk.assistant.settings))

    def _choose_mode(self) -> None:
        narrow = self.width() < _NARROW * theme().pixels("body") / 13
        offered = (Mode.DAY, Mode.AGENDA) if narrow else tuple(Mode)
        mode = self._wish if self._wish in offered else Mode.DAY
        self._mode = mode
        self.header.show_mode(mode, offered)

    def _mode_clicked(self, mode: Mode) -> None:
        self.show_mode(mode)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_day(self, day: date) -> None:
        self._day = day
        self.show_mode(Mode.DAY)

    def _select(self, day: date) -> None:
        self._day = day

    def _found(self, day: date | None) -> None:
        if day is not None:
            if self._mode is Mode.AGENDA:
                self.show_mode(Mode.WEEK)
            self.show_day(day)

    def _items_changed(self) -> None:
        self.reload()

    def _load(self) -> None:
        first, last = self._range()
        self._feed.want(first, last)
        before, after = moved(self._mode, self._day, -1), moved(self._mode, self._day, 1)
        start = week_start(self._desk.assistant.settings)
        self._feed.want(span_of(self._mode, before, start)[0], span_of(self._mode, after, start)[1])
        self._dirty = False

    def _entries(self, first: date, last: date) -> tuple[Entry, ...]:
        found = self._feed.entries(first, last)
        return found if self._handling.shows_markers else tuple(entry for entry in found if entry.is_event)

    def _show(self) -> None:
        """Shows what is known of the period and asks for the rest."""
        if not self.isVisible():
            self._dirty = True
            return
        self._load()
        settings, now = self._desk.assistant.settings, self._desk.now()
        start = week_start(settings)
        first, last = self._range()
        entries = self._entries(first, last)
        numbers = settings.flag("week_numbers")
        match self._mode:
            case Mode.DAY | Mode.WEEK:
                days = days_from(first, (last - first).days + 1)
                week = words.week_label(week_number(week_of(first, start), start)) if numbers else ""
                self.hours.show_range(days, entries, now, week)
                if self._feed.knows(first, last):
                    self.hours.open_hours()
            case Mode.MONTH:
                self.month.show_range(self._day, start, entries, now, numbers=numbers)
            case Mode.AGENDA:
                self.agenda.show_range(first, last, entries, now)
        self._say_title(first, last)
        self._stack.setCurrentWidget(self._views[self._mode])
        self._open_found()

    def _arrived(self) -> None:
        """What was asked for is there: outlines of changes that have become true can go."""
        if not self._handling.busy:
            self._views[self._mode].clear_ghost()
        self._show()
        if self._ghost is not None:
            self._views[self._mode].show_extent(*self._ghost)

    def _say_title(self, first: date, last: date) -> None:
        wording = self._desk.wording
        self.header.say(
            words.title(self._mode, self._day, first, last, wording),
            words.title(self._mode, self._day, first, last, wording, short=True),
        )

    def _open_found(self) -> None:
        """After `open_item`: once the block is there, its details open."""
        if self._to_open is None:
            return
        view = self._views[self._mode]
        found = view.rect_of_entry(*self._to_open)
        if found is not None:
            self._to_open = None
            self._handling.details(view, *found)

    def _minute_passed(self) -> None:
        now = self._desk.now()
        self._clock.start(_MINUTE - now.second * 1000 - now.microsecond // 1000 + 50)
        if self._views[self._mode].now.date() != now.date():
            self._show()
        else:
            self.hours.tick(now)

    def _setting_changed(self, key: str) -> None:
        if key in _SETTINGS:
            self._restyle()

    def _restyle(self) -> None:
        self.header.refresh()
        self.hours.restyle()
        self._choose_mode()
        self._show()

    # ------------------------------------------------------------------ Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key == Qt.Key.Key_Escape:
            event.setAccepted(self.hours.cancel_drag())
        elif key in _KEYS:
            self.show_mode(_KEYS[key])
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key == Qt.Key.Key_T:
            self.show_today()
        elif key == Qt.Key.Key_N:
            self.new_event()
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose_mode()
        self._show()
        self._minute_passed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self._mode
        self._choose_mode()
        if self._mode is not before:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

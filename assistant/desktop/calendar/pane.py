"""The calendar pane: header, views, keys, and when what is loaded. GUI thread."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.dates import Mode, free_half_hour
from assistant.desktop.calendar.entries import at_minute, day_of
from assistant.desktop.calendar.feed import Feed
from assistant.desktop.calendar.following import Following
from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.calendar.handling import Handling
from assistant.desktop.calendar.header import CalendarHeader
from assistant.desktop.calendar.pages import Pages
from assistant.desktop.calendar.period import Period
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.services.conversation.reply import Preview

_NARROW = 520
_MINUTE = 60_000
_MORNING = 8 * 60 + 45
_SETTINGS = frozenset(
    {"first_day", "week_numbers", "clock", "text_size", "date_order", "holidays", "lunar_dates", "second_zone"}
)
_MODES = {
    Qt.Key.Key_D: Mode.DAY,
    Qt.Key.Key_1: Mode.DAY,
    Qt.Key.Key_W: Mode.WEEK,
    Qt.Key.Key_2: Mode.WEEK,
    Qt.Key.Key_M: Mode.MONTH,
    Qt.Key.Key_3: Mode.MONTH,
    Qt.Key.Key_A: Mode.AGENDA,
    Qt.Key.Key_4: Mode.AGENDA,
    Qt.Key.Key_5: Mode.WORK_WEEK,
    Qt.Key.Key_Y: Mode.YEAR,
    Qt.Key.Key_6: Mode.YEAR,
}
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Left: -1}


class CalendarPane(QWidget):
    """Day, week, month, year or agenda under a header.

    Signals:
        askWanted(str): the beginning of a question about an entry, for the input bar.
    """

    askWanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._to_open: tuple[str, str | None] | None = None
        self.period = Period(desk.now().date(), desk.assistant.week_start)
        self._feed = Feed(desk, self)
        self.handling = Handling(self, desk, self._feed)
        self.header = CalendarHeader(self)
        self.pages = Pages(desk, self._feed, self.period, self)
        self._following = Following(desk, self.period, self.pages, self._show)
        self._clock = QTimer(self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.pages, 1)

    def _connect(self) -> None:
        desk, pages = self._desk, self.pages
        self.header.todayWanted.connect(self.show_today)
        self.header.stepped.connect(self.step)
        self.header.modeChosen.connect(self.show_mode)
        self.header.calendarsWanted.connect(self.handling.calendars)
        self.header.dateWanted.connect(lambda rect: self.handling.go_to(rect, self.period.day, self.show_day))
        for view in pages.views:
            self.handling.join(view)
            view.dayOpened.connect(lambda day: self.show_mode(Mode.DAY, day))
        pages.hours.stepped.connect(self.step)
        pages.month.stepped.connect(self.step)
        pages.year.stepped.connect(self.step)
        pages.year.monthOpened.connect(lambda day: self.show_mode(Mode.MONTH, day))
        pages.year.daySelected.connect(lambda day: setattr(self.period, "day", day))
        pages.notes.arrived.connect(self._show)
        pages.month.daySelected.connect(lambda day: setattr(self.period, "day", day))
        pages.hours.backgroundPressed.connect(lambda: self.setFocus(Qt.FocusReason.MouseFocusReason))
        self.handling.askWanted.connect(self.askWanted)
        self.handling.menus.markersToggled.connect(self.show_markers)
        self._feed.arrived.connect(self._arrived)
        desk.itemsChanged.connect(lambda _kinds, _elsewhere: self.reload())
        desk.remindersDue.connect(lambda _reminders: self.reload())
        desk.languageChanged.connect(self.retranslate)
        desk.settingChanged.connect(lambda key: self.retranslate() if key in _SETTINGS else None)
        theme().changed.connect(self.retranslate)
        self._clock.timeout.connect(self._minute_passed)

    # ------------------------------------------------------------------ what others ask

    def show_day(self, day: date) -> None:
        """Goes to the period that holds `day`."""
        self.period.day = day
        self._following.forget_way_back()
        self._show()

    def show_view(self, name: str) -> None:
        """Changes the view by its name, as `Mode` has it."""
        self.show_mode(Mode(name))

    def open_item(self, uid: str, recurrence_id: str | None = None) -> None:
        """Brings an event into view, selects it and shows its details."""
        self._to_open = (uid, recurrence_id)
        schedule, now = self._desk.assistant.schedule, self._desk.now()
        self._desk.background.run(lambda: day_of(schedule.get(uid), recurrence_id, now), self.show_day, owner=self)

    def show_ghost(self, preview: Preview | None) -> None:
        """Outlines the item being typed; None takes it away and returns to where the calendar was."""
        self._following.follow(preview)

    def reload(self) -> None:
        """Loads what is shown anew; where the pane is hidden, when it is shown again."""
        self._feed.invalidate()
        if self.isVisible():
            self.pages.load()

    def retranslate(self) -> None:
        """Language, formats or theme are others: everything is said and measured anew."""
        paint.forget_faces()
        self.period.start = self._desk.assistant.week_start
        self.header.refresh()
        self.pages.hours.restyle()
        self.pages.month.restyle()
        self.pages.forget()
        self._fit()
        self._show()

    def state(self) -> dict[str, object]:
        """What to keep for the next start: view, zoom, markers."""
        markers = self.handling.menus.shows_markers
        return {"view": self.period.wish.value, "zoom": self.pages.hours.zoom, "markers": markers}

    def restore(self, state: dict[str, object]) -> None:
        """Takes back what `state` gave; anything strange in it is ignored."""
        view, zoom, markers = state.get("view"), state.get("zoom"), state.get("markers")
        if isinstance(zoom, int) and theme().fixed("hourHeightMin") <= zoom <= theme().fixed("hourHeightMax"):
            self.pages.hours.zoom = zoom
            self.pages.hours.rescale()
        if isinstance(markers, bool):
            self.handling.menus.shows_markers = markers
        if view in [mode.value for mode in Mode]:
            self.show_mode(Mode(view))

    # ------------------------------------------------------------------ going about

    def show_mode(self, mode: Mode, day: date | None = None) -> None:
        """Changes the view, at another day where one is given."""
        self.period.wish, self._to_open = mode, None
        self._fit()
        if not self.pages.view.isAncestorOf(self.focusWidget() or self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_day(day or self.period.day)

    def show_today(self) -> None:
        """Goes to today, and in the hours to now."""
        now = self._desk.now()
        self.show_day(now.date())
        self.pages.hours.scroll_to(max(0, now.hour * 60 + now.minute - 120))

    def step(self, periods: int) -> None:
        """Goes periods on or back."""
        self._to_open = None
        self.show_day(self.period.stepped(periods))

    def show_markers(self, shown: object) -> None:
        """Shows or hides tasks and reminders."""
        self.handling.menus.shows_markers = bool(shown)
        self._show()

    def new_event(self) -> None:
        """Opens the editor for a new event: today from the next free half hour, on another day in the morning."""
        now, zone = self._desk.now(), self._desk.assistant.clock.zone()
        first, last = self.period.days()
        in_week = self.period.mode in (Mode.WEEK, Mode.WORK_WEEK) and first <= now.date() <= last
        day = now.date() if in_week else min(max(self.period.day, first), last)
        lasts = timedelta(minutes=self._desk.assistant.settings.number("default_event_minutes"))
        start = now if day == now.date() else at_minute(day, _MORNING, zone)
        timed = [e for e in self._feed.entries(day, day + timedelta(days=1)) if e.is_event and not e.in_lane]
        at = free_half_hour(start, [(entry.start_at, entry.end_at) for entry in timed], lasts)
        self.pages.hours.scroll_into_view(at.hour * 60 + at.minute)
        self.pages.view.begin_new(Extent(at, at + lasts, all_day=False))

    # ------------------------------------------------------------------ inside

    def _fit(self) -> None:
        narrow = self.width() < _NARROW * theme().pixels("body") / 13
        offered = self.period.fit(narrow=narrow)
        self.header.show_mode(self.period.mode, offered)

    def _show(self) -> None:
        """Shows what is known of the period and asks for the rest."""
        if not self.isVisible():
            return
        self.pages.load()
        self.pages.fill(markers=self.handling.menus.shows_markers)
        asked = (self.period.mode, self.period.day, *self.period.days(), self._desk.wording)
        self.header.say(words.title(*asked), words.title(*asked, short=True))
        found = self.pages.view.rect_of_entry(*self._to_open) if self._to_open else None
        if found is not None:
            self._to_open = None
            self.handling.details(self.pages.view, *found)

    def _arrived(self) -> None:
        """What was asked for is there: outlines of changes that have become true can go."""
        if not self.handling.opened.busy:
            self.pages.view.clear_ghost()
        self._show()
        self._following.again()

    def _minute_passed(self) -> None:
        now = self._desk.now()
        self._clock.start(_MINUTE - now.second * 1000 - now.microsecond // 1000 + 50)
        if self.pages.view.now.date() != now.date():
            self._show()
        else:
            self.pages.hours.tick(now)

    # ------------------------------------------------------------------ Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key == Qt.Key.Key_Escape:
            event.setAccepted(self.pages.cancel_drag())
        elif key in _MODES:
            self.show_mode(_MODES[key])
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key == Qt.Key.Key_T:
            self.show_today()
        elif key == Qt.Key.Key_C:
            self.header.calendars.click()
        elif key == Qt.Key.Key_G:
            self.header.ask_date()
        elif key == Qt.Key.Key_N:
            self.new_event()
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._show()
        self._minute_passed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self.period.mode
        self._fit()
        if self.period.mode is not before:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

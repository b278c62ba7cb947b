"""The main window: rail, panes, input bar, status bar, and how they belong together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from assistant.config.errors import AssistantError
from assistant.desktop import window_state
from assistant.desktop.banner import Banner
from assistant.desktop.desk import Desk
from assistant.desktop.dock import Dock
from assistant.desktop.dock.actions import MEMO
from assistant.desktop.field_menus import DICTATE
from assistant.desktop.looks import Looks
from assistant.desktop.panes import CALENDAR, CHAT, TASKS, Panes, WidthClass
from assistant.desktop.rail import SECTIONS, Rail, width_fits_rail
from assistant.desktop.regions import focus_next
from assistant.desktop.section_bar import SectionBar
from assistant.desktop.status import StatusBar
from assistant.desktop.theme import theme
from assistant.desktop.toast import Toast
from assistant.desktop.undoing import Undoing
from assistant.desktop.window_state import load_window_state, place_of, restore_place, save_window_state

if TYPE_CHECKING:
    from assistant.desktop.settings import SettingsSection
    from assistant.desktop.tasks import TasksSection

_MINIMUM = (400, 520)
_FIRST = (1280, 820)


class MainWindow(QMainWindow):
    """One a process.

    Signals:
        quitWanted(): the person closed the window and wants the program to end with it.
        hiddenToTray(): the person closed the window; the program goes on.
    """

    quitWanted = Signal()
    hiddenToTray = Signal()

    def __init__(self, desk: Desk) -> None:
        """Builds rail, input bar and status bar at once; the rest as soon as the desk has its services."""
        super().__init__()
        self._desk = desk
        self.stays_in_tray = False
        self.quitting = False
        self.setMinimumSize(*_MINIMUM)
        self.dock = Dock(desk, self)
        self.status = StatusBar(desk, self)
        self.rail = Rail(self)
        self.banner = Banner(self)
        self._bar = SectionBar(self)
        self._bar.menuWanted.connect(self._section_menu)
        self._sections: dict[str, QWidget] = {}
        self._section = "home"
        self._build()
        self.toast = Toast(self._centre)
        self.undoing = Undoing(desk, self)
        self.toast.undoWanted.connect(self.undoing.undo)
        self.setWindowTitle(self.tr("Assistant"))
        self.dock.set_context(self._section)
        self.resize(*_FIRST)
        self.rail.chosen.connect(self.show_section)
        desk.when_ready(self._furnish)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.setProperty("look", "surface")
        self._column = column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.dock)
        self._centre = QWidget(self)
        self._centre.setProperty("look", "window")
        grid = QGridLayout(self._centre)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0)
        grid.addLayout(column, 0, 1)
        grid.addWidget(self.status, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._centre)
        self.setCentralWidget(self._pages)

    def _furnish(self) -> None:
        """Adds what shows and changes items, now that there are services to ask."""
        from assistant.desktop.calendar.pane import CalendarPane
        from assistant.desktop.calendar_files.door import FileDoor
        from assistant.desktop.chat import ChatPane
        from assistant.desktop.found import Finding
        from assistant.desktop.popups import ReminderPopups
        from assistant.desktop.tasks import TasksPane
        from assistant.desktop.tasks.calendar_drop import TaskDrops
        from assistant.desktop.timers import TimerFeed, TimerStrip
        from assistant.desktop.voice_door import VoiceDoor

        self.chat = ChatPane(self._desk, self)
        self.calendar = CalendarPane(self._desk, self)
        self.tasks = TasksPane(self._desk, self)
        TaskDrops(self._desk, self.calendar.pages)
        self.files = FileDoor(self._desk, self)
        self.panes = Panes(self.chat, self.calendar, self.tasks, self)
        self.popups = ReminderPopups(self._desk, self)
        self.popups.windowWanted.connect(self.bring_forward)
        self.timers = TimerFeed(self._desk, self)
        self._column.insertWidget(self._column.indexOf(self.dock), TimerStrip(self._desk, self.timers, self._centre))
        self.voice = VoiceDoor(self._desk, self.dock, self.chat, self.popups, self)
        self._stack.addWidget(self.panes)
        self._join()
        self._add_shortcuts()
        self.finding = Finding(self._desk, self)
        self._restore_state()

    @property
    def furnished(self) -> bool:
        """True once the panes are there."""
        return self._desk.ready and hasattr(self, "popups")

    @property
    def tasks_section(self) -> TasksSection:
        """Lists, tasks and details at full width; made when first shown."""
        from assistant.desktop.tasks import TasksSection

        section = self._sections.get("tasks")
        if not isinstance(section, TasksSection):
            section = self._sections["tasks"] = TasksSection(self._desk, self)
            self._stack.addWidget(section)
        return section

    @property
    def settings_section(self) -> SettingsSection:
        """The settings; made when first shown."""
        from assistant.desktop.settings import SettingsSection

        section = self._sections.get("settings")
        if not isinstance(section, SettingsSection):
            section = self._sections["settings"] = SettingsSection(self._desk, self)
            self._stack.addWidget(section)
        return section

    def _join(self) -> None:
        desk = self._desk
        self.panes.layoutChanged.connect(self._fit_rail)
        self.panes.menuWanted.connect(self._section_menu)
        self.dock.submitted.connect(self._submit)
        self.dock.stopRequested.connect(self.chat.stop)
        self.dock.previewChanged.connect(self.calendar.show_ghost)
        self.chat.fillWanted.connect(self.dock.fill)
        self.calendar.askWanted.connect(self.dock.fill)
        self.chat.busyChanged.connect(self.dock.set_busy)
        desk.toastWanted.connect(self._toast)
        desk.errorRaised.connect(self._show_error)
        desk.background.crashed.connect(self._show_bug)
        desk.itemOpened.connect(self.open_item)
        desk.settingsWanted.connect(self._open_settings)
        self._looks = Looks(desk, self)

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+L": self.dock.focus_text,
            "Ctrl+Z": self.undoing.undo,
            "Ctrl+Shift+Z": self.undoing.redo,
            "Ctrl+.": self.chat.stop,
            "Ctrl+N": self._new_chat,
            "Ctrl+,": lambda: self.show_section("settings"),
            "Ctrl+Shift+T": self._looks.next_theme,
            "Ctrl+=": lambda: self._looks.grow_text(1),
            "Ctrl+-": lambda: self._looks.grow_text(-1),
            "Ctrl+0": self._looks.usual_text,
            "F6": lambda: self._next_region(1),
            "Shift+F6": lambda: self._next_region(-1),
            "Ctrl+Alt+M": self.voice.toggle,
            DICTATE: self.voice.dictate,
            MEMO: self.voice.memo,
            "Ctrl+Alt+R": self.popups.focus_newest,
            "Ctrl+Q": self.quitWanted.emit,
        }
        for number, section in enumerate(SECTIONS[:-1], 1):
            keys[f"Ctrl+{number}"] = partial(self.show_section, section)
        for number, pane in enumerate((CHAT, CALENDAR, TASKS), 1):
            keys[f"Ctrl+Shift+{number}"] = partial(self.panes.toggle, pane)
        for key, action in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(action)

    def welcome(self) -> None:
        """The first start, over everything else until the person went through it."""
        from assistant.desktop.welcome import Welcome

        page = Welcome(self._desk, self.settings_section.downloads, self)
        page.finished.connect(lambda: self._welcomed(page))
        self._pages.setCurrentIndex(self._pages.addWidget(page))
        page.setFocus()

    def _welcomed(self, page: QWidget) -> None:
        self._pages.removeWidget(page)
        page.deleteLater()
        self.dock.fill(self.tr("coffee with Sam tomorrow 10am"), chosen=True)

    # ------------------------------------------------------------------ moving about

    def show_section(self, name: str) -> None:
        """Shows a section of the rail: home, calendar, tasks or settings; as soon as there is something to show."""
        self._section = name
        self.rail.show_section(name)
        if not self.furnished:
            return
        if name in ("home", "calendar"):
            self.panes.show_only(CALENDAR if name == "calendar" else None)
            self._stack.setCurrentWidget(self.panes)
        else:
            self._stack.setCurrentWidget(self.tasks_section if name == "tasks" else self.settings_section)
        self.dock.setVisible(name != "settings")
        self.dock.set_context(name)
        self.toast.hide()
        self._fit_rail()

    def open_item(self, kind: str, uid: str, recurrence_id: object) -> None:
        """Shows an event in the calendar, a task or reminder among the tasks, with its details."""
        if not self.isVisible():
            self.bring_forward()
        if self._section == "settings":
            self.show_section("home")
        if kind == "event":
            if self._section == "tasks":
                self.show_section("home")
            self.panes.reveal(CALENDAR)
            self.calendar.open_item(uid, recurrence_id if isinstance(recurrence_id, str) else None)
        else:
            self.show_section("tasks")
            self.tasks_section.open_item(kind, uid)

    def open_chat(self, uid: str) -> None:
        """Goes on with an earlier conversation."""
        self.show_section("home")
        self.panes.reveal(CHAT)
        self.chat.open_chat(uid)

    def bring_forward(self) -> None:
        """Shows the window over the others, whatever state it is in."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def talk(self) -> None:
        """The person wants to speak, from wherever they are: to a pop-up that is up, else to the window."""
        if self.popups.newest is None:
            self.bring_forward()
        self.voice.toggle()

    def _submit(self, text: str, edited: object, force: str) -> None:
        if self.panes.width_class is WidthClass.NARROW or self._section in ("home",):
            self.panes.reveal(CHAT)
        self.chat.submit(text, edited, force)

    def _new_chat(self) -> None:
        self.panes.reveal(CHAT)
        self.chat.new_chat()
        self.dock.focus_text()

    def _next_region(self, step: int) -> None:
        focus_next((self.rail, self._stack, self.dock, self.status), step)

    def _section_menu(self) -> None:
        menu = QMenu(self)
        for name, words in self._section_names().items():
            menu.addAction(words, partial(self.show_section, name))
        menu.addSeparator()
        menu.addAction(self.tr("Search"), self.finding.search)
        menu.addAction(self.tr("History"), self.finding.history)
        menu.exec(self._centre.mapToGlobal(QPoint(theme().space(3), theme().size("paneHeader"))))

    def _section_names(self) -> dict[str, str]:
        words = (self.tr("Home"), self.tr("Calendar"), self.tr("Tasks"), self.tr("Settings"))
        return dict(zip(SECTIONS, words, strict=True))

    def _fit_rail(self) -> None:
        """The rail, or where it has no room the menu button: in the panes' own row at home, else in a row above."""
        fits = width_fits_rail(self.width())
        self.rail.setVisible(fits)
        self._bar.setVisible(not fits and self._section != "home" and self.furnished)
        self._bar.set_name(self._section_names()[self._section])

    def _open_settings(self, group: str) -> None:
        self.show_section("settings")
        self.settings_section.show_group(group)

    # ------------------------------------------------------------------ telling

    def _toast(self, text: str, entry: int | None, pane: str) -> None:
        shown = {CALENDAR: self.calendar, TASKS: self.tasks, CHAT: self.chat}.get(pane, self.calendar)
        anchor = shown if shown.isVisible() else self.calendar
        self.toast.say(text, entry, anchor if anchor.isVisible() else self._stack)

    def _show_error(self, error: AssistantError) -> None:
        self.banner.tell_error(error)

    def _show_bug(self, error: BaseException) -> None:
        """A fault of ours: said as such, with what a report needs."""
        self.banner.tell(
            self.tr("Something went wrong inside the program. Your data is safe; the log has the details."),
            f"{type(error).__name__}: {error}",
        )

    # ------------------------------------------------------------------ looks and words

    def retranslate(self) -> None:
        """Sets every word of the window itself anew."""
        self.setWindowTitle(self.tr("Assistant"))
        self.dock.set_context(self._section)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()
        self.toast.place()

    # ------------------------------------------------------------------ leaving

    def stay_when_closed(self) -> None:
        """From now on closing hides the window, where the person's settings have it so."""
        self.stays_in_tray = True

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save_state()
        if self.quitting:
            event.accept()
            return
        event.ignore()
        if self.stays_in_tray and self._desk.ready and self._desk.assistant.settings.flag("close_to_tray"):
            self.hide()
            self.hiddenToTray.emit()
        else:
            self.quitWanted.emit()

    def _state_file(self) -> Path:
        return self._desk.assistant.paths.state / window_state.FILE

    def save_state(self) -> None:
        """Keeps place, size, section and panes for the next start."""
        if not self.furnished:
            return
        save_window_state(
            self._state_file(),
            {
                **place_of(self),
                "section": self._section,
                "panes": self.panes.state(),
                "calendar": self.calendar.state(),
            },
        )

    def _restore_state(self) -> None:
        state = load_window_state(self._state_file())
        restore_place(self, state)
        panes = state.get("panes")
        if isinstance(panes, dict):
            self.panes.restore(panes)
        calendar = state.get("calendar")
        if isinstance(calendar, dict):
            self.calendar.restore(calendar)
        kept = state.get("section")
        chosen_before = self._section != "home"
        self.show_section(kept if kept in SECTIONS and kept != "settings" and not chosen_before else self._section)

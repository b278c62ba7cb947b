"""The main window: navigation, sections, input bar, status bar, and how they belong together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from assistant.desktop.banner import Banner
from assistant.desktop.desk import Desk
from assistant.desktop.dock import Dock
from assistant.desktop.looks import Looks
from assistant.desktop.theme import theme
from assistant.desktop.window import kept
from assistant.desktop.window.keys import add_keys
from assistant.desktop.window.navigation import Navigation
from assistant.desktop.window.panes import CALENDAR, CHAT, Panes, WidthClass
from assistant.desktop.window.sections import Sections
from assistant.desktop.window.status import StatusBar
from assistant.desktop.window.telling import Telling
from assistant.desktop.window.toast import Toast
from assistant.desktop.window.undoing import Undoing

_MINIMUM = (400, 520)
_FIRST = (1280, 820)


class MainWindow(QMainWindow):
    """One a process.

    Signals:
        quitWanted(): the person closed the window and wants the program to end with it.
        hiddenToTray(): the person closed the window; the program goes on.

    Attributes:
        stays_in_tray: Closing hides the window, where the person's settings have it so.
        quitting: Closing closes it.
    """

    quitWanted = Signal()
    hiddenToTray = Signal()

    def __init__(self, desk: Desk) -> None:
        """Builds navigation, input bar and status bar at once; the rest as soon as the desk has its services."""
        super().__init__()
        self._desk = desk
        self.stays_in_tray = False
        self.quitting = False
        self.setMinimumSize(*_MINIMUM)
        self.dock = Dock(desk, self)
        self.status = StatusBar(desk, self)
        self.navigation = Navigation(self)
        self.banner = Banner(self)
        self.sections = Sections(desk, self)
        self._build()
        self.toast = Toast(self._centre)
        self.undoing = Undoing(desk, self)
        self.toast.undoWanted.connect(self.undoing.undo)
        self.setWindowTitle(self.tr("Assistant"))
        self.dock.set_context(self.sections.current)
        self.resize(*_FIRST)
        self.navigation.chosen.connect(self.show_section)
        self.navigation.menuWanted.connect(self._section_menu)
        desk.when_ready(self._furnish)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._column = column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.navigation.bar)
        column.addWidget(self.sections, 1)
        column.addWidget(self.dock)
        self._centre = QWidget(self)
        self._centre.setProperty("look", "window")
        grid = QGridLayout(self._centre)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.navigation.rail, 0, 0)
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
        from assistant.desktop.window.voice_door import VoiceDoor

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
        self.sections.hold(self.panes)
        self._join()
        self.finding = Finding(self._desk, self)
        kept.restore(self, kept.state_path(self._desk.assistant.paths))

    @property
    def furnished(self) -> bool:
        """True once the panes are there."""
        return self._desk.ready and hasattr(self, "popups")

    def _join(self) -> None:
        desk = self._desk
        self.panes.layoutChanged.connect(self._fit)
        self.panes.menuWanted.connect(self._section_menu)
        self.dock.submitted.connect(self._submit)
        self.dock.stopRequested.connect(self.chat.stop)
        self.dock.previewChanged.connect(self.calendar.show_ghost)
        self.chat.fillWanted.connect(self.dock.fill)
        self.calendar.askWanted.connect(self.dock.fill)
        self.chat.busyChanged.connect(self.dock.set_busy)
        desk.itemOpened.connect(self.open_item)
        desk.settingsWanted.connect(self._open_settings)
        Telling(desk, self.toast, self.banner, self.panes, self.sections)
        add_keys(self, Looks(desk, self))

    def welcome(self) -> None:
        """The first start, over everything else until the person went through it."""
        from assistant.desktop.welcome import Welcome

        page = Welcome(self._desk, self.sections.settings.downloads, self)
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
        self.navigation.rail.show_section(name)
        self.sections.go_to(name)
        if not self.furnished:
            return
        self.dock.setVisible(name != "settings")
        self.dock.set_context(name)
        self.toast.hide()
        self._fit()

    def open_item(self, kind: str, uid: str, recurrence_id: object) -> None:
        """Shows an event in the calendar, a task or reminder among the tasks, with its details."""
        if not self.isVisible():
            self.bring_forward()
        if self.sections.current == "settings":
            self.show_section("home")
        if kind == "event":
            if self.sections.current == "tasks":
                self.show_section("home")
            self.panes.reveal(CALENDAR)
            self.calendar.open_item(uid, recurrence_id if isinstance(recurrence_id, str) else None)
        else:
            self.show_section("tasks")
            self.sections.tasks.open_item(kind, uid)

    def open_chat(self, uid: str) -> None:
        """Goes on with an earlier conversation."""
        self.show_section("home")
        self.panes.reveal(CHAT)
        self.chat.open_chat(uid)

    def new_chat(self) -> None:
        """Begins a conversation."""
        self.panes.reveal(CHAT)
        self.chat.new_chat()
        self.dock.focus_text()

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
        if self.panes.width_class is WidthClass.NARROW or self.sections.current == "home":
            self.panes.reveal(CHAT)
        self.chat.submit(text, edited, force)

    def _section_menu(self) -> None:
        self.navigation.open_menu(self._centre.mapToGlobal(QPoint(theme().space(3), theme().size("paneHeader"))))

    def _open_settings(self, group: str) -> None:
        self.show_section("settings")
        self.sections.settings.show_group(group)

    # ------------------------------------------------------------------ size and words

    def _fit(self) -> None:
        self.navigation.fit(self.width(), self.sections.current, furnished=self.furnished)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Assistant"))
            self.dock.set_context(self.sections.current)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.toast.place()

    # ------------------------------------------------------------------ leaving

    def stay_when_closed(self) -> None:
        """From now on closing hides the window."""
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

    def save_state(self) -> None:
        """Keeps place, size, section and panes for the next start."""
        if self.furnished:
            kept.keep(self, kept.state_path(self._desk.assistant.paths))

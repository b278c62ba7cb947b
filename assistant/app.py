"""The window's process: starting, exception hooks, and leaving in stages."""

from __future__ import annotations

import importlib
import logging
import signal
import socket
import sys
import threading
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from assistant.config.autostart import start_at_login
from assistant.config.errors import AssistantError
from assistant.config.log import start_logging
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.desktop.banner import sentence_for
from assistant.desktop.desk import Desk
from assistant.desktop.garbage import GarbageCollection
from assistant.desktop.icons import app_icon
from assistant.desktop.instance import SingleInstance
from assistant.desktop.language import chosen_language, install_language
from assistant.desktop.theme import install_theme
from assistant.desktop.window import MainWindow
from assistant.desktop.window.kept import state_path

if TYPE_CHECKING:
    from assistant.services.assistant import Assistant

_log = logging.getLogger(__name__)
_PANES = ("chat", "calendar.pane", "tasks", "popups", "tray", "staying")


class _Crash(QObject):
    """Brings an unhandled exception of any thread to the window."""

    happened = Signal(object)


def run_window(paths: Paths, settings: Settings, *, hidden: bool = False) -> int:
    """Shows the window and returns the exit code when the person quits.

    Args:
        paths: The profile; its folders exist.
        settings: The profile's settings.
        hidden: Start without showing the window (at login): in the tray, or where there is none just running.
    """
    start_logging(paths.logs, settings.text("log_level"))
    QApplication.setApplicationName("assistant")
    QApplication.setDesktopFileName("assistant")
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    language = chosen_language(settings)
    install_language(app, language)
    install_theme(app, settings, language)
    app.setWindowIcon(app_icon())
    instance = SingleInstance(paths.instance_name, paths.state)
    if not instance.claim():
        return 0
    try:
        return _Session(app, paths, settings, instance).run(hidden=hidden)
    finally:
        instance.close()


def _open(paths: Paths, settings: Settings) -> Assistant:
    """Opens the profile; then loads what the panes are made of. Runs beside the window, which is usable by then."""
    from assistant.bootstrap import build

    assistant = build(paths, settings)
    for module in _PANES:
        importlib.import_module(f"assistant.desktop.{module}")
    return assistant


def _refuse(error: AssistantError) -> None:
    """The one dialog: the program cannot go on."""
    _log.error("cannot start: %s: %s", error.code, error.message)
    box = QMessageBox(QMessageBox.Icon.Warning, "Assistant", sentence_for(error))
    box.setInformativeText(error.message)
    box.exec()


class _Session(QObject):
    """Everything that lives between start and quit."""

    def __init__(self, app: QApplication, paths: Paths, settings: Settings, instance: SingleInstance) -> None:
        super().__init__()
        self._app = app
        self._paths = paths
        self._settings = settings
        self._hidden = False
        self._first = False
        self._welcomed = paths.state / "welcomed"
        self._code = 0
        self._crash = _Crash()
        self._garbage = GarbageCollection(self)
        self._desk = Desk()
        self._window = MainWindow(self._desk)
        self._crash.happened.connect(self._desk.background.crashed)
        self._window.quitWanted.connect(self._ask_to_quit)
        instance.summoned.connect(self._window.bring_forward)

    def run(self, *, hidden: bool) -> int:
        self._install_hooks()
        self._hidden = hidden
        if self._hidden:
            QTimer.singleShot(0, self._open)
        else:
            self._window.dock.installEventFilter(self)
            self._window.show()
            self._window.dock.focus_text()
        return self._app.exec() or self._code

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Waits for the first picture of the input bar: from then on a person can type."""
        if event.type() == QEvent.Type.Paint and watched is self._window.dock:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._usable)
        return super().eventFilter(watched, event)

    def _usable(self) -> None:
        _log.info("the window is usable")
        self._open()

    def _open(self) -> None:
        """Stage two of starting: services and panes, while the person may type already."""
        paths, settings = self._paths, self._settings
        # The database says nothing: a command may have made it, as the fetching of a model does.
        self._first = not (self._welcomed.exists() or state_path(paths).exists())
        self._desk.background.run(lambda: _open(paths, settings), self._opened, self._refused)

    def _opened(self, assistant: Assistant) -> None:
        self._desk.attach(assistant)
        from assistant.desktop.staying import Staying
        from assistant.desktop.tray import Tray

        self._tray = Tray(self._desk)
        self._tray.follow(self._window.timers)
        self._tray.openWanted.connect(self._window.bring_forward)
        self._tray.talkWanted.connect(self._window.talk)
        self._tray.quitWanted.connect(self._ask_to_quit)
        self._staying = Staying(self._tray, self._window.popups, self._paths.state, self)
        self._staying.stays.connect(self._window.stay_when_closed)
        self._window.hiddenToTray.connect(self._staying.say_still_here)
        self._staying.begin(hidden=self._hidden)
        if self._first and not self._hidden:
            self._welcomed.touch()
            self._window.welcome()
        _log.info("the window is complete")
        self._desk.background.run(assistant.reminders.start, lambda _none: self._window.popups.present_pending())
        assistant.watch.start()
        self._desk.background.run(assistant.follow_language)
        self._desk.settingChanged.connect(self._follow_setting)
        from assistant.desktop.resume import Resume

        self._resume = Resume(self)
        self._resume.woken.connect(assistant.reminders.look_again)
        # A copy a day is what a damaged file is restored from; a full disk only costs the copy.
        self._desk.background.run(
            assistant.store.backup_if_due, failed=lambda error: _log.info("no backup: %s", error.message), lane="backup"
        )
        store = assistant.store
        if store.notice_code:
            at = store.notice_facts.get("backup_at")
            now = self._desk.now()
            when = (
                self._desk.wording.moment(at.astimezone(now.tzinfo), None, today=now.date())
                if isinstance(at, datetime)
                else ""
            )
            self._window.banner.tell_store(store.notice_code, store.notice_facts, when)
        elif self._settings.problems:
            self._window.banner.tell(" ".join(self._settings.problems))

    def _follow_setting(self, key: str) -> None:
        if key == "language":
            self._desk.background.run(self._desk.assistant.follow_language)
        if key == "start_at_login":
            wanted = self._settings.flag(key)
            self._desk.background.run(lambda: start_at_login(self._paths, wanted=wanted))

    def _refused(self, error: AssistantError) -> None:
        """The profile cannot be opened: said in a dialog, and nothing is touched."""
        _refuse(error)
        self._code = 1
        self._leave()

    # ------------------------------------------------------------------ leaving

    def _ask_to_quit(self) -> None:
        """Stage one: a reminder due within a day would not appear; the person decides."""
        if not self._desk.ready:
            self._leave()
            return
        reminders = self._desk.assistant.reminders
        self._desk.background.run(reminders.due_within_a_day, self._confirm_quit, lambda _error: self._leave())

    def _confirm_quit(self, count: int) -> None:
        if count:
            box = QMessageBox(self._window)
            box.setText(self.tr("Quit Assistant?"))
            box.setInformativeText(
                self.tr("%n reminder(s) due in the next 24 hours will not appear while Assistant is closed.", "", count)
            )
            quit_button = box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.AcceptRole)
            box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
            box.exec()
            if box.clickedButton() is not quit_button:
                return
        self._leave()

    def _leave(self) -> None:
        """Stage two: stop what runs, keep the window's state, finish the store's work, then end."""
        self._window.quitting = True
        self._window.save_state()
        if self._window.furnished:
            self._window.chat.stop()
            self._window.popups.close_all()
            self._staying.close()
        self._window.hide()
        self._desk.close()
        if self._desk.ready:
            self._desk.assistant.close()
        self._garbage.close()
        self._app.exit(self._code)

    # ------------------------------------------------------------------ borders of the process

    def _install_hooks(self) -> None:
        def in_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                self._leave()
                return
            _log.error("unhandled", exc_info=(kind, error, trace))
            self._crash.happened.emit(error)

        def in_thread(args: threading.ExceptHookArgs) -> None:
            if args.exc_value is not None:
                in_main(args.exc_type, args.exc_value, args.exc_traceback)

        sys.excepthook = in_main
        threading.excepthook = in_thread
        for number in (signal.SIGINT, signal.SIGTERM):
            # Not at once: a handler runs between any two instructions, also those that are still building the panes.
            signal.signal(number, lambda *_: QTimer.singleShot(0, self, self._leave))
        self._wake_for_signals()

    def _wake_for_signals(self) -> None:
        """Python runs signal handlers between its own instructions only: a byte on a socket makes Qt come round."""
        inner, outer = socket.socketpair()
        inner.setblocking(False)
        outer.setblocking(False)
        signal.set_wakeup_fd(outer.fileno())
        self._wake = (inner, outer, QSocketNotifier(inner.fileno(), QSocketNotifier.Type.Read, self))
        self._wake[2].activated.connect(lambda *_: inner.recv(64))

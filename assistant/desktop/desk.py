"""The one object that every pane is given: services, background work, words, and what has changed.

Notices arrive in whatever thread published them and leave here as Qt signals in the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from assistant.config.errors import AssistantError
from assistant.config.settings import Value
from assistant.desktop.background import Background
from assistant.services.notices import (
    ItemsChanged,
    RemindersAnswered,
    RemindersDue,
    RemindersRingAgain,
)

if TYPE_CHECKING:
    from assistant.domain.conversation import ReceiptItem
    from assistant.services.assistant import Assistant
    from assistant.services.model_ports import ModelStatus
    from assistant.services.wording.times import Wording


class Desk(QObject):
    """What the window's parts share. Lives in the GUI thread.

    Signals:
        itemsChanged(frozenset[ItemKind], bool): after a commit; True where another process made it.
        remindersDue(tuple[Reminder, ...]): became due and wait to be shown.
        remindersRingAgain(tuple[Reminder, ...]): are up, insist, and were not answered in time.
        remindersAnswered(tuple[str, ...]): uids whose pop-ups are out of date.
        modelChanged(ModelStatus)
        languageChanged(): the interface language or a format changed; strings are asked anew.
        toastWanted(str, object, str): text, journal id or None, name of the pane that changed.
        errorRaised(AssistantError): nobody nearer could show it.
        itemOpened(str, str, object): item kind, uid, recurrence id or None: show it where it lives.
        itemsListed(tuple[ReceiptItem, ...]): show what an answer was drawn from, to be opened one by one.
        settingsWanted(str): open the settings at a group.
        settingChanged(str): a setting's key, after it was written.
        connectionsChanged(): a connection to the network was opened.
        listeningChanged(bool): the microphone is open, or shut again.
        pauseChanged(): the person paused reminders, or ended that.
        closing(): the program ends; long work is cancelled now, before it is waited for.
    """

    itemsChanged = Signal(object, bool)
    remindersDue = Signal(object)
    remindersRingAgain = Signal(object)
    remindersAnswered = Signal(object)
    modelChanged = Signal(object)
    languageChanged = Signal()
    toastWanted = Signal(str, object, str)
    errorRaised = Signal(object)
    itemOpened = Signal(str, str, object)
    itemsListed = Signal(object)
    settingsWanted = Signal(str)
    settingChanged = Signal(str)
    connectionsChanged = Signal()
    listeningChanged = Signal(bool)
    pauseChanged = Signal()
    closing = Signal()
    _notice = Signal(object)
    _status = Signal(object)
    _setting = Signal(str)
    _connection = Signal()

    def __init__(self, assistant: Assistant | None = None, parent: QObject | None = None) -> None:
        """With an assistant the desk is ready at once; a starting window gets one later, by `attach`."""
        super().__init__(parent)
        self._assistant: Assistant | None = None
        self._waiting: list[Callable[[], object]] = []
        self._unsubscribe: Callable[[], None] = lambda: None
        self.background = Background(self)
        self.background.failed.connect(self.errorRaised)
        self._notice.connect(self._spread, Qt.ConnectionType.QueuedConnection)
        self._status.connect(self.modelChanged, Qt.ConnectionType.QueuedConnection)
        self._setting.connect(self.settingChanged, Qt.ConnectionType.QueuedConnection)
        self._connection.connect(self.connectionsChanged, Qt.ConnectionType.QueuedConnection)
        if assistant is not None:
            self.attach(assistant)

    @property
    def assistant(self) -> Assistant:
        """The services; only once the desk is `ready`."""
        assert self._assistant is not None, "the services are not there yet"
        return self._assistant

    @property
    def ready(self) -> bool:
        """True once the services are there. A window paints before that."""
        return self._assistant is not None

    def attach(self, assistant: Assistant) -> None:
        """Gives the desk its services and does what waited for them."""
        self._assistant = assistant
        self._unsubscribe = assistant.notices.subscribe(self._notice.emit)
        assistant.model.subscribe(self._status.emit)
        assistant.settings.subscribe(self._setting.emit)
        assistant.connections.subscribe(lambda _entry: self._connection.emit())
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            action()

    def when_ready(self, action: Callable[[], object]) -> None:
        """Calls `action` in the GUI thread as soon as the services are there, which may be at once."""
        if self.ready:
            action()
        else:
            self._waiting.append(action)

    @property
    def wording(self) -> Wording:
        """Dates and sentences in the interface's language and conventions."""
        return self.assistant.wording

    @property
    def model_status(self) -> ModelStatus:
        """The language model's state right now."""
        return self.assistant.model.status

    def now(self) -> datetime:
        """The current moment in the user's zone."""
        return self.assistant.clock.now()

    def toast(self, text: str, journal_id: int | None = None, pane: str = "calendar") -> None:
        """Says what happened, with Undo where there is a journal entry."""
        self.toastWanted.emit(text, journal_id, pane)

    def error(self, error: AssistantError) -> None:
        """Shows what went wrong in the window's error surface."""
        self.errorRaised.emit(error)

    def change_setting(self, key: str, value: Value) -> None:
        """Writes a setting in the background; `settingChanged` follows."""
        self.background.run(lambda: self.assistant.settings.set(key, value))

    def pause_reminders(self, until: datetime | None) -> None:
        """Reminders wait until then, None ends that; `pauseChanged` follows."""
        presence = self.assistant.presence
        self.background.run(lambda: presence.pause(until), lambda _none: self.pauseChanged.emit())

    def list_items(self, items: tuple[ReceiptItem, ...]) -> None:
        """Shows items to be opened one by one."""
        self.itemsListed.emit(items)

    def open_item(self, kind: str, uid: str, recurrence_id: str | None = None) -> None:
        """Brings an event, task or reminder into view."""
        self.itemOpened.emit(kind, uid, recurrence_id)

    def _spread(self, notice: object) -> None:
        match notice:
            case ItemsChanged(kinds, elsewhere):
                self.itemsChanged.emit(kinds, elsewhere)
            case RemindersDue(reminders):
                self.remindersDue.emit(reminders)
            case RemindersRingAgain(reminders):
                self.remindersRingAgain.emit(reminders)
            case RemindersAnswered(uids):
                self.remindersAnswered.emit(uids)

    def close(self) -> None:
        """Stops listening and finishes the work under way."""
        self.closing.emit()
        self._unsubscribe()
        self.background.close()

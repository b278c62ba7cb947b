"""What the system's notifications say of reminders, and when they are wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from assistant.desktop.desk import Desk
from assistant.desktop.popups import words
from assistant.desktop.popups.mirror import Mirror, wanted
from assistant.desktop.popups.state import Batch
from assistant.services.reminders.snoozing import usual_snooze

_ROWS = 5


class Notifying(QObject):
    """Each single reminder, and all of a digest as one, through the system where the setting says so. GUI thread.

    Signals:
        done(tuple[str, ...]), snoozed(tuple[str, ...]), opened(tuple[str, ...]): what was pressed, for these reminders.
        clicked(): a notification that only said something.
        unsaid(str): its text, where the system has no notifications.
    """

    done = Signal(object)
    snoozed = Signal(object)
    opened = Signal(object)
    clicked = Signal()
    unsaid = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._mirror = Mirror(self)
        self._mirror.done.connect(self.done)
        self._mirror.snoozed.connect(self.snoozed)
        self._mirror.opened.connect(self.opened)
        self._mirror.clicked.connect(self.clicked)
        self._mirror.unsaid.connect(self.unsaid)

    def tell(self, batch: Batch) -> None:
        """Sends what has just come up."""
        if not wanted(self._desk.assistant.settings.text("system_notifications")):
            return
        now, wording = self._desk.now(), self._desk.wording
        length = wording.length(usual_snooze(self._desk.assistant.settings))
        labels = (self.tr("Done"), self.tr("Snooze {length}").format(length=length))
        for one in batch.singles:
            line = words.state_line(one, now, wording)
            self._mirror.show(words.title(one), f"{line}\n{words.when_line(one, now, wording)}", (one.uid,), labels)
        if batch.digest:
            rows = "\n".join(words.row_title(one) for one in batch.digest[:_ROWS])
            uids = tuple(one.uid for one in batch.digest)
            self._mirror.show(self.tr("%n reminder(s)", "", len(uids)), rows, uids, labels)

    def say(self, title: str, text: str) -> None:
        """Sends a notification that only says something, whatever the setting for reminders is."""
        self._mirror.say(title, text)

    def withdraw(self, uids: tuple[str, ...]) -> None:
        """Takes back what was answered."""
        self._mirror.withdraw(uids)

    def close(self) -> None:
        """Sends no more."""
        self._mirror.close()

"""What can be done to reminders from the overview: done, put off, another moment, away; each with its toast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject

from assistant.desktop.desk import Desk
from assistant.domain.conversation import Receipt
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Insistence, Reminder, ReminderKind, ReminderState

_PANE = "tasks"


def answerable(reminder: Reminder) -> bool:
    """True where it can still be done or put off. Pure."""
    return reminder.state is not ReminderState.ACKNOWLEDGED


def movable(reminder: Reminder) -> bool:
    """True where it can be given another moment by itself: that of an event follows the event. Pure."""
    return answerable(reminder) and reminder.item_kind is not ItemKind.EVENT


class OverviewActions(QObject):
    """Runs commands in the store's lane and says what happened. Lives in the GUI thread."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reminders = desk.assistant.reminders

    def done(self, uids: Sequence[str]) -> None:
        """Done; tasks are completed, which the toast can undo."""

        def told(receipt: Receipt | None) -> None:
            if receipt is not None and receipt.items:
                self._say(self._completed(receipt), receipt)
            else:
                self._desk.toast(self.tr("%n reminder(s) done", "", len(uids)), None, _PANE)

        self._desk.background.run(lambda: self._reminders.acknowledge_all(uids), told, owner=self)

    def _completed(self, receipt: Receipt) -> str:
        if len(receipt.items) > 1:
            return self.tr("Completed %n task(s)", "", len(receipt.items))
        return self.tr("Completed “{title}”").format(title=receipt.items[0].title)

    def insist(self, uid: str, how: Insistence) -> None:
        """What a reminder does while nobody answers."""
        self._desk.background.run(lambda: self._reminders.insist(uid, how), self._insists, owner=self)

    def _insists(self, receipt: Receipt) -> None:
        self._say(self.tr("Changed “{title}”").format(title=receipt.items[0].title), receipt)

    def snooze(self, uids: Sequence[str], until: datetime) -> None:
        """Puts reminders off, those too that were closed without an answer."""
        now = self._desk.now()
        moment = self._desk.wording.moment(until, None, today=now.date())

        def work() -> None:
            for uid in uids:
                self._reminders.snooze(uid, until)

        def told(_none: None) -> None:
            self._desk.toast(self.tr("Snoozed until {moment}").format(moment=moment), None, _PANE)

        self._desk.background.run(work, told, owner=self)

    def move(self, reminder: Reminder, at: datetime) -> None:
        """Another moment; the alert of a task is changed through its task."""

        def told(receipt: Receipt) -> None:
            moment = self._desk.wording.moment(at, None, today=self._desk.now().date())
            self._say(self.tr("Moved to {moment}").format(moment=moment), receipt)

        self._desk.background.run(self._moving(reminder, at), told, owner=self)

    def _moving(self, reminder: Reminder, at: datetime) -> Callable[[], Receipt]:
        tasks, uid = self._desk.assistant.tasks, reminder.item_uid
        of_task = reminder.item_kind is ItemKind.TASK and reminder.kind is not ReminderKind.FOLLOW_UP
        if uid is None or not of_task:
            return lambda: self._reminders.move(reminder.uid, at)
        return lambda: tasks.change(tasks.get(uid), remind_at=at)

    def delete(self, uids: Sequence[str]) -> None:
        """Deletes reminders, with the rest of their series."""

        def told(receipt: Receipt) -> None:
            if len(receipt.items) > 1:
                self._say(self.tr("Deleted %n reminder(s)", "", len(receipt.items)), receipt)
            else:
                self._say(self.tr("Deleted “{title}”").format(title=receipt.items[0].title), receipt)

        self._desk.background.run(lambda: self._reminders.delete_all(uids), told, owner=self)

    def open(self, reminder: Reminder) -> None:
        """Shows the event or task that it announces."""
        if reminder.item_uid is not None:
            self._desk.open_item(str(reminder.item_kind), reminder.item_uid, reminder.recurrence_id)

    def _say(self, text: str, receipt: Receipt) -> None:
        self._desk.toast(text, receipt.journal_id, _PANE)

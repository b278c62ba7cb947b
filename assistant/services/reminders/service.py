"""The life of reminders: they ring, are answered and changed. The table is the truth; a timer only wakes us."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from assistant.config.errors import ConflictError, InputError, StoreError
from assistant.domain import life_cycle
from assistant.domain.conversation import Action, Receipt
from assistant.domain.items import ItemKind, Origin, new_uid
from assistant.domain.reminder import (
    OPEN_STATES,
    WAITING_STATES,
    Insistence,
    Reminder,
    ReminderKind,
    ReminderState,
)
from assistant.domain.rules import check_rule
from assistant.services.changes import Changes, Outcome
from assistant.services.conversation import receipts
from assistant.services.notices import ItemsChanged, RemindersDue, RemindersRingAgain
from assistant.services.ports import UnitOfWork
from assistant.services.reminders import closing, insisting
from assistant.services.reminders.insisting import Manner
from assistant.services.reminders.lookups import ReminderLookups
from assistant.services.reminders.ringing import fall_due, follow_zone

_LOG = logging.getLogger(__name__)
MOST_TEXT = 500
_RETRY = timedelta(seconds=1)


class ReminderService(ReminderLookups):
    """The life of reminders. Every step is stored before anybody sees it. Any thread but the one that draws."""

    def __init__(self, changes: Changes, manner: Manner | None = None) -> None:
        super().__init__(changes)
        self._manner = manner or Manner()
        self._zone = ""  # that whole days and floating events were last brought in step with

    # --------------------------------------------------------------------------------------------------- ringing

    def start(self) -> None:
        """Begins to watch the clock, and fires at once what fell due while nobody did. Called once, by the window."""
        self._changes.wakeups.start(self.fire)
        _LOG.info("the clock is watched for reminders")
        self.fire()

    def look_again(self) -> None:
        """Time may have passed unseen, as in sleep: what fell due is fired in the wake-ups' thread. Returns at once."""
        self._changes.wakeups.nudge()

    def fire(self) -> None:
        """Makes due whatever has come to its moment, in one transaction, then says so.

        A background job: where the store is busy or full it tries again a little later instead of giving up.
        """
        try:
            zone = str(self._changes.zone())
            if zone != self._zone:
                follow_zone(self._changes)
                self._zone = zone
            rung = fall_due(self._changes, self._manner)
        except StoreError as error:
            _LOG.info("reminders are tried again: %s", error.code)
            self._changes.wakeups.set_next(self._changes.now() + _RETRY)
            return
        self._changes.wakeups.set_next(rung.wake)
        if rung.again:
            self._changes.notices.publish(RemindersRingAgain(rung.again))
        if rung.due:
            self._changes.notices.publish(RemindersDue(rung.due))
            self._changes.notices.publish(ItemsChanged(frozenset({ItemKind.REMINDER})))

    # ------------------------------------------------------------------------------------------------- answering

    def shown(self, uids: Sequence[str]) -> tuple[Reminder, ...]:
        """Stores that these pop-ups are being put up, before they become visible.

        Returns:
            Those that may be put up: one that was answered meanwhile, in another process, is left out.
        """
        now = self._changes.now()
        found: list[Reminder] = []
        with self._changes.store.writing() as unit:
            for uid in uids:
                row = unit.reminders.get(uid)
                if row is None or row.state not in (ReminderState.DUE, ReminderState.SHOWN):
                    continue
                up = self._manner.up(unit, row, now)
                if up != row:
                    unit.reminders.advance(up)
                found.append(up)
            wake = unit.reminders.next_wake()
            unit.commit()
        if any(one.rings_at is not None for one in found):
            self._changes.wakeups.set_next(wake)
        return tuple(found)

    def acknowledge(self, uid: str) -> Receipt | None:
        """Done: closes the reminder and completes its task, which can be undone. None where no task hangs on it.

        Raises:
            NotFoundError: ``reminder.missing``.
            ConflictError: ``reminder.answered``.
        """
        return closing.acknowledge(self._changes, uid)

    def acknowledge_all(self, uids: Sequence[str]) -> Receipt | None:
        """Done with several at once: their tasks are completed in one step that one undo takes back.

        One that was answered meanwhile, or is gone, is passed over. None where no task hung on any of them.
        """
        return closing.acknowledge_all(self._changes, uids)

    def snooze(self, uid: str, until: datetime) -> None:
        """Puts a reminder off. Raises InputError ``reminder.past``, ConflictError ``reminder.answered``."""
        now = self._changes.now()
        closing.step(self._changes, uid, lambda one: life_cycle.snooze(one, until, now))

    def snooze_all(self, uids: Sequence[str], until: datetime) -> None:
        """Puts several off to one moment. Raises InputError ``reminder.past``."""
        now = self._changes.now()
        closing.step_all(self._changes, uids, lambda one: life_cycle.snooze(one, until, now))

    def dismiss(self, uid: str) -> None:
        """Closed by hand without an answer: it stays in the list as missed, or where it nags comes back soon."""
        now, every = self._changes.now(), self._manner.every()
        closing.step(self._changes, uid, lambda one: life_cycle.close(one, now, every))

    def dismiss_all(self, uids: Sequence[str]) -> None:
        """Several closed by hand without an answer."""
        closing.dismiss_all(self._changes, uids, self._manner.every())

    # -------------------------------------------------------------------------------------------------- changing

    def insist(self, uid: str, how: Insistence, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Sets what happens while nobody answers, for the rest of its series too. Raises ``reminder.missing``."""
        return insisting.choose(self._changes, self._manner, uid, how, origin=origin)

    def create(
        self,
        text: str,
        at: datetime,
        kind: ReminderKind = ReminderKind.REMINDER,
        *,
        rrule: str | None = None,
        insists: Insistence = Insistence.ONCE,
        origin: Origin = Origin.PERSON,
    ) -> Receipt:
        """Adds an alarm, a timer or another reminder that stands alone.

        Raises:
            InputError: ``reminder.past`` for a moment that is over, ``reminder.rule`` for a rule that cannot be used.
        """
        now = self._changes.now()
        if at.astimezone(UTC) <= now.astimezone(UTC):
            raise InputError("reminder.past", "That time is in the past.")
        uid = new_uid()
        row = Reminder(
            uid=uid,
            text=" ".join(text.split())[:MOST_TEXT],
            due_at=at.astimezone(UTC),
            zone=str(self._changes.zone()),
            created_at=now.astimezone(UTC),
            kind=kind,
            rrule=_checked_rule(rrule),
            series_uid=uid if rrule else None,
            series_start_at=at.astimezone(UTC) if rrule else None,
            insists=insists,
        )

        def work(unit: UnitOfWork) -> Outcome:
            unit.reminders.put(row)
            item = receipts.of_reminder(row, self._changes.zone())
            return Outcome(action=Action.ADDED, label=f"Added {kind}: {row.text}", items=(item,))

        return self._changes.write(work, origin)

    def move(self, uid: str, at: datetime, *, origin: Origin = Origin.PERSON) -> Receipt:
        """Sets another moment for a reminder that stands alone; it waits again.

        Raises:
            InputError: ``reminder.past``.
            NotFoundError: ``reminder.missing``.
            ConflictError: ``reminder.answered``.
        """
        now = self._changes.now()
        if at.astimezone(UTC) <= now.astimezone(UTC):
            raise InputError("reminder.past", "That time is in the past.")

        def work(unit: UnitOfWork) -> Outcome:
            row = closing.known(unit, uid)
            if row.state not in OPEN_STATES | {ReminderState.MISSED}:
                raise ConflictError("reminder.answered", "This reminder was answered already.")
            moved = life_cycle.rescheduled(row, at)
            unit.reminders.put(moved)
            old, item = (receipts.of_reminder(one, self._changes.zone()) for one in (row, moved))
            item = receipts.with_difference(old, item)
            return Outcome(action=Action.MOVED, label=f"Moved {row.kind}: {row.text}", items=(item,), answered=(uid,))

        return self._changes.write(work, origin)

    def delete_all(self, uids: Sequence[str], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Deletes reminders, and with them the rest of their series, in one step that one undo takes back."""

        def work(unit: UnitOfWork) -> Outcome:
            rows = [closing.known(unit, uid) for uid in uids]
            series = {row.series_uid for row in rows if row.series_uid is not None}
            waiting = [one for one in unit.reminders.in_states(tuple(WAITING_STATES)) if one.series_uid in series]
            gone = {row.uid for row in (*rows, *waiting)}
            for uid in gone:
                unit.reminders.remove(uid)
            items = tuple(receipts.of_reminder(row, self._changes.zone()) for row in rows)
            label = f"Deleted {rows[0].kind}: {rows[0].text}" if len(rows) == 1 else f"Deleted {len(rows)} reminders"
            return Outcome(action=Action.DELETED, label=label, items=items, answered=tuple(sorted(gone)))

        return self._changes.write(work, origin)


def _checked_rule(rrule: str | None) -> str | None:
    if not rrule:
        return None
    try:
        check_rule(rrule)
    except ValueError as error:
        raise InputError("reminder.rule", "This repeat rule cannot be used.", rule=rrule) from error
    return rrule

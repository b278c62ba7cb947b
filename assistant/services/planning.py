"""Time for tasks in the calendar: an event that is named after its task and knows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.event import Calendar, Event, usual_calendar
from assistant.domain.items import Origin, new_uid
from assistant.domain.spans import Zoned, bounds
from assistant.domain.task import Task
from assistant.services import receipts
from assistant.services.changes import Changes, Outcome
from assistant.services.ports import UnitOfWork
from assistant.services.schedule import check_writable
from assistant.services.tasks import entry_label, known

USUAL_MINUTES = 60


class PlanningService:
    """Plans tasks into the calendar. Methods block for a few milliseconds; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def plan(
        self,
        uids: Sequence[str],
        start_at: datetime,
        *,
        origin: Origin = Origin.PERSON,
    ) -> Receipt:
        """Makes an event for each task, one after another, in one step. The tasks stay, to be checked off.

        Args:
            uids: The tasks, in their order; each takes its estimate, without that an hour.
            start_at: When the first begins, aware.
            origin: Who asked.

        Raises:
            NotFoundError: ``task.missing``.
            InputError: ``calendar.read_only``, where no calendar can be written to.
        """

        def work(unit: UnitOfWork) -> Outcome:
            calendar = _calendar(unit)
            items: list[ReceiptItem] = []
            begins = start_at.astimezone(UTC)
            for uid in uids:
                event = self._block(known(unit, uid), begins, calendar.uid)
                unit.events.put(event)
                begins = bounds(event.span, self._changes.zone())[1].astimezone(UTC)
                items.append(receipts.of_event(event, calendar.name, self._changes.zone()))
            return Outcome(action=Action.ADDED, label=entry_label("Planned", items), items=tuple(items))

        return self._changes.write(work, origin)

    def plan_at(self, places: Sequence[tuple[str, datetime, datetime]], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Makes an event for each task at the place given for it (uid, start, end; aware), in one step.

        Raises:
            NotFoundError: ``task.missing``.
            InputError: as `plan`.
        """

        def work(unit: UnitOfWork) -> Outcome:
            calendar = _calendar(unit)
            items: list[ReceiptItem] = []
            for uid, start, end in places:
                block = self._block(known(unit, uid), start, calendar.uid)
                event = replace(block, span=Zoned(start, end, str(self._changes.zone())))
                unit.events.put(event)
                items.append(receipts.of_event(event, calendar.name, self._changes.zone()))
            return Outcome(action=Action.ADDED, label=entry_label("Planned", items), items=tuple(items))

        return self._changes.write(work, origin)

    def _block(self, task: Task, begins: datetime, calendar_uid: str) -> Event:
        now = self._changes.now()
        ends = begins + timedelta(minutes=task.estimate_minutes or USUAL_MINUTES)
        return Event(
            uid=new_uid(),
            calendar_uid=calendar_uid,
            title=task.title,
            span=Zoned(begins, ends, str(self._changes.zone())),
            created_at=now,
            updated_at=now,
            task_uid=task.uid,
        )

    def blocks(self) -> tuple[Event, ...]:
        """Every event that makes time for a task, by its start."""
        with self._changes.store.reading() as unit:
            return unit.events.for_tasks()


def _calendar(unit: UnitOfWork) -> Calendar:
    calendar = usual_calendar(unit.calendars.all())
    check_writable(unit, calendar.uid)
    return calendar


def next_block(blocks: tuple[Event, ...], task: Task, now: datetime) -> Event | None:
    """Of the events made for a task the one that is on or comes next, else the last one that was. Pure.

    Args:
        blocks: By their start.
        task: The task.
        now: Aware.
    """
    own = [event for event in blocks if event.task_uid == task.uid and isinstance(event.span, Zoned)]
    ahead = (event for event in own if isinstance(event.span, Zoned) and event.span.end_at > now)
    return next(ahead, own[-1] if own else None)

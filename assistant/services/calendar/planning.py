"""Time for tasks in the calendar: an event that is named after its task and knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.domain.event import Calendar, Event, usual_calendar
from assistant.domain.items import Origin, new_uid
from assistant.domain.recurrence import expand
from assistant.domain.spans import AllDay, Span, Zoned, bounds
from assistant.domain.task import Task
from assistant.services.calendar.free_time import STEP, busy, gaps, hours_to_plan_in, packed
from assistant.services.calendar.schedule import check_writable
from assistant.services.changes import Changes, Outcome
from assistant.services.conversation import receipts
from assistant.services.ports import UnitOfWork
from assistant.services.tasks.service import entry_label, known

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
        zone = self._changes.zone()

        def places(unit: UnitOfWork) -> list[tuple[str, Span]]:
            found: list[tuple[str, Span]] = []
            begins = start_at.astimezone(UTC)
            for uid in uids:
                ends = begins + _length(known(unit, uid))
                found.append((uid, Zoned(begins, ends, str(zone))))
                begins = ends
            return found

        return self._write(places, origin)

    def plan_on(self, uids: Sequence[str], on: date, *, whole_day: bool = False) -> Receipt:
        """Makes an event for each task on a day, in one step: at the first free time, or over the whole day.

        The working hours are looked at first, then the evening; a task for which there is no room begins with them.

        Args:
            uids: The tasks, in their order; each takes its estimate, without that an hour.
            on: The day, in the zone of the person.
            whole_day: Without a time.

        Raises:
            NotFoundError: ``task.missing``.
            InputError: as `plan`.
        """
        zone = self._changes.zone()

        def places(unit: UnitOfWork) -> list[tuple[str, Span]]:
            if whole_day:
                return [(uid, AllDay(on, on + timedelta(days=1))) for uid in uids]
            start, end, late = hours_to_plan_in(on, self._changes.now().astimezone(zone))
            lengths = [_length(known(unit, uid)) for uid in uids]
            free = gaps(((start, end), (end, late)), _taken(unit, start, late, zone), STEP)
            found = zip(uids, lengths, packed(lengths, free), strict=True)
            return [(uid, Zoned(*(place or (start, start + length)), str(zone))) for uid, length, place in found]

        return self._write(places, Origin.PERSON)

    def plan_at(self, places: Sequence[tuple[str, datetime, datetime]], *, origin: Origin = Origin.PERSON) -> Receipt:
        """Makes an event for each task at the place given for it (uid, start, end; aware), in one step.

        Raises:
            NotFoundError: ``task.missing``.
            InputError: as `plan`.
        """
        zone = str(self._changes.zone())
        return self._write(lambda _unit: [(uid, Zoned(start, end, zone)) for uid, start, end in places], origin)

    def _write(self, places: Callable[[UnitOfWork], Iterable[tuple[str, Span]]], origin: Origin) -> Receipt:
        zone = self._changes.zone()

        def work(unit: UnitOfWork) -> Outcome:
            calendar = _calendar(unit)
            items: list[ReceiptItem] = []
            for uid, span in places(unit):
                event = self._block(known(unit, uid), span, calendar.uid)
                unit.events.put(event)
                items.append(receipts.of_event(event, calendar.name, zone))
            return Outcome(action=Action.ADDED, label=entry_label("Planned", items), items=tuple(items))

        return self._changes.write(work, origin)

    def _block(self, task: Task, span: Span, calendar_uid: str) -> Event:
        now = self._changes.now()
        return Event(
            uid=new_uid(),
            calendar_uid=calendar_uid,
            title=task.title,
            span=span,
            created_at=now,
            updated_at=now,
            task_uid=task.uid,
        )

    def blocks(self) -> tuple[Event, ...]:
        """Every event that makes time for a task, by its start."""
        with self._changes.store.reading() as unit:
            return unit.events.for_tasks()


def _length(task: Task) -> timedelta:
    return timedelta(minutes=task.estimate_minutes or USUAL_MINUTES)


def _taken(unit: UnitOfWork, start: datetime, end: datetime, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    """What the calendars that are shown have between two moments."""
    shown = {calendar.uid for calendar in unit.calendars.all() if calendar.visible}
    events = [event for event in unit.events.touching(start, end) if event.calendar_uid in shown]
    here = (one for event in events for one in expand(event, start.astimezone(UTC), end.astimezone(UTC), zone))
    return [(one.start_at, one.end_at) for one in busy(here)]


def _calendar(unit: UnitOfWork) -> Calendar:
    calendar = usual_calendar(unit.calendars.all())
    check_writable(unit, calendar.uid)
    return calendar


def next_block(blocks: tuple[Event, ...], task: Task, now: datetime, zone: ZoneInfo) -> Event | None:
    """Of the events made for a task the one that is on or comes next, else the last one that was. Pure.

    Args:
        blocks: By their start.
        task: The task.
        now: Aware.
        zone: In which whole days are counted.
    """
    own = [event for event in blocks if event.task_uid == task.uid]
    ahead = (event for event in own if bounds(event.span, zone)[1] > now)
    return next(ahead, own[-1] if own else None)

"""Time for tasks in the calendar: an event that is named after its task and knows it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from assistant.domain.conversation import Action, Receipt
from assistant.domain.event import Event
from assistant.domain.items import Origin, new_uid
from assistant.domain.spans import Zoned
from assistant.domain.task import Task
from assistant.services import receipts
from assistant.services.changes import Changes, Outcome
from assistant.services.ports import UnitOfWork
from assistant.services.tasks import known

USUAL_MINUTES = 60


class PlanningService:
    """Plans tasks into the calendar. Methods block for a few milliseconds; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def plan(
        self,
        uid: str,
        start_at: datetime,
        *,
        minutes: int | None = None,
        calendar_uid: str | None = None,
        origin: Origin = Origin.PERSON,
    ) -> Receipt:
        """Makes an event for a task. The task itself stays as it is, to be checked off by itself.

        Args:
            uid: The task.
            start_at: When to begin, aware.
            minutes: How long; without it the task's estimate, without that an hour.
            calendar_uid: Without it the first calendar.
            origin: Who asked.

        Raises:
            NotFoundError: ``task.missing``, ``store.parent_missing``.
        """
        now, viewer = self._changes.now(), self._changes.zone()

        def work(unit: UnitOfWork) -> Outcome:
            task = known(unit, uid)
            lasts = timedelta(minutes=minutes or task.estimate_minutes or USUAL_MINUTES)
            begins = start_at.astimezone(UTC)
            calendars = unit.calendars.all()
            calendar = next((one for one in calendars if one.uid == calendar_uid), calendars[0])
            event = Event(
                uid=new_uid(),
                calendar_uid=calendar.uid,
                title=task.title,
                span=Zoned(begins, begins + lasts, str(viewer)),
                created_at=now,
                updated_at=now,
                task_uid=task.uid,
            )
            unit.events.put(event)
            item = receipts.of_event(event, calendar.name, viewer)
            return Outcome(action=Action.ADDED, label=f"Planned task: {task.title}", items=(item,))

        return self._changes.write(work, origin)

    def blocks(self) -> tuple[Event, ...]:
        """Every event that makes time for a task, by its start."""
        with self._changes.store.reading() as unit:
            return unit.events.for_tasks()


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

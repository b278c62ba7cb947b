"""Planning a day: open tasks with their estimates put into the free hours. The same tasks always give the same plan.

It is a proposal: nothing is written before the person applies it, and then exactly what was shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from assistant.domain.conversation import ReceiptItem
from assistant.domain.items import ItemKind
from assistant.domain.spans import Zoned
from assistant.domain.task import Task
from assistant.services.calendar.free_time import Stretch, busy, gaps, hours_to_plan_in, packed
from assistant.services.calendar.planning import PlanningService
from assistant.services.conversation.reply import Reply
from assistant.services.requests.asked import ORIGIN, Asked, Services
from assistant.services.requests.times import window
from assistant.understanding.request import Intent, Request
from assistant.understanding.times import Grain, TimeKind, TimeMention
from assistant.understanding.words.table import late

_PLAN = late(
    r"\bplan (?:out )?(?:my|the|our) (?:day|morning|afternoon|work)\b|\bplan (?:today|tomorrow)\b"
    r"|\bplan my (?:today|tomorrow|mon|tues|wednes|thurs|fri|satur|sun)\w*\b|\bplan (?:the )?rest of (?:my|the) day\b"
    r"|(?:帮我|替我|给我)?(?:规划|計劃|计划|安排)(?:一下)?(?:我的?)?(?:今天|明天|这一天|一天|我的一天|今日|明日)"
    r"|(?:今天|明天)(?:帮我|替我|给我)?(?:规划|安排)一下",
    re.IGNORECASE,
)
_ESTIMATE = timedelta(minutes=30)
_MOST = 8
_MOST_LEFT = 3


@dataclass(frozen=True, slots=True)
class Planned:
    """A task and its place in the day."""

    task: Task
    start_at: datetime
    end_at: datetime


def is_plan(text: str) -> bool:
    """True where a day is to be planned."""
    return _PLAN.search(text) is not None


def plan(services: Services, asked: Asked) -> Reply:
    """Proposes places for the tasks of the day; with an approved choice it writes them."""
    if asked.approved and asked.targets:
        return _apply(services, asked)
    day = _day(asked)
    start, end = _hours(asked, day)
    taken = [(o.start_at, o.end_at) for o in busy(services.schedule.occurrences(start, end))]
    tasks = tasks_of_the_day(services.tasks.all(done=False), day, asked.now)[:_MOST]
    if not tasks:
        return asked.answer(asked.say("plan.no_tasks", day=asked.wording.day(day, asked.today)))
    planned, left = _planned(tasks, gaps(((start, end),), taken, timedelta(minutes=15)))
    told = asked.wording.day(day, asked.today)
    if not planned:
        return asked.answer(asked.say("plan.no_room", day=told))
    label = asked.say("plan.apply" if len(planned) > 1 else "plan.apply_one", count=len(planned))
    uids = tuple(one.task.uid for one in planned)
    choice = replace(
        asked.choice(label, request=_request(asked, planned)),
        target_uids=uids,
        target_uid=uids[0] if len(uids) == 1 else None,
    )
    text = asked.say("plan.ask" if len(planned) > 1 else "plan.ask_one", day=told, count=len(planned))
    if left:
        comma = "、" if asked.wording.chinese else ", "
        titles = [task.title for task in left[:_MOST_LEFT]] + (["…"] if len(left) > _MOST_LEFT else [])
        text += "\n" + asked.say("plan.left", titles=comma.join(titles))
    return asked.approval(text, [choice], [_item(one) for one in planned])


def _apply(services: Services, asked: Asked) -> Reply:
    """Writes what was shown, of it what was left checked; where the hours are taken by now, it is proposed anew."""
    shown = [
        (t.text, t.start, t.end)
        for t in asked.request.times
        if t.text in asked.targets and isinstance(t.start, datetime) and isinstance(t.end, datetime)
    ]
    open_tasks = {task.uid for task in services.tasks.all(done=False)}
    taken = any(services.schedule.clashes(Zoned(start, end, str(asked.zone))) for _, start, end in shown)
    if taken or not shown or not open_tasks.issuperset(asked.targets):
        return plan(services, replace(asked, approved=False, targets=()))
    return asked.receipt(PlanningService(services.changes).plan_at(shown, origin=ORIGIN))


def tasks_of_the_day(tasks: tuple[Task, ...], day: date, now: datetime) -> list[Task]:
    """What wants doing on a day: overdue first, then due that day, then the most urgent; those put off are left out."""
    zone = now.tzinfo

    def due(task: Task) -> date | None:
        return task.due_at.astimezone(zone).date() if task.due_at is not None else task.due_on

    def begins(task: Task) -> date | None:
        return task.start_at.astimezone(zone).date() if task.start_at is not None else task.start_on

    parents = {task.parent_uid for task in tasks}
    fitting = []
    for task in tasks:
        start, last = begins(task), due(task)
        if task.someday or task.uid in parents or (start is not None and start > day):
            continue
        # A task due another day is planned for that day, unless it is urgent or must begin now.
        if last is not None and last > day and task.priority.value < 3 and start is None:
            continue
        fitting.append(task)
    far = date.max
    return sorted(
        fitting,
        key=lambda t: (
            (due(t) or far) > day,
            due(t) or far,
            t.due_at.astimezone(UTC).timestamp() if t.due_at else float("inf"),
            -t.priority.value,
            t.position,
            t.uid,
        ),
    )


def _day(asked: Asked) -> date:
    place = window(asked.request.item_time, asked.now, asked.zone)
    return max(place[0].astimezone(asked.zone).date(), asked.today) if place is not None else asked.today


def _hours(asked: Asked, day: date) -> Stretch:
    """The hours to plan in: the working day, from now on; late in the day its evening."""
    start, end, evening = hours_to_plan_in(day, asked.now.astimezone(asked.zone))
    return start, end if end - start >= _ESTIMATE else evening


def estimate(task: Task) -> timedelta:
    """How long a task takes; half an hour where nobody said."""
    return timedelta(minutes=task.estimate_minutes) if task.estimate_minutes else _ESTIMATE


def _planned(tasks: list[Task], free: tuple[Stretch, ...]) -> tuple[list[Planned], list[Task]]:
    places = packed([estimate(task) for task in tasks], free)
    fitting = [Planned(task, *place) for task, place in zip(tasks, places, strict=True) if place is not None]
    left = [task for task, place in zip(tasks, places, strict=True) if place is None]
    return sorted(fitting, key=lambda one: one.start_at), left


def _request(asked: Asked, planned: list[Planned]) -> Request:
    """Carries what was shown: the text of each time names its task."""
    times = tuple(
        TimeMention(one.task.uid, 0, 0, TimeKind.INTERVAL, one.start_at, one.end_at, Grain.minute) for one in planned
    )
    return Request(intent=Intent.QUERY_EVENTS, confidence=asked.request.confidence, times=times)


def _item(one: Planned) -> ReceiptItem:
    return ReceiptItem(
        kind="task",
        uid=one.task.uid,
        item_kind=ItemKind.TASK,
        title=one.task.title,
        start_at=one.start_at,
        end_at=one.end_at,
    )

"""Requests that change what is there: move, rename, complete, delete. Large or doubtful ones wait for a yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.config.errors import InputError
from assistant.domain.conversation import Receipt, ReceiptItem
from assistant.domain.items import ItemKind
from assistant.domain.recurrence import Scope
from assistant.domain.reminder import Reminder, ReminderKind
from assistant.domain.series import shown_span
from assistant.domain.spans import Span
from assistant.domain.task import Task
from assistant.services.calendar.drafts import EventDraft
from assistant.services.calendar.many import ManyEvents, Place
from assistant.services.conversation import receipts
from assistant.services.conversation.reply import Choice, Reply
from assistant.services.reminders.alerts import waiting_alert
from assistant.services.requests.asked import ORIGIN, Asked, Services
from assistant.services.requests.choosing import chosen, on_the_day, says_one, scopes
from assistant.services.requests.creating import PRIORITIES
from assistant.services.requests.finding import Target
from assistant.services.requests.times import moved_moment, moved_span, own_times
from assistant.services.requests.timing import timer_step
from assistant.services.tasks.rounds import KEEP
from assistant.understanding.request import Intent
from assistant.understanding.times import TimeMention

MANY = 3
_SCOPE_WORDS = {Scope.THIS: "choice.this", Scope.FOLLOWING: "choice.following", Scope.ALL: "choice.all"}


# ----------------------------------------------------------------------------------------------------------- deleting


def delete(services: Services, asked: Asked) -> Reply:
    """Deletes after a yes; of a series as much as was chosen."""
    targets = chosen(services, asked)
    if isinstance(targets, Reply):
        return targets
    if not asked.approved:
        return _may_delete(asked, targets)
    if len(targets) == 1 and targets[0].kind is ItemKind.EVENT:
        target = targets[0]
        receipt = services.schedule.delete(
            target.uid, recurrence_id=target.recurrence_id, scope=scopes(asked, target)[0], origin=ORIGIN
        )
        return asked.receipt(receipt)
    replies = [asked.receipt(receipt) for receipt in _delete_all(services, targets)]
    return replies[0] if len(replies) == 1 else _joined(replies)


def _delete_all(services: Services, targets: tuple[Target, ...]) -> list[Receipt]:
    tasks = [one.uid for one in targets if one.kind is ItemKind.TASK]
    rows = [one.uid for one in targets if one.kind is ItemKind.REMINDER]
    events = [Place(one.uid, one.recurrence_id) for one in targets if one.kind is ItemKind.EVENT]
    made = [ManyEvents(services.changes).delete(events, origin=ORIGIN)] if events else []
    made += [services.tasks.delete_all(tasks, origin=ORIGIN)] if tasks else []
    made += [services.reminders.delete_all(rows, origin=ORIGIN)] if rows else []
    return made


def _joined(replies: list[Reply]) -> Reply:
    return replace(
        replies[0],
        text="\n".join(reply.text for reply in replies),
        receipts=tuple(receipt for reply in replies for receipt in reply.receipts),
        items=tuple(item for reply in replies for item in reply.items),
    )


def _may_delete(asked: Asked, targets: tuple[Target, ...]) -> Reply:
    items = [target.item for target in targets]
    if len(targets) > 1:
        label = asked.say("choice.delete_many", count=len(targets))
        return asked.approval(
            asked.say("approve.delete_many", count=len(targets)), [asked.choice(label, targets=targets)], items
        )
    target = targets[0]
    if target.series and target.recurrence_id is not None:
        return asked.approval(
            asked.say("approve.delete_series", title=target.title), _scope_choices(asked, target), items
        )
    text = asked.say("approve.delete", title=target.title, when=asked.details(target.item)).strip()
    return asked.approval(text, [asked.choice(asked.say("choice.delete"), targets=targets)], items)


def _scope_choices(asked: Asked, target: Target) -> list[Choice]:
    return [
        asked.choice(asked.say(_SCOPE_WORDS[scope]), targets=(target,), scope=scope) for scope in scopes(asked, target)
    ]


# --------------------------------------------------------------------------------------------------------- completing


def complete(services: Services, asked: Asked) -> Reply:
    """Checks off at once; three or more after a yes."""
    targets = chosen(services, asked)
    if isinstance(targets, Reply):
        return targets
    if len(targets) >= MANY and not asked.approved:
        label = asked.say("choice.complete_many", count=len(targets))
        return asked.approval(
            asked.say("approve.complete_many", count=len(targets)),
            [asked.choice(label, targets=targets)],
            [target.item for target in targets],
        )
    if targets[0].kind is ItemKind.EVENT:
        # An event cannot be done; what was meant is not here.
        return asked.answer(asked.say("none_match", words=targets[0].title), error_code="item.none")
    if targets[0].kind is ItemKind.REMINDER:
        services.reminders.acknowledge(targets[0].uid)
        return asked.answer(asked.say("reminder.completed", title=targets[0].title), [targets[0].item])
    uids = [target.uid for target in targets if target.kind is ItemKind.TASK]
    return asked.receipt(services.tasks.complete_all(uids, origin=ORIGIN))


# ----------------------------------------------------------------------------------------------------------- changing


def update(services: Services, asked: Asked) -> Reply:
    """Moves, renames, or changes place, priority, list or alerts, of whatever kind the item is."""
    targets = chosen(services, asked, changing=True)
    if isinstance(targets, Reply):
        return targets
    if len(targets) > 1:
        return _move_many(services, asked, targets)
    target = on_the_day(services, asked, targets[0])
    if target.past and not asked.approved:
        text = asked.say("approve.past", title=target.title, when=asked.when(target.item))
        return asked.approval(text, [asked.choice(asked.say("choice.change"), targets=targets)], [target.item])
    if target.kind is ItemKind.EVENT:
        return _update_event(services, asked, target)
    if target.kind is ItemKind.TASK:
        return _update_task(services, asked, target)
    return _update_reminder(services, asked, target)


def _new_time(asked: Asked) -> TimeMention | None:
    request = asked.request
    times = own_times(replace(request, times=request.times[request.naming :]))
    return times[-1] if times else None


def _new_length(asked: Asked) -> timedelta | None:
    stated = next((t.duration for t in asked.request.times if t.kind == "duration" and t.duration and not t.lead), None)
    return asked.slots.duration or stated


def _nothing_to_do(asked: Asked, target: Target) -> Reply:
    return asked.question(asked.say("no_change", title=target.title), items=[target.item])


def _update_event(services: Services, asked: Asked, target: Target) -> Reply:
    event = services.schedule.get(target.uid)
    slots, mention = asked.slots, _new_time(asked)
    shown = _span_of(services, target)
    span = moved_span(shown, mention, _new_length(asked), asked.text, asked.zone)
    rrule = mention.rrule if mention is not None and mention.rrule else event.rrule
    draft = replace(
        EventDraft.of(event),
        title=slots.new_title or target.title,
        span=span or shown,
        rrule=rrule,
        location=slots.location or target.item.location,
        alert_minutes=slots.reminder_minutes_before or event.alert_minutes,
        people=slots.people or event.people,
    )
    if replace(EventDraft.of(event), span=shown, title=target.title, location=target.item.location) == draft:
        return _nothing_to_do(asked, target)
    if target.series and target.recurrence_id is not None:
        alone = says_one(asked) and draft.rrule == event.rrule and draft.alert_minutes == event.alert_minutes
        if not asked.approved and not alone:
            text = asked.say("approve.series", title=target.title)
            return asked.approval(text, _scope_choices(asked, target), [target.item])
        scope = scopes(asked, target)[0]
    else:
        scope = Scope.ALL
    moved_only = span is not None and replace(draft, span=shown) == replace(
        EventDraft.of(event), span=shown, title=target.title, location=target.item.location
    )
    if moved_only:
        receipt = services.schedule.move(
            target.uid, draft.span, recurrence_id=target.recurrence_id, scope=scope, origin=ORIGIN
        )
    else:
        receipt = services.schedule.change(
            target.uid, draft, recurrence_id=target.recurrence_id, scope=scope, origin=ORIGIN
        )
    return asked.receipt(receipt)


def _span_of(services: Services, target: Target) -> Span:
    return shown_span(services.schedule.get(target.uid), target.recurrence_id)


def _update_task(services: Services, asked: Asked, target: Target) -> Reply:
    task = services.tasks.get(target.uid)
    slots = asked.slots
    changed = _moved_task(asked, task)
    changed = replace(
        changed,
        title=slots.new_title or task.title,
        priority=PRIORITIES.get(slots.priority or "", task.priority) if slots.priority else task.priority,
        tags=tuple(dict.fromkeys((*task.tags, *slots.tags))),
    )
    alert = waiting_alert(services.tasks.reminders_of(task.uid))
    remind_at = _new_alert(asked, changed, alert)
    if changed == task and remind_at is None and slots.list is None:
        return _nothing_to_do(asked, target)
    receipt = services.tasks.change(
        changed, remind_at=remind_at if remind_at is not None else KEEP, new_list=slots.list, origin=ORIGIN
    )
    return asked.receipt(receipt)


def _moved_task(asked: Asked, task: Task) -> Task:
    mention = _new_time(asked)
    moment = moved_moment(task.due_at, mention, _new_length(asked), asked.text, asked.zone)
    if moment is not None:
        rrule = mention.rrule if mention is not None and mention.rrule else task.rrule
        return replace(task, due_on=None, due_at=moment, zone=str(asked.zone), rrule=rrule)
    start = mention.start if mention is not None else None
    if mention is not None and isinstance(start, date) and not isinstance(start, datetime):
        return replace(task, due_on=start, due_at=None, rrule=mention.rrule or task.rrule)
    return task


def _new_alert(asked: Asked, task: Task, alert: Reminder | None) -> datetime | None:
    """When to remind, where the words say something about it; None leaves the alert with the due time."""
    leads = asked.slots.reminder_minutes_before
    if leads and task.due_at is not None:
        return task.due_at - timedelta(minutes=leads[0])
    if asked.request.intent.value.endswith("reminder") and alert is None and task.due_at is not None:
        return task.due_at
    return None


def _update_reminder(services: Services, asked: Asked, target: Target) -> Reply:
    row = services.reminders.get(target.uid)
    if row.kind is ReminderKind.TIMER:
        stepped = timer_step(services.timers, row, asked.text, _new_length(asked))
        if stepped is not None:
            return asked.receipt(stepped)
    moment = moved_moment(row.wakes_at, _new_time(asked), _new_length(asked), asked.text, asked.zone)
    if moment is None:
        return _nothing_to_do(asked, target)
    return asked.receipt(services.reminders.move(target.uid, moment, origin=ORIGIN))


def _move_many(services: Services, asked: Asked, targets: tuple[Target, ...]) -> Reply:
    """Several items to another day, each at its own time of day; three and more after a yes."""
    mention, length = _new_time(asked), _new_length(asked)
    start = mention.start if mention is not None else None
    events = [target for target in targets if target.kind is ItemKind.EVENT]
    tasks = [target.uid for target in targets if target.kind is ItemKind.TASK]
    shown = {target: shown_span(services.schedule.get(target.uid), target.recurrence_id) for target in events}
    spans = {target: moved_span(span, mention, length, asked.text, asked.zone) for target, span in shown.items()}
    if (start is None and tasks) or any(span is None for span in spans.values()):
        raise InputError("request.no_time", asked.say("no_change", title=asked.text))
    if len(targets) >= MANY and not asked.approved:
        rows = [_row(asked, target, spans.get(target), start) for target in targets]
        changes = [asked.say("change.row", title=row.title, old=row.before, new=asked.when(row)) for row in rows]
        label = asked.say("choice.move_many", count=len(targets))
        text = "\n".join([asked.say("approve.move_many", count=len(targets)), *changes])
        return asked.approval(text, [asked.choice(label, targets=targets)], rows)
    replies = []
    if events:
        places = [Place(target.uid, target.recurrence_id, spans[target]) for target in events]
        replies.append(asked.receipt(ManyEvents(services.changes).move(places, origin=ORIGIN)))
    if tasks and start is not None:
        day = start.astimezone(asked.zone).date() if isinstance(start, datetime) else start
        replies.append(asked.receipt(services.tasks.postpone(tasks, day, origin=ORIGIN)))
    return replies[0] if len(replies) == 1 else _joined(replies)


def _row(asked: Asked, target: Target, span: Span | None, start: datetime | date | None) -> ReceiptItem:
    """How an item would stand; `before` says in words when it is now."""
    before = asked.when(target.item)
    if span is not None:
        start_at, end_at, start_on, end_on = receipts.span_times(span, asked.zone)
        moved = replace(target.item, start_at=start_at, end_at=end_at, start_on=start_on, end_on=end_on)
        return replace(moved, rrule=None, before=before)
    day = start.astimezone(asked.zone).date() if isinstance(start, datetime) else start
    if day is None or target.item.start_at is None:
        return replace(target.item, start_on=day.isoformat() if day else None, before=before)
    moment = datetime.combine(day, target.item.start_at.astimezone(asked.zone).time(), asked.zone)
    return replace(target.item, start_at=moment, before=before)


# ------------------------------------------------------------------------------------------------------------- alerts


def add_alert(services: Services, asked: Asked) -> Reply:
    """An alert on the item that was spoken of, beside those it has: "and remind me ten minutes before"."""
    asked = replace(asked, request=replace(asked.request, intent=Intent.UPDATE_EVENT))
    targets = chosen(services, asked)
    if isinstance(targets, Reply):
        return targets
    target = targets[0]
    if target.kind is ItemKind.EVENT:
        leads = {*services.schedule.get(target.uid).alert_minutes, *asked.slots.reminder_minutes_before}
        slots = replace(asked.slots, reminder_minutes_before=tuple(sorted(leads)))
        return _update_event(services, replace(asked, request=replace(asked.request, slots=slots)), target)
    if target.kind is ItemKind.TASK:
        return _update_task(services, asked, target)
    return _nothing_to_do(asked, target)

"""Requests that add something: events, tasks, reminders, alarms, timers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from assistant.domain.event import Calendar, usual_calendar
from assistant.domain.items import Priority
from assistant.domain.reminder import Insistence, ReminderKind
from assistant.services.calendar.drafts import EventDraft, usual_alerts
from assistant.services.conversation.reply import Choice, Reply
from assistant.services.reminders.alerts import usual_task_alert
from assistant.services.reminders.snoozing import morning_of
from assistant.services.requests.asked import ORIGIN, Asked, Services, default_length
from assistant.services.requests.times import due, event_span, remind_moment
from assistant.services.tasks.service import MOST_ESTIMATE, TaskDraft
from assistant.understanding.request import Intent

PRIORITIES = {"high": Priority.HIGH, "normal": Priority.NORMAL, "low": Priority.LOW}


def create_event(services: Services, asked: Asked) -> Reply:
    """Adds an event; asks where the title or the time is missing."""
    slots = asked.slots
    title = slots.title or slots.reference
    if not title:
        return asked.question(asked.say("no_title"))
    mention = asked.request.item_time
    if mention is None:
        as_task = replace(asked.request, intent=Intent.CREATE_TASK)
        return asked.question(
            asked.say("no_time.event", title=title), [asked.choice(asked.say("choice.add_task"), request=as_task)]
        )
    span = event_span(mention, slots.duration, default_length(services.settings), asked.zone)
    calendar = calendar_named(services.schedule.calendars(), slots.calendar or slots.list)
    draft = EventDraft(
        title=title,
        span=span,
        calendar_uid=calendar.uid,
        location=slots.location or "",
        notes=slots.notes or "",
        people=slots.people,
        tags=slots.tags,
        rrule=mention.rrule,
        alert_minutes=slots.reminder_minutes_before or usual_alerts(calendar, span),
    )
    return asked.receipt(services.schedule.create(draft, origin=ORIGIN))


def calendar_named(calendars: tuple[Calendar, ...], name: str | None) -> Calendar:
    """The calendar of that name, case aside; the usual one where there is none."""
    wanted = (name or "").casefold()
    named = next((one for one in calendars if one.name.casefold() == wanted), None)
    return named or usual_calendar(calendars)


def create_task(services: Services, asked: Asked) -> Reply:
    """Adds a task, with an alert where a lead was said ("remind me an hour before")."""
    slots = asked.slots
    title = slots.title or slots.reference
    if not title:
        return asked.question(asked.say("no_title"))
    when = due(asked.request, asked.zone)
    early = datetime.combine(when.on or asked.today, morning_of(services.settings), asked.zone)
    usual = services.settings.number("task_alert_minutes")
    remind_at = usual_task_alert(usual, when.at, when.on, asked.now, early)
    if slots.reminder_minutes_before and (when.at or when.on):
        remind_at = (when.at or early) - timedelta(minutes=slots.reminder_minutes_before[0])
    draft = _draft(asked, title, remind_at)
    return asked.receipt(
        services.tasks.create(replace(draft, due_on=when.on, due_at=when.at, rrule=when.rrule), origin=ORIGIN)
    )


def _draft(asked: Asked, title: str, remind_at: datetime | None) -> TaskDraft:
    slots = asked.slots
    notes = "\n".join(part for part in (slots.notes, slots.location) if part)
    return TaskDraft(
        title=title,
        new_list=slots.list,
        zone=str(asked.zone),
        priority=PRIORITIES.get(slots.priority or "", Priority.NONE),
        tags=slots.tags,
        notes=notes,
        remind_at=remind_at,
        estimate_minutes=estimate(slots.duration),
    )


def estimate(length: timedelta | None) -> int | None:
    """How long a task is thought to take, where that was said."""
    minutes = round(length.total_seconds() / 60) if length is not None else 0
    return minutes if 0 < minutes <= MOST_ESTIMATE else None


def create_reminder(services: Services, asked: Asked) -> Reply:
    """Adds a reminder: "remind me to X at T" makes a task with an alert; alarms and timers are alerts alone."""
    kind = ReminderKind(asked.slots.reminder_kind or "reminder")
    moment = remind_moment(asked.request, asked.now, asked.zone, morning_of(services.settings))
    title = asked.slots.title or asked.slots.reference
    if kind is ReminderKind.REMINDER and not title:
        return asked.question(asked.say("no_title"))
    insists = Insistence(asked.slots.insists or Insistence.ONCE)
    if moment is None and title and insists is Insistence.NAG and asked.request.item_time is None:
        moment = asked.now + timedelta(minutes=services.settings.number("repeat_minutes"))
    if moment is None:
        return _without_time(asked, kind, title or "")
    if moment.astimezone(UTC) <= asked.now.astimezone(UTC):
        when = asked.wording.moment(moment.astimezone(asked.zone), None, today=asked.today)
        return asked.question(asked.say("past", when=when), _as_task(asked) if title else [])
    mention = asked.request.item_time
    rrule = mention.rrule if mention is not None else None
    if kind is not ReminderKind.REMINDER:
        text = title or asked.say(str(kind))
        made = services.reminders.create(text, moment, kind, rrule=rrule, insists=insists, origin=ORIGIN)
        return asked.receipt(made)
    assert title is not None
    lead = timedelta(minutes=asked.slots.reminder_minutes_before[0] if asked.slots.reminder_minutes_before else 0)
    remind_at = moment - lead if (moment - lead).astimezone(UTC) > asked.now.astimezone(UTC) else moment
    draft = replace(_draft(asked, title, remind_at), insists=insists)
    return asked.receipt(services.tasks.create(replace(draft, due_at=moment, rrule=rrule), origin=ORIGIN))


def _without_time(asked: Asked, kind: ReminderKind, title: str) -> Reply:
    if kind is ReminderKind.REMINDER:
        return asked.question(asked.say("no_time.reminder", title=title), _as_task(asked))
    return asked.question(asked.say("no_time.alarm"))


def _as_task(asked: Asked) -> list[Choice]:
    return [asked.choice(asked.say("choice.add_task"), request=replace(asked.request, intent=Intent.CREATE_TASK))]

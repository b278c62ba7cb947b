"""Short ways to make items for tests of the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from assistant.domain.conversation import Conversation, Message, Role
from assistant.domain.event import Calendar, Event
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder
from assistant.domain.spans import AllDay, Floating, Span, Zoned
from assistant.domain.task import INBOX, Task, TaskList

NOW = datetime(2026, 10, 13, 9, 30, 15, 123456, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class StillClock:
    """A clock that stands until it is set."""

    def __init__(self, now: datetime = NOW, zone: str = "Europe/Berlin") -> None:
        self.moment = now
        self._zone = ZoneInfo(zone)

    def now(self) -> datetime:
        return self.moment.astimezone(self._zone)

    def zone(self) -> ZoneInfo:
        return self._zone

    def monotonic(self) -> float:
        return self.moment.timestamp()

    def asleep(self) -> float | None:
        return None


def calendar(uid: str, name: str = "Work", **more: Any) -> Calendar:
    return replace(Calendar(uid=uid, name=name), **more)


def zoned(start_at: datetime = NOW, length: timedelta = HOUR, zone: str = "Europe/Berlin") -> Zoned:
    return Zoned(start_at, start_at + length, zone)


def all_day(start_on: date, days: int = 1) -> AllDay:
    return AllDay(start_on, start_on + DAY * days)


def floating(on: date, hour: int, length: timedelta = HOUR) -> Floating:
    return Floating(on, time(hour), length)


def event(uid: str, title: str = "Lunch", span: Span | None = None, **more: Any) -> Event:
    made = Event(uid=uid, calendar_uid="personal", title=title, span=span or zoned(), created_at=NOW, updated_at=NOW)
    return replace(made, **more)


def task_list(uid: str, name: str = "Home", **more: Any) -> TaskList:
    return replace(TaskList(uid=uid, name=name), **more)


def task(uid: str, title: str = "Call the dentist", **more: Any) -> Task:
    return replace(Task(uid=uid, list_uid=INBOX, title=title, created_at=NOW, updated_at=NOW), **more)


def reminder(uid: str, due_at: datetime = NOW, **more: Any) -> Reminder:
    return replace(Reminder(uid=uid, text="Stand up", due_at=due_at, zone="Europe/Berlin", created_at=NOW), **more)


def reminder_of(item_kind: ItemKind, item_uid: str, uid: str, due_at: datetime = NOW) -> Reminder:
    return reminder(uid, due_at, item_kind=item_kind, item_uid=item_uid)


def conversation(uid: str, updated_at: datetime = NOW) -> Conversation:
    return Conversation(uid=uid, title="Lunch on Friday", created_at=NOW, updated_at=updated_at)


def message(uid: str, conversation_uid: str, created_at: datetime = NOW, **more: Any) -> Message:
    made = Message(uid=uid, conversation_uid=conversation_uid, role=Role.PERSON, text="hello", created_at=created_at)
    return replace(made, **more)

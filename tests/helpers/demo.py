"""The week of the design's pictures: Wednesday 14 October 2026, 11:20, in English and Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.event import Calendar
from assistant.domain.items import Colour, Priority
from assistant.domain.spans import AllDay, Span, Zoned
from assistant.domain.task import TaskList
from assistant.services.assistant import Assistant
from assistant.services.calendar.drafts import EventDraft
from assistant.services.tasks.service import TaskDraft

ZONE = "Europe/Berlin"
NOW = datetime(2026, 10, 14, 11, 20, tzinfo=ZoneInfo(ZONE))


@dataclass(frozen=True)
class Planned:
    """An event: calendar, day of October, start, minutes, title, place, rule."""

    calendar: str
    day: int
    start: str
    minutes: int
    title: str
    location: str = ""
    rrule: str | None = None


CALENDARS = {
    "en": {"work": "Work", "family": "Family", "sport": "Sport", "projects": "Projects"},
    "zh": {"work": "工作", "family": "家庭", "sport": "运动", "projects": "项目"},
}
COLOURS = {"work": Colour.VIOLET, "family": Colour.AMBER, "sport": Colour.GREEN, "projects": Colour.SLATE}

EVENTS = {
    "en": (
        Planned("work", 12, "09:30", 30, "Stand-up", rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;UNTIL=20261015"),
        Planned("work", 12, "13:00", 90, "Roadmap planning"),
        Planned("sport", 12, "18:00", 60, "Gym"),
        Planned("work", 13, "11:00", 60, "1:1 with Priya"),
        Planned("work", 13, "15:00", 60, "Budget call"),
        Planned("work", 14, "13:00", 60, "Interview"),
        Planned("projects", 14, "13:30", 60, "Demo"),
        Planned("family", 14, "16:00", 60, "Parents’ talk"),
        Planned("work", 15, "16:00", 90, "Client workshop", "Room 4"),
        Planned("work", 16, "10:00", 60, "Design review"),
        Planned("family", 16, "16:30", 60, "Pick up Leo"),
        Planned("personal", 17, "10:00", 90, "Farmers’ market"),
        Planned("family", 18, "17:00", 90, "Family dinner"),
    ),
    "zh": (
        Planned("work", 12, "09:30", 30, "站会", rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;UNTIL=20261015"),
        Planned("work", 12, "13:00", 90, "路线图规划"),
        Planned("sport", 12, "18:00", 60, "健身"),
        Planned("work", 13, "15:00", 60, "预算电话会"),
        Planned("work", 14, "14:00", 60, "产品评审"),
        Planned("family", 14, "16:00", 60, "家长会"),
        Planned("work", 8, "14:00", 60, "产品评审"),
        Planned("family", 9, "09:00", 60, "体检"),
        Planned("work", 16, "10:00", 60, "设计评审"),
        Planned("family", 16, "16:30", 60, "接乐乐放学"),
        Planned("personal", 17, "10:00", 90, "逛菜市场"),
        Planned("family", 18, "17:00", 90, "看望爷爷奶奶"),
        Planned("work", 23, "14:00", 90, "客户工作坊"),
        Planned("work", 27, "10:00", 60, "季度复盘"),
    ),
}

ALL_DAY = {
    "en": (("personal", 15, 17, "Ana visiting"),),
    "zh": (("sport", 1, 8, "回老家（10月1日–7日）"), ("family", 24, 25, "妈妈生日")),
}

LISTS = {
    "en": (("home", "Home", Colour.GREEN), ("work", "Work", Colour.VIOLET), ("family", "Family", Colour.AMBER)),
    "zh": (("home", "家务", Colour.GREEN), ("work", "工作", Colour.VIOLET), ("family", "家庭", Colour.AMBER)),
}

# Title, list, day or time due, priority, rule, remind at its time
TASKS = {
    "en": (
        ("Renew parking permit", "home", date(2026, 10, 12), Priority.NONE, None),
        ("Send invoice to Berg & Co.", "work", time(17), Priority.HIGH, None),
        ("Review lease renewal", "home", date(2026, 10, 14), Priority.NORMAL, None),
        ("Water the plants", "home", date(2026, 10, 14), Priority.NONE, "FREQ=DAILY;INTERVAL=3"),
        ("Pack for the weekend", "home", date(2026, 10, 15), Priority.NONE, None),
        ("Pay electricity bill", "inbox", date(2026, 10, 16), Priority.NONE, "FREQ=MONTHLY"),
        ("Buy a birthday card", "inbox", date(2026, 10, 17), Priority.LOW, None),
    ),
    "zh": (
        ("续办停车证", "home", date(2026, 10, 12), Priority.NONE, None),
        ("给博格公司发账单", "work", time(17), Priority.HIGH, None),
        ("看续租合同", "home", date(2026, 10, 14), Priority.NORMAL, None),
        ("浇花", "home", date(2026, 10, 14), Priority.NONE, "FREQ=DAILY;INTERVAL=3"),
        ("收拾周末的行李", "home", date(2026, 10, 15), Priority.NONE, None),
        ("交电费", "inbox", date(2026, 10, 30), Priority.NONE, "FREQ=MONTHLY"),
    ),
}
DONE = {"en": "Book train to Lyon", "zh": "订去里昂的火车票"}
SUBTASKS = {
    "en": ("Find the current contract", "Check the notice period", "Ask about the parking space", "Sign and send back"),
    "zh": ("找出现在的合同", "查看通知期限", "问停车位的事", "签字寄回"),
}
REMINDER = {"en": "Call the dentist", "zh": "给牙医打电话"}


def zoned(day: int, start: str, minutes: int) -> Span:
    """A span in October 2026."""
    begin = datetime.combine(date(2026, 10, day), time.fromisoformat(start), ZoneInfo(ZONE))
    return Zoned(begin, begin + timedelta(minutes=minutes), ZONE)


def fill(assistant: Assistant, language: str = "en") -> None:
    """Puts the week into an empty profile, through the services."""
    for position, (uid, name) in enumerate(CALENDARS[language].items(), 1):
        assistant.schedule.save_calendar(Calendar(uid=uid, name=name, colour=COLOURS[uid], position=position))
    for planned in EVENTS[language]:
        span = zoned(planned.day, planned.start, planned.minutes)
        assistant.schedule.create(
            EventDraft(
                title=planned.title,
                span=span,
                calendar_uid=planned.calendar,
                location=planned.location,
                rrule=planned.rrule,
            )
        )
    for calendar, first, end, title in ALL_DAY[language]:
        span = AllDay(date(2026, 10, first), date(2026, 10, end))
        assistant.schedule.create(EventDraft(title=title, span=span, calendar_uid=calendar))
    for position, (uid, name, colour) in enumerate(LISTS[language], 1):
        assistant.lists.save(TaskList(uid=uid, name=name, colour=colour, position=position))
    _fill_tasks(assistant, language)


def _fill_tasks(assistant: Assistant, language: str) -> None:
    for title, list_uid, due, priority, rrule in TASKS[language]:
        at = datetime.combine(NOW.date(), due, ZoneInfo(ZONE)) if isinstance(due, time) else None
        receipt = assistant.tasks.create(
            TaskDraft(
                title=title,
                list_uid=list_uid,
                due_on=due if isinstance(due, date) else None,
                due_at=at,
                zone=ZONE if at else None,
                priority=priority,
                rrule=rrule,
            )
        )
        if priority is Priority.NORMAL:
            for number, words in enumerate(SUBTASKS[language]):
                child = assistant.tasks.create(
                    TaskDraft(title=words, list_uid=list_uid, parent_uid=receipt.items[0].uid)
                )
                if number < 2:
                    assistant.tasks.complete(child.items[0].uid)
    done = assistant.tasks.create(TaskDraft(title=DONE[language], due_on=NOW.date()))
    assistant.tasks.complete(done.items[0].uid)
    at = datetime(2026, 10, 15, 15, 0, tzinfo=ZoneInfo(ZONE))
    assistant.tasks.create(TaskDraft(title=REMINDER[language], due_at=at, zone=ZONE, remind_at=at))

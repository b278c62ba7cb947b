"""Times and priorities of a request in the person's words: what the chips and the buttons of a question say."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from assistant.services.wording.times import Wording

Moment = datetime | date


def when(wording: Wording, start: Moment | None, end: Moment | None, today: date, *, whole_days: bool = False) -> str:
    """The resolved day and clock time, never only "tomorrow".

    Args:
        wording: The person's habits.
        start: Aware datetime or a date.
        end: Exclusive, or None.
        today: The day that "today" names.
        whole_days: Say "all day" beside dates, as events do and due days do not.
    """
    if start is None:
        if end is None:
            return ""
        last = end if isinstance(end, datetime) else end - timedelta(days=1)
        return QCoreApplication.translate("DockWords", "Until {day}").format(day=when(wording, last, None, today))
    if isinstance(start, datetime) or whole_days:
        return wording.moment(start, end, all_day=whole_days, today=today)
    if end is not None and not isinstance(end, datetime):
        return wording.span(start, end, today)
    return wording.day(start, today)


def lead_with_clock(wording: Wording, minutes: int, start: datetime | None) -> str:
    """How long before, with the clock time it comes to: "30 min before, 11:30"."""
    lead = wording.lead(minutes)
    if start is None:
        return lead
    clock = wording.time(start - timedelta(minutes=minutes))
    return QCoreApplication.translate("DockWords", "{lead}, {clock}").format(lead=lead, clock=clock)


def priority(name: str) -> str:
    """The name of a priority."""
    translate = QCoreApplication.translate
    return {
        "high": translate("DockWords", "High priority"),
        "normal": translate("DockWords", "Medium priority"),
        "low": translate("DockWords", "Low priority"),
    }.get(name, name)

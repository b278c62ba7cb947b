"""Names, titles and sentences of the calendar, in the interface's language. GUI thread."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from assistant.desktop.calendar.dates import Mode
from assistant.desktop.calendar.entries import Entry, EntryKind
from assistant.domain.event import EventStatus, Occurrence
from assistant.services.calendar.almanac import DayNote
from assistant.services.wording.times import Wording

_TOKEN = re.compile("dddd|ddd|MMMM|MMM|M|d|yyyy")


@lru_cache(maxsize=64)
def _names(pattern: str, number: int, language: str) -> str:
    """The name of a weekday or month; kept, because asking Qt for it takes a millisecond."""
    locale = QLocale(QLocale.Language.Chinese if language == "zh" else QLocale.Language.English)
    form = QLocale.FormatType.LongFormat if len(pattern) == 4 else QLocale.FormatType.ShortFormat
    return locale.dayName(number, form) if pattern[0] == "d" else locale.monthName(number, form)


@lru_cache(maxsize=1024)
def _write(day: date, pattern: str, wording: Wording) -> str:
    def said(token: re.Match[str]) -> str:
        what = token[0]
        if len(what) in (1, 4) and what[0] in "yMd" and what not in ("dddd", "MMMM"):
            return str({"y": day.year, "M": day.month, "d": day.day}[what[0]])
        return _names(what, day.isoweekday() if what[0] == "d" else day.month, wording.language)

    return _TOKEN.sub(said, pattern)


def weekday_short(day: date, wording: Wording) -> str:
    """``Mon``, ``周一``."""
    return _write(day, "ddd", wording)


def day_long(day: date, wording: Wording) -> str:
    """``Thursday 15 October``, ``10月15日 星期四``."""
    if not wording.day_first:
        return _write(day, QCoreApplication.translate("Calendar", "dddd, MMMM d"), wording)
    return _write(day, QCoreApplication.translate("Calendar", "dddd d MMMM"), wording)


def day_of_month(day: date, wording: Wording) -> str:
    """The number in a month's cell; the first of a month names the month: ``1 Oct``, ``10月1日``."""
    if day.day != 1:
        return str(day.day)
    if not wording.day_first:
        return _write(day, QCoreApplication.translate("Calendar", "MMM d"), wording)
    return _write(day, QCoreApplication.translate("Calendar", "d MMM"), wording)


def month_title(day: date, wording: Wording) -> str:
    """``October 2026``, ``2026年10月``."""
    return _write(day, QCoreApplication.translate("Calendar", "MMMM yyyy"), wording)


def month_name(day: date, wording: Wording) -> str:
    """``October``, ``10月``."""
    return f"{day.month}月" if wording.chinese else _write(day, "MMMM", wording)


def weekday_narrow(day: date, wording: Wording) -> str:
    """``M``, ``一``."""
    return _write(day, "ddd", wording)[-1 if wording.chinese else 0]


def date_long(day: date, wording: Wording) -> str:
    """``14 October 2026``, ``2026年10月14日``."""
    if not wording.day_first:
        return _write(day, QCoreApplication.translate("Calendar", "MMMM d, yyyy"), wording)
    return _write(day, QCoreApplication.translate("Calendar", "d MMMM yyyy"), wording)


def title(mode: Mode, day: date, first_on: date, last_on: date, wording: Wording, *, short: bool = False) -> str:
    """What the header says about the period shown."""
    if mode is Mode.MONTH:
        return month_title(day, wording)
    if mode is Mode.YEAR:
        return QCoreApplication.translate("Calendar", "{year}").format(year=day.year)
    if mode is Mode.DAY:
        return wording.short_day(day, day) if short else date_long(day, wording)
    if mode is Mode.AGENDA and short:
        return wording.short_day(first_on, first_on)
    if (first_on.year, first_on.month) == (last_on.year, last_on.month):
        return month_title(first_on, wording)
    if first_on.year != last_on.year:
        return QCoreApplication.translate("Calendar", "{first}–{last}").format(
            first=month_title(first_on, wording), last=month_title(last_on, wording)
        )
    return QCoreApplication.translate("Calendar", "{first}–{last} {year}").format(
        first=_write(first_on, QCoreApplication.translate("Calendar", "MMMM"), wording),
        last=_write(last_on, QCoreApplication.translate("Calendar", "MMMM"), wording),
        year=first_on.year,
    )


def day_spoken(day: date, wording: Wording, *, today: bool, note: DayNote | None) -> str:
    """A day as listeners hear it: whether it is today, with its holiday and lunar date."""
    said = day_long(day, wording)
    if today:
        said = QCoreApplication.translate("Calendar", "Today, {day}").format(day=said)
    return with_note(said, note)


def with_note(said: str, note: DayNote | None) -> str:
    """A day with its holiday and lunar date, for listeners."""
    parts = [said, note.holiday, note.lunar] if note is not None else [said]
    return QCoreApplication.translate("Calendar", ", ").join(part for part in parts if part)


def hour_label(hour: int, wording: Wording) -> str:
    """``09:00``, ``9 AM``, ``上午9时``."""
    if wording.clock24:
        return f"{hour:02d}:00"
    spoken = hour % 12 or 12
    if hour < 12:
        return QCoreApplication.translate("Calendar", "{hour} AM").format(hour=spoken)
    return QCoreApplication.translate("Calendar", "{hour} PM").format(hour=spoken)


def city(zone: str) -> str:
    """``Berlin`` of ``Europe/Berlin``."""
    return zone.rpartition("/")[2].replace("_", " ")


def week_label(number: int) -> str:
    """``W42``, ``42周``."""
    return QCoreApplication.translate("Calendar", "W{number}").format(number=number)


def more(count: int) -> str:
    """How many entries do not fit."""
    return QCoreApplication.translate("Calendar", "{count} more").format(count=count)


def time_range(start_at: datetime, end_at: datetime, wording: Wording) -> str:
    """``13:00–14:30``."""
    return f"{wording.time(start_at)}–{wording.time(end_at)}"


def extent_line(start_at: datetime, end_at: datetime, *, all_day: bool, wording: Wording) -> str:
    """``Fri 16 Oct, 13:00`` and the like, as a change is announced."""
    if all_day:
        last = (end_at - timedelta(microseconds=1)).date()
        if last <= start_at.date():
            return wording.short_day(start_at.date(), start_at.date())
        return f"{wording.short_day(start_at.date(), start_at.date())}–{wording.short_day(last, last)}"
    return QCoreApplication.translate("Calendar", "{day}, {time}").format(
        day=wording.short_day(start_at.date(), start_at.date()), time=wording.time(start_at)
    )


def _when(entry: Entry, wording: Wording) -> str:
    first = day_long(entry.first_on, wording)
    if entry.all_day:
        if entry.last_on == entry.first_on:
            return QCoreApplication.translate("Calendar", "{day}, all day").format(day=first)
        return QCoreApplication.translate("Calendar", "{first} to {last}, all day").format(
            first=first, last=day_long(entry.last_on, wording)
        )
    if entry.start_at == entry.end_at:
        return QCoreApplication.translate("Calendar", "{day}, {time}").format(
            day=first, time=wording.time(entry.start_at)
        )
    if entry.last_on == entry.first_on:
        return QCoreApplication.translate("Calendar", "{day}, {start} to {end}").format(
            day=first, start=wording.time(entry.start_at), end=wording.time(entry.end_at)
        )
    return QCoreApplication.translate("Calendar", "{first}, {start} to {last}, {end}").format(
        first=first,
        start=wording.time(entry.start_at),
        last=day_long(entry.last_on, wording),
        end=wording.time(entry.end_at),
    )


def _repeats(rrule: str | None) -> str:
    names = {
        "DAILY": QCoreApplication.translate("Calendar", "repeats daily"),
        "WEEKLY": QCoreApplication.translate("Calendar", "repeats weekly"),
        "MONTHLY": QCoreApplication.translate("Calendar", "repeats monthly"),
        "YEARLY": QCoreApplication.translate("Calendar", "repeats yearly"),
    }
    parts = dict(part.split("=", 1) for part in (rrule or "").split(";") if "=" in part)
    if parts.get("INTERVAL", "1") == "1" and parts.get("FREQ", "") in names:
        return names[parts["FREQ"]]
    return QCoreApplication.translate("Calendar", "repeats")


def spoken(entry: Entry, wording: Wording) -> str:
    """Everything a listener needs: title, time, place, repetition, calendar."""
    parts = [entry.title or untitled(), _when(entry, wording)]
    if entry.location:
        parts.append(entry.location)
    if entry.repeats:
        source = entry.source
        parts.append(_repeats(source.event.rrule if isinstance(source, Occurrence) else source.rrule))
    if entry.status is EventStatus.TENTATIVE:
        parts.append(QCoreApplication.translate("Calendar", "tentative"))
    if entry.status is EventStatus.CANCELLED:
        parts.append(QCoreApplication.translate("Calendar", "cancelled"))
    if entry.group and entry.is_event:
        parts.append(QCoreApplication.translate("Calendar", "calendar {name}").format(name=entry.group))
    elif entry.group:
        parts.append(QCoreApplication.translate("Calendar", "list {name}").format(name=entry.group))
    return QCoreApplication.translate("Calendar", ", ").join(parts)


def marker_spoken(entry: Entry, wording: Wording) -> str:
    """A marker says what pressing it does."""
    said = spoken(entry, wording)
    if entry.done:
        return QCoreApplication.translate("Calendar", "Done: {what}").format(what=said)
    if entry.kind is EntryKind.TASK:
        return QCoreApplication.translate("Calendar", "Task: {what}").format(what=said)
    return QCoreApplication.translate("Calendar", "Reminder: {what}").format(what=said)


def untitled() -> str:
    """Stands where an event has no title."""
    return QCoreApplication.translate("Calendar", "Untitled event")


def count_of(entries: int) -> str:
    """``3 items``."""
    if entries == 0:
        return QCoreApplication.translate("Calendar", "nothing planned")
    if entries == 1:
        return QCoreApplication.translate("Calendar", "1 item")
    return QCoreApplication.translate("Calendar", "{count} items").format(count=entries)

"""The one question the bar may ask about a time that can be read in two ways."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from assistant.desktop.dock import telling
from assistant.services.wording.times import Wording
from assistant.understanding.request import Request
from assistant.understanding.times import Reading, TimeMention

_MOST = 3


@dataclass(frozen=True, slots=True)
class Option:
    """One reading; `time` None stands for "Other…", which opens the editor."""

    label: str
    time: TimeMention | None


@dataclass(frozen=True, slots=True)
class Question:
    """Asked in words, answered by a button; the first is what Enter takes. `words` is the span of text it is about."""

    text: str
    options: tuple[Option, ...]
    words: tuple[int, int]


def question_for(request: Request, wording: Wording, today: date) -> Question | None:
    """The question about the item's time, where people would really disagree; else None."""
    time = request.item_time
    if time is None or not time.ambiguous or not time.alternatives or time.start is None:
        return None
    readings = (Reading(time.start, time.end), *time.alternatives)[:_MOST]
    options = [Option(_label(reading, wording, today), settled(time, reading)) for reading in readings]
    if len(options) < _MOST:
        options.append(Option(QCoreApplication.translate("DockWords", "Other…"), None))
    return Question(_asked(readings, wording), tuple(options), (time.start_char, time.end_char))


def settled(time: TimeMention, reading: Reading) -> TimeMention:
    """The mention with this reading chosen and nothing left to ask."""
    return replace(time, start=reading.start, end=reading.end, alternatives=(), ambiguous=False)


def _label(reading: Reading, wording: Wording, today: date) -> str:
    if reading.start is None:
        return ""
    translate = QCoreApplication.translate
    timed = isinstance(reading.start, datetime)
    away = ((reading.start.date() if isinstance(reading.start, datetime) else reading.start) - today).days
    clock = wording.time(reading.start) if isinstance(reading.start, datetime) else ""
    if away == 0:
        return translate("DockWords", "Today {clock}").format(clock=clock) if timed else translate("DockWords", "Today")
    if away == 1:
        told = translate("DockWords", "Tomorrow {clock}").format(clock=clock)
        return told if timed else translate("DockWords", "Tomorrow")
    return telling.when(wording, reading.start, None, today)


def _asked(readings: tuple[Reading, ...], wording: Wording) -> str:
    translate = QCoreApplication.translate
    starts = [r.start for r in readings if r.start is not None]
    clocks = [s for s in starts if isinstance(s, datetime)]
    if len(clocks) == len(starts) and len({(s.hour % 12, s.minute) for s in clocks}) == 1 and _differ(clocks):
        hour = clocks[0].hour % 12 or 12
        if clocks[0].minute:
            return translate("DockWords", "Which {clock}?").format(clock=f"{hour}:{clocks[0].minute:02d}")
        return translate("DockWords", "Which {hour} o’clock?").format(hour=hour)
    days = [s.date() if isinstance(s, datetime) else s for s in starts]
    if len({day.weekday() for day in days}) == 1:
        return translate("DockWords", "Which {weekday}?").format(weekday=_weekday(days[0], wording))
    if len(set(days)) > 1:
        return translate("DockWords", "Which date?")
    return translate("DockWords", "Which time?")


def _differ(clocks: list[datetime]) -> bool:
    return len({s.hour for s in clocks}) > 1


def _weekday(day: date, wording: Wording) -> str:
    """The weekday alone, which both ways of writing a day in English have in front and Chinese has at the end."""
    if wording.chinese:
        return wording.short_day(day, day).rsplit(" ", 1)[-1]
    return wording.long_day(day).split(" ", 1)[0].rstrip(",")

"""From a time mention to what an item needs: a span, a due day, a moment, a window to look at. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.domain.recurrence import next_moment
from assistant.domain.spans import AllDay, Floating, Span, Zoned
from assistant.understanding.request import Request
from assistant.understanding.times import Grain, TimeMention
from assistant.understanding.words.hours import HALF
from assistant.understanding.words.table import late

_MORNING = time(9)
_WHOLE_DAY = late(r"(?<!\d)(?:1[3-9]|2[0-3]|0\d)(?!\d)|(?:十[三四五六七八九]|二十[一二三]?)[点點时時]")
_FIRST_HOUR, _LAST_HOUR = 7, 21
"""Hours that people mean when they do not say which half of the day."""

_CLOCK_WORDS = late(
    r"\d+|[:：.]|(?<![a-z])(?:at|to|from|until|till|[ap]\.?m\.?|o'?clock|noon|midday|half|quarter|past|sharp|h)(?![a-z])|[-–~到至]"
    r"|[零〇一二两三四五六七八九十点时半刻分整钟]|上午|下午|中午|早上|晚上|傍晚|凌晨|\s",
    re.IGNORECASE,
)
_LATER = late(r"\b(?:by|later|push|postpone|delay|back|out)\b|推迟|延后|延迟|晚|往后|顺延", re.IGNORECASE)
_LONGER = late(r"\b(?:longer|extend|prolong|lengthen)\b|延长|延長", re.IGNORECASE)
_SHORTER = late(r"\b(?:shorter|shorten|cut short)\b|缩短|縮短", re.IGNORECASE)
_EARLIER = late(r"\b(?:earlier|forward|bring|sooner)\b|提前|提早|早|往前", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a task is due: a day, a moment, or neither; and how it repeats."""

    on: date | None = None
    at: datetime | None = None
    rrule: str | None = None


def own_times(request: Request) -> tuple[TimeMention, ...]:
    """The mentions that name a time of an item: no lengths, no leads."""
    return tuple(t for t in request.times if t.kind != "duration" and not t.lead and (t.start or t.end))


def event_span(mention: TimeMention, length: timedelta | None, default: timedelta, zone: ZoneInfo) -> Span:
    """The span of a new event: clock times where they were said, else whole days."""
    start, end = mention.start, mention.end
    if start is None:
        start = end
        end = None
    assert start is not None
    if isinstance(start, datetime):
        stop = end if isinstance(end, datetime) else None
        begins = start.astimezone(UTC)
        ends = stop.astimezone(UTC) if stop is not None else begins + (length or default)
        return Zoned(begins, max(begins, ends), str(zone))
    last = end.date() if isinstance(end, datetime) else end
    days = max(1, length.days) if length else 1
    return AllDay(start, last if last is not None and last > start else start + timedelta(days=days))


def due(request: Request, zone: ZoneInfo) -> Due:
    """When a new or changed task is due. A stretch of days is due on its last one, a stretch of hours at its start."""
    mention = request.item_time
    if mention is None:
        return Due()
    start, end = mention.start, mention.end
    if start is None:
        start, end = end, None
    if isinstance(start, datetime):
        late = mention.deadline and isinstance(end, datetime) and mention.kind == "interval"
        moment = end if late and isinstance(end, datetime) else start
        return Due(at=moment.astimezone(zone), rrule=mention.rrule)
    if isinstance(end, date) and not isinstance(end, datetime) and mention.rrule is None and start is not None:
        return Due(on=max(start, end - timedelta(days=1)))
    return Due(on=start, rrule=mention.rrule)


def remind_moment(request: Request, now: datetime, zone: ZoneInfo, morning: time = _MORNING) -> datetime | None:
    """When a reminder rings. A day without a clock time means its morning, today after that the next full hour."""
    mention = request.item_time
    if mention is None:
        length = next((t.duration for t in request.times if t.kind == "duration" and t.duration and not t.lead), None)
        length = length or request.slots.duration
        return now + length if length else None
    start = mention.start if mention.start is not None else mention.end
    if isinstance(start, datetime):
        return start.astimezone(zone)
    if start is None:
        return None
    moment = datetime.combine(start, morning, zone)
    if moment > now:
        return moment
    if mention.rrule is not None:
        return next_moment(mention.rrule, moment, now, zone)
    if start == now.astimezone(zone).date():
        return (now.astimezone(zone) + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
    return moment


def window(mention: TimeMention | None, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """The stretch of time a question is about, aware, end exclusive; None where no time was said."""
    if mention is None:
        return None
    start, end = mention.start, mention.end
    if start is None and end is None:
        return None
    low = _aware(start, zone) if start is not None else now
    if end is not None:
        return low, max(low, _aware(end, zone))
    if isinstance(start, datetime):
        return low, low + timedelta(minutes=1)
    assert start is not None
    return low, _aware(start + timedelta(days=1), zone)


def _aware(value: datetime | date, zone: ZoneInfo) -> datetime:
    if isinstance(value, datetime):
        return value.astimezone(zone)
    return datetime.combine(value, time(), zone)


def clock_only(mention: TimeMention) -> bool:
    """True where only a clock time was said ("4pm", 下午三点), so that a moved item keeps its day."""
    return isinstance(mention.start, datetime) and not _CLOCK_WORDS.sub("", mention.text).strip(" ,，。.")


def moved_span(
    span: Span, mention: TimeMention | None, length: timedelta | None, text: str, zone: ZoneInfo
) -> Span | None:
    """Where an event goes: to the new time if one was said, else later or earlier by `length`, else that long.

    None where nothing about its time was said.
    """
    if mention is not None:
        return _placed_at(span, mention, length, zone)
    if length is None:
        return None
    if _LONGER.search(text):
        return _stretched(span, length)
    if _SHORTER.search(text):
        return _stretched(span, -length)
    if shift := signed(length, text):
        return _shifted(span, shift)
    match span:
        case Zoned(start_at, _, name):
            return Zoned(start_at, start_at + length, name)
        case Floating(on, at, _):
            return Floating(on, at, length)
        case AllDay(start_on, _):
            return AllDay(start_on, start_on + timedelta(days=max(1, length.days)))


def signed(length: timedelta, text: str) -> timedelta | None:
    """The length as a shift where the words ask for one: later positive, earlier negative."""
    if _EARLIER.search(text):
        return -length
    return length if _LATER.search(text) else None


def _stretched(span: Span, by: timedelta) -> Span:
    """Longer or shorter by so much; never shorter than a quarter of an hour, or a day."""
    least = timedelta(minutes=15)
    match span:
        case Zoned(start_at, end_at, name):
            return Zoned(start_at, max(end_at + by, start_at + least), name)
        case Floating(on, at, lasts):
            return Floating(on, at, max(lasts + by, least))
        case AllDay(start_on, end_on):
            return AllDay(start_on, max(end_on + timedelta(days=by.days), start_on + timedelta(days=1)))


def _shifted(span: Span, shift: timedelta) -> Span:
    match span:
        case Zoned(start_at, end_at, name):
            return Zoned(start_at + shift, end_at + shift, name)
        case Floating(on, at, lasts):
            moved = datetime.combine(on, at, UTC) + shift
            return Floating(moved.date(), moved.time(), lasts)
        case AllDay(start_on, end_on):
            days = timedelta(days=shift.days)
            return AllDay(start_on + days, end_on + days)


def _placed_at(span: Span, mention: TimeMention, length: timedelta | None, zone: ZoneInfo) -> Span:
    start = mention.start if mention.start is not None else mention.end
    assert start is not None
    if isinstance(start, datetime):
        begins = start.astimezone(zone)
        if clock_only(mention) and isinstance(span, Zoned):
            begins = _on_that_day(mention, begins, span.start_at.astimezone(zone))
        lasts = length or _length(span)
        if isinstance(mention.end, datetime):
            lasts = mention.end.astimezone(UTC) - start.astimezone(UTC)
        return Zoned(begins.astimezone(UTC), begins.astimezone(UTC) + lasts, str(zone))
    if mention.grain is Grain.week:  # "to next week": the same day of it
        old = span.start_at.astimezone(zone).date() if isinstance(span, Zoned) else _first_day(span)
        start += timedelta(days=(old.weekday() - start.weekday()) % 7)
    match span:
        case AllDay(start_on, end_on):
            last = None if mention.grain is Grain.week or isinstance(mention.end, datetime) else mention.end
            return AllDay(start, last if last and last > start else start + (end_on - start_on))
        case Floating(_, at, lasts):
            return Floating(start, at, length or lasts)
        case Zoned(start_at, end_at, name):
            begins = datetime.combine(start, start_at.astimezone(zone).time(), zone).astimezone(UTC)
            return Zoned(begins, begins + (length or end_at - start_at), name)


def _first_day(span: AllDay | Floating) -> date:
    return span.start_on if isinstance(span, AllDay) else span.on


def _on_that_day(mention: TimeMention, said: datetime, old: datetime) -> datetime:
    """An hour said alone, on the day of the item; where it could be either, the half nearer to where it is now."""
    moved = datetime.combine(old.date(), said.time(), old.tzinfo)
    other = moved.replace(hour=(moved.hour + 12) % 24)
    if (
        _WHOLE_DAY.search(mention.text)
        or HALF.search(mention.text)
        or not _FIRST_HOUR <= other.hour <= _LAST_HOUR
        or said.hour % 12 == 0
    ):
        return moved
    return min(moved, other, key=lambda moment: abs(moment - old))


def _length(span: Span) -> timedelta:
    match span:
        case AllDay():
            return timedelta(hours=1)
        case Floating(_, _, lasts):
            return lasts
        case Zoned(start_at, end_at, _):
            return end_at - start_at


def moved_moment(
    old: datetime | None, mention: TimeMention | None, length: timedelta | None, text: str, zone: ZoneInfo
) -> datetime | None:
    """The new moment of a timed task or a reminder; None where the words give none."""
    if mention is None:
        shift = signed(length, text) if length else None
        return old + shift if old is not None and shift is not None else None
    start = mention.start if mention.start is not None else mention.end
    if isinstance(start, datetime):
        if old is not None and clock_only(mention):
            return _on_that_day(mention, start.astimezone(zone), old.astimezone(zone))
        return start.astimezone(zone)
    if start is None or old is None:
        return None
    return datetime.combine(start, old.astimezone(zone).time(), zone)

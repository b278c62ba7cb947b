"""From a repeat to its RFC 5545 rule and its first instance after now."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime, timedelta, tzinfo

from assistant.understanding.times.frames import FROM_NOW, Frame
from assistant.understanding.times.localise import moments, wall_of, zone_of
from assistant.understanding.times.model import Grain, Reading, TimeKind, TimeMention
from assistant.understanding.times.nodes import Yearly
from assistant.understanding.times.rules_range import apply_part
from assistant.understanding.times.rules_repeat import NAMES
from assistant.understanding.times.spans import DAY, Length, Scene, floor
from assistant.understanding.times.values import PARTS, Clock, Repeat

_FARTHEST = 366 * 9
_CLOCKED = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}


def resolve_repeat(frame: Frame, scene: Scene, user: tzinfo, text: str) -> TimeMention | None:
    """Return the recurrence mention of a frame, or None where the rule has no instance."""
    repeat = frame.repeat
    if repeat is None:
        return None
    zone = zone_of(frame.zone, user)
    now = wall_of(scene.real, zone)
    anchor = _anchor(frame, scene)
    clocks = _clocks(frame, repeat)
    if repeat.freq in _CLOCKED and not clocks:
        return _clocked(frame, repeat, scene, text, now, user)
    starts = [_first(repeat, now, anchor, clock) for clock in clocks or [None]]
    further = _further(frame, repeat, clocks[0]) if clocks else []
    if further and starts[0] is not None:
        others = [_first(repeat, now, anchor, clock) for clock in further]
        starts[0] = min([starts[0], *(start for start in others if start is not None)])
    firsts = [start for start in starts if start is not None]
    if not firsts:
        return None
    rule = _rule(frame, repeat, firsts[0], scene)
    readings: list[Reading] = []
    for start, clock in zip(firsts, clocks or [None], strict=False):
        if clock is None:
            readings.append(Reading(start.date(), None))
            continue
        length = _length(frame, repeat, clock)
        ends = moments(start + length, zone, user)[0] if length else None
        readings.extend(Reading(moment, ends) for moment in moments(start, zone, user))
    unsure = frame.clock is not None and not frame.clock.fixed and frame.when is None and frame.clock.hour < 7
    grain = (
        Grain.day
        if not clocks
        else frame.clock.grain
        if frame.clock is not None
        else Grain.minute
        if frame.range
        else Grain.hour
    )
    return TimeMention(
        text=text[frame.start : frame.end],
        start_char=frame.start,
        end_char=frame.end,
        kind=TimeKind.RECURRENCE,
        start=readings[0].start,
        end=readings[0].end,
        grain=grain,
        rrule=rule,
        alternatives=tuple(dict.fromkeys(readings[1:])),
        ambiguous=unsure,
        holiday=repeat.base is not None and repeat.base.holiday,
    )


def _clocked(frame: Frame, repeat: Repeat, scene: Scene, text: str, now: datetime, user: tzinfo) -> TimeMention:
    seconds = _CLOCKED[repeat.freq] * repeat.interval
    start = scene.real + timedelta(seconds=0)
    start = datetime.fromtimestamp(start.timestamp() + seconds, tz=user).replace(microsecond=0)
    grain = {"HOURLY": Grain.hour, "MINUTELY": Grain.minute}.get(repeat.freq, Grain.second)
    return TimeMention(
        text[frame.start : frame.end],
        frame.start,
        frame.end,
        TimeKind.RECURRENCE,
        start,
        None,
        grain,
        _rule(frame, repeat, now, scene),
    )


def _anchor(frame: Frame, scene: Scene) -> datetime:
    bound = None if FROM_NOW in frame.notes else frame.since
    if bound is not None and bound.date is not None:
        spans = bound.date.picks(scene)
        if spans:
            return floor(spans[0].start, Grain.day)
    return scene.today


def _clocks(frame: Frame, repeat: Repeat) -> list[Clock | None]:
    clock = frame.range.start if frame.range is not None else frame.clock
    part = frame.when.name if frame.when is not None else repeat.part
    if clock is None:
        return [Clock(int(PARTS[part].hours[0]), fixed=True)] if part else []
    if part:
        return [apply_part(clock, part, PARTS[part].half)]
    if clock.fixed:
        return [clock]
    hours = [clock.hour + 12, clock.hour] if clock.hour < 7 else [clock.hour, (clock.hour + 12) % 24 or 12]
    return [Clock(hour, clock.minute, clock.second, True, clock.grain) for hour in dict.fromkeys(hours)]


def _further(frame: Frame, repeat: Repeat, first: Clock | None) -> list[Clock]:
    """The further times of day; an hour that could be either is the one after the first."""
    parts = [
        apply_part(frame.clock, part, PARTS[part].half)
        if frame.clock is not None
        else Clock(int(PARTS[part].hours[0]), fixed=True)
        for part in repeat.also
    ]
    return parts + [
        clock
        if clock.fixed or first is None or clock.hour > first.hour
        else Clock(clock.hour % 12 + 12, clock.minute, clock.second, True, clock.grain)
        for clock in frame.more
    ]


def _length(frame: Frame, repeat: Repeat, clock: Clock) -> timedelta | None:
    if frame.range is not None:
        end = frame.range.end
        hours = [end.hour] if end.fixed else sorted((end.hour % 12, end.hour % 12 + 12))
        for hour in hours:
            length = timedelta(hours=hour - clock.hour, minutes=end.minute - clock.minute)
            if length > timedelta():
                return length
        return timedelta(hours=24 + hours[0] - clock.hour, minutes=end.minute - clock.minute)
    if frame.clock is None and (frame.when.name if frame.when is not None else repeat.part) == "noon":
        return None
    if frame.clock is None and not repeat.also:
        low, high = PARTS[frame.when.name if frame.when is not None else repeat.part].hours
        return timedelta(hours=high - low)
    return None


def _fits(repeat: Repeat, day: datetime, anchor: datetime) -> bool:
    if repeat.freq == "DAILY" or repeat.freq in _CLOCKED:
        return True
    if repeat.freq == "WEEKLY":
        return NAMES[day.weekday()] in repeat.days if repeat.days else day.weekday() == anchor.weekday()
    if repeat.months and day.month not in repeat.months:
        return False
    if repeat.position:
        return _position(repeat, day)
    if repeat.days:
        return any(_numbered(name, day) for name in repeat.days)
    if repeat.month_days:
        last = monthrange(day.year, day.month)[1]
        return day.day in repeat.month_days or (day.day - last - 1) in repeat.month_days
    if repeat.freq == "YEARLY":
        return day.day == (1 if repeat.months else anchor.day) and (bool(repeat.months) or day.month == anchor.month)
    return day.day == anchor.day


def _numbered(name: str, day: datetime) -> bool:
    if NAMES[day.weekday()] != name[-2:]:
        return False
    number = int(name[:-2] or 0)
    last = monthrange(day.year, day.month)[1]
    return number in (0, (day.day - 1) // 7 + 1, -((last - day.day) // 7 + 1))


def _position(repeat: Repeat, day: datetime) -> bool:
    last = monthrange(day.year, day.month)[1]
    days = [number for number in range(1, last + 1) if NAMES[day.replace(day=number).weekday()] in repeat.days]
    index = repeat.position - 1 if repeat.position > 0 else repeat.position
    return -len(days) <= index < len(days) and days[index] == day.day


def _first(repeat: Repeat, now: datetime, anchor: datetime, clock: Clock | None) -> datetime | None:
    """The first instance after now and not before the stated beginning."""
    if isinstance(repeat.base, Yearly):
        spans = repeat.base.ahead(max(now, anchor))
        span = next(spans, None)
        return span.start + timedelta(minutes=clock.minutes if clock else 0) if span else None
    day = max(anchor, floor(now, Grain.day))
    for _ in range(_FARTHEST):
        if _fits(repeat, day, anchor):
            start = day + timedelta(minutes=clock.minutes, seconds=clock.second or 0) if clock is not None else day
            if clock is None or start > now:
                return start
        day += DAY
    return None


def _rule(frame: Frame, repeat: Repeat, first: datetime, scene: Scene) -> str:
    if isinstance(repeat.base, Yearly):
        return repeat.base.rrule or "FREQ=YEARLY"
    parts = [f"FREQ={repeat.freq}"]
    if repeat.interval > 1:
        parts.append(f"INTERVAL={repeat.interval}")
    if repeat.months and repeat.freq == "YEARLY":
        parts.append("BYMONTH=" + ",".join(map(str, repeat.months)))
    if repeat.month_days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, repeat.month_days)))
    if repeat.days:
        parts.append("BYDAY=" + ",".join(repeat.days))
    base = (_clocks(frame, repeat) or [None])[0]
    further = _further(frame, repeat, base)
    if further:
        hours = sorted({clock.hour % 24 for clock in (base, *further) if clock is not None})
        parts.append("BYHOUR=" + ",".join(map(str, hours)))
    if repeat.position:
        parts.append(f"BYSETPOS={repeat.position}")
    count = frame.count or (_count(frame.lasting, repeat) if frame.lasting is not None else 0)
    if count:
        parts.append(f"COUNT={count}")
    elif frame.until is not None and frame.until.date is not None:
        spans = frame.until.date.picks(scene)
        if FROM_NOW in frame.notes and spans:
            return ";".join([*parts, f"COUNT={_count(Length(days=(spans[0].end - spans[0].start).days), repeat)}"])
        last = spans[0].end - DAY if spans and spans[0].end > spans[0].start else spans[0].start if spans else None
        if last is not None and last >= floor(first, Grain.day):
            parts.append(f"UNTIL={last:%Y%m%d}")
    return ";".join(parts)


def _count(length: Length, repeat: Repeat) -> int:
    """How many instances a stated length holds."""
    per = max(repeat.interval, 1)
    days = length.days + length.months * 30.4375
    if repeat.freq == "DAILY":
        return round(days) // per
    if repeat.freq in _CLOCKED:
        seconds = length.seconds + days * 86400
        return int(seconds // (_CLOCKED[repeat.freq] * per))
    if repeat.freq == "WEEKLY":
        return max(int(round(days / 7, 1)) // per, 1) * max(len(repeat.days), 1)
    months = length.months or round(length.days / 30.4375)
    if repeat.freq == "MONTHLY":
        return months // per * max(len(repeat.month_days), len(repeat.days) if not repeat.position else 1, 1)
    return months // 12 // per if repeat.freq == "YEARLY" else 0

"""The readings of a frame on the wall clock, likeliest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from assistant.understanding.times.frames import Frame
from assistant.understanding.times.localise import wall_of, zone_of
from assistant.understanding.times.model import Grain, TimeKind
from assistant.understanding.times.nodes import Cyclic, Fixed, MonthDay, Node, Weekday
from assistant.understanding.times.rules_range import ClockRange, DateRange, apply_part
from assistant.understanding.times.spans import DAY, ORDER, Scene, Span, day_span, floor, shift, unit_length
from assistant.understanding.times.values import MEALS, Clock

HOUR = timedelta(hours=1)


@dataclass(slots=True)
class Found:
    """Readings on the wall clock, likeliest first, before they are put into the user's zone."""

    spans: list[Span]
    kind: TimeKind
    grain: Grain
    ambiguous: bool = False


def readings(frame: Frame, scene: Scene, user: tzinfo) -> Found | None:
    """Return the readings of a frame without its prefix."""
    if frame.second is not None:
        return _two_ends(frame, frame.second, scene, user)
    if frame.around is not None:
        return _around(frame, scene)
    if frame.span is not None:
        return _date_range(frame.span, scene)
    if frame.range is not None:
        return _clock_range(frame, frame.range, scene)
    if frame.clock is not None:
        return _clocked(frame, frame.clock, scene, user)
    if frame.when is not None:
        return _part(frame, scene)
    return _dated(frame, scene)


def _days(frame: Frame, scene: Scene) -> list[Span]:
    """The days a frame names; empty where it names none."""
    if frame.date is not None:
        return frame.date.picks(scene)
    if frame.when is not None and frame.when.offset is not None:
        offset = frame.when.offset
        early = scene.now.hour < 4 and offset == 0 and frame.when.part.half == "night"
        return [day_span(scene.today + DAY * (offset - (1 if early and frame.clock and frame.clock.hour < 5 else 0)))]
    return []


def _dated(frame: Frame, scene: Scene) -> Found | None:
    node = frame.date
    if node is None:
        return None
    spans = node.picks(scene)
    if not spans:
        return None
    first = spans[0]
    instant = first.start == first.end
    single = (
        ORDER[first.grain] >= ORDER[Grain.day]
        and first.end == shift(first.start, unit_length(first.grain))
        and first.start.hour == 0
    )
    kind = TimeKind.INSTANT if instant else TimeKind.DATE if single else TimeKind.INTERVAL
    ambiguous = node.ambiguous and len({span.start for span in spans}) > 1
    if isinstance(node, Weekday) and not scene.past and first.start == scene.today:
        ambiguous = True
    return Found(spans, kind, first.grain, ambiguous)


def _hours(clock: Clock, frame: Frame) -> list[int]:
    """The hours a clock may mean on a given day, likeliest first; 24 and more are on the following day."""
    if frame.when is not None:
        set_clock = apply_part(clock, frame.when.name, frame.when.part.half)
        other = [] if clock.fixed or not 0 < clock.hour < 12 else [clock.hour]
        return [set_clock.hour, *(hour for hour in other if hour != set_clock.hour)]
    if clock.fixed:
        return [clock.hour]
    if clock.hour == 12:
        return [12, 24]
    return [clock.hour + 12, clock.hour] if clock.hour < 7 else [clock.hour, clock.hour + 12]


def _at(day: datetime, hour: int, clock: Clock) -> datetime:
    return floor(day, Grain.day) + timedelta(hours=hour, minutes=clock.minute, seconds=clock.second or 0)


def _clocked(frame: Frame, clock: Clock, scene: Scene, user: tzinfo) -> Found:
    days = _days(frame, scene)
    hours = _hours(clock, frame)
    unsure = not clock.fixed and frame.when is None and (clock.hour < 7 or clock.hour == 12)
    walls = _on_days(days, hours, clock, frame, scene) if days else _next(hours, clock, scene, frame, user)
    ambiguous = unsure or (frame.date is not None and frame.date.ambiguous and len(days) > 1)
    return Found([Span(wall, wall, clock.grain) for wall in walls], TimeKind.INSTANT, clock.grain, ambiguous)


def _on_days(days: list[Span], hours: list[int], clock: Clock, frame: Frame, scene: Scene) -> list[datetime]:
    """Moments on stated days: each hour on the first day, then on the others; a past moment of today makes way."""
    first = [_at(days[0].start, hour, clock) for hour in hours]
    future = [wall for wall in first if wall > scene.now]
    today = days[0].start == scene.today
    weekday = isinstance(frame.date, Weekday)
    walls = first
    if (
        today
        and not scene.past
        and not clock.fixed
        and not isinstance(frame.date, Fixed)
        and frame.when is None
        and future
        and first[0] <= scene.now
        and future[0].hour < 22
    ):
        walls = future + [wall for wall in first if wall not in future]
    others = [_at(day.start, hour, clock) for day in days[1:4] for hour in hours]
    if weekday and today and not scene.past and walls[0] <= scene.now and others and not future:
        return [others[0], *walls, *others[1:]]
    if hours[0] == 24 and frame.date is not None and frame.when is None:
        others.append(_at(days[0].start, 0, clock))
    if today and frame.when is not None and first[0] <= scene.now:
        others += [wall + DAY for wall in first]
    if frame.when is not None and first[0].date() != days[0].start.date() and clock.hour < 12:
        others.append(_at(days[0].start, clock.hour, clock))
        others.append(_at(days[0].start, clock.hour + 12, clock))
    return walls + others


def _next(hours: list[int], clock: Clock, scene: Scene, frame: Frame, user: tzinfo) -> list[datetime]:
    """The next moment at a time of day: 7 to 12 the nearest between 7:00 and 21:59, 1 to 6 in the afternoon."""
    now = scene.now
    if frame.zone is not None:
        now = wall_of(scene.real, zone_of(frame.zone, user))

    def coming(hour: int) -> datetime:
        wall = _at(now, hour % 24, clock)
        if scene.past:
            return wall if wall < now else wall - DAY
        return wall if wall > now else wall + DAY

    if len(hours) == 1 or frame.when is not None or clock.hour < 7 or clock.hour == 12:
        walls = [coming(hour) for hour in hours]
    else:
        walls = sorted(coming(hour) for hour in hours)
        decent = [wall for wall in walls if 7 <= wall.hour < 22]
        walls = decent + [wall for wall in walls if wall not in decent]
    return [*walls, walls[0] + (-DAY if not scene.past else DAY)] if len(hours) == 1 else walls


def _part(frame: Frame, scene: Scene) -> Found | None:
    when = frame.when
    if when is None:
        return None
    days = _days(frame, scene)
    fixed = bool(days)
    days = days or [day_span(scene.today)]
    spans = []
    for day in days[:3]:
        for low, high in (when.part.hours, *when.part.others):
            span = Span(floor(day.start, Grain.day) + HOUR * low, floor(day.start, Grain.day) + HOUR * high, Grain.hour)
            spans.append(span)
    if not fixed and not scene.past and spans[0].end <= scene.now:
        spans = [replace(span, start=span.start + DAY, end=span.end + DAY) for span in spans] + spans
    if when.part.half == "noon" and when.name == "noon":
        noon = replace(spans[0], end=spans[0].start)
        return Found([noon, *spans], TimeKind.INSTANT, Grain.hour)
    if not fixed:
        spans += [replace(span, start=span.start + DAY, end=span.end + DAY) for span in spans[:1]]
    return Found(spans, TimeKind.INTERVAL, Grain.hour)


def _around(frame: Frame, scene: Scene) -> Found | None:
    if frame.around is None:
        return None
    name, after = frame.around
    begin, end, late = MEALS[name]
    days = _days(frame, scene)
    hour = end if after else begin
    wall = (days[0].start if days else scene.today) + HOUR * hour
    if not days and wall <= scene.now:
        wall += DAY
    if not after:
        return Found([Span(wall, wall, Grain.hour)], TimeKind.INSTANT, Grain.hour)
    return Found([Span(wall, wall + HOUR * (late - hour), Grain.hour)], TimeKind.INTERVAL, Grain.hour)


def _clock_range(frame: Frame, pair: ClockRange, scene: Scene) -> Found:
    start, end = pair.start, pair.end
    if frame.when is not None:
        part = frame.when
        start, end = (
            apply_part(start, part.name, part.part.half),
            apply_part(end, part.name, part.part.half) if not end.fixed or end.hour == 12 else end,
        )
    grain = Grain.minute if Grain.minute in (start.grain, end.grain) else Grain.hour
    days = [day.start for day in _days(frame, scene)][:3]
    options = (
        [start.hour]
        if start.fixed
        else [start.hour + 12, start.hour]
        if start.hour < 7
        else [start.hour, start.hour + 12]
    )
    if not start.fixed and start.hour == 12:
        options = [12, 0]
    spans: list[Span] = []
    for day in days or [scene.today]:
        for hour in options:
            first = _at(day, hour, start)
            last = _end_after(first, day, end)
            if not days and first <= scene.now and not scene.past:
                first, last = first + DAY, last + DAY
            spans.append(Span(first, last, grain))
    if (
        days
        and days[0] == scene.today
        and not start.fixed
        and spans[0].start <= scene.now < spans[-1].start
        and len(days) == 1
    ):
        spans = spans[::-1]
    if not days and not start.fixed and start.hour >= 7:
        spans.sort(key=lambda span: (not 7 <= span.start.hour < 22, span.start))
    step = timedelta(minutes=1) if grain is Grain.minute else HOUR
    if any(clock.second is not None for clock in (start, end)):
        grain, step = Grain.second, timedelta(seconds=1)
    literal = (
        []
        if end.fixed and start.fixed
        else [Span(_at(span.start, start.hour, start), _at(span.start, end.hour, end), grain) for span in spans[:1]]
    )
    literal = [span for span in literal if span.end > span.start]
    wider = [replace(span, end=span.end + step) for span in [*spans[:2], *literal]]
    ambiguous = not start.fixed and start.hour < 7 and frame.when is None
    return Found(spans + literal + wider, TimeKind.INTERVAL, grain, ambiguous)


def _end_after(first: datetime, day: datetime, end: Clock) -> datetime:
    """The first moment after the beginning that the closing clock can mean."""
    hours = [end.hour] if end.fixed else sorted({end.hour % 12, end.hour % 12 + 12})
    for hour in hours:
        last = _at(day, hour, end)
        if last > first:
            return last
    last = _at(day, hours[0], end)
    while last <= first:
        last += DAY
    return last


def _date_range(pair: DateRange, scene: Scene) -> Found | None:
    spans: list[Span] = []
    loose: list[Span] = []
    for start in _range_starts(pair, scene):
        end = _range_end(pair.end, start, scene)
        if end is None or end.end <= start.start:
            continue
        grain = min(start.grain, end.grain, key=ORDER.__getitem__)
        spans.append(Span(start.start, end.end, grain, start.real))
        spans.append(Span(start.start, end.start, grain, start.real))
        if start.real is not None or end.real is not None:
            low, high = floor(start.start, Grain.day), floor(end.start, Grain.day)
            loose += [Span(low, high, Grain.day), Span(low, high + DAY, Grain.day)] if high > low else []
    order = spans[::2] + spans[1::2]
    if not order:
        return None
    return Found(
        order[:1] + spans[1:2] + loose + [span for span in order[1:] if span is not spans[1]],
        TimeKind.INTERVAL,
        order[0].grain,
    )


def _range_starts(pair: DateRange, scene: Scene) -> list[Span]:
    start, end = pair.start, pair.end
    if isinstance(start, Cyclic) and not isinstance(end, Cyclic):
        goal = next(iter(end.picks(scene)), None)
        if goal is None:
            return []
        before = next((span for span in start.back(goal.end)), None)
        return [before] if before else []
    if isinstance(start, MonthDay) and not start.month and isinstance(end, MonthDay) and end.month:
        start = MonthDay(end.month, start.day)
    return start.picks(scene)[:3]


def _range_end(node: Node, start: Span, scene: Scene) -> Span | None:
    if isinstance(node, Cyclic):
        return next((span for span in node.ahead(start.start) if span.start >= start.start), None)
    return next((span for span in node.picks(scene) if span.start >= start.start), None)


def _two_ends(frame: Frame, other: Frame, scene: Scene, user: tzinfo) -> Found | None:
    opening = replace(frame, second=None)
    closing = other
    if (
        opening.date is None
        and (opening.when is None or opening.when.offset is None)
        and closing.date is not None
        and closing.clock is not None
        and opening.clock is not None
    ):
        opening.date = closing.date
    first = readings(opening, scene, user)
    if first is None or not first.spans:
        return None
    spans = []
    for start in first.spans[:3]:
        inherits = closing.date is None and (closing.when is None or closing.when.offset is None)
        moved = replace(scene, now=start.start) if inherits or isinstance(closing.date, Cyclic) else scene
        if inherits:
            clock = closing.clock
            if clock is None:
                last = readings(closing, moved, user)
                ends = [span.end for span in last.spans] if last else []
            else:
                hours = _hours(clock, closing)
                ends = sorted(_at(start.start, hour, clock) for hour in hours)
                ends = [end for end in ends if end > start.start] or [ends[0] + DAY]
        else:
            last = readings(closing, moved, user)
            ends = [span.end for span in last.spans if span.end > start.start] if last else []
        if ends:
            spans.append(Span(start.start, ends[0], Grain.minute if closing.clock else Grain.hour, start.real))
            spans.extend(
                Span(start.start, ends[0] + step, Grain.minute) for step in (timedelta(seconds=1), timedelta(minutes=1))
            )
    return (
        Found(
            spans[::3] + [span for index, span in enumerate(spans) if index % 3],
            TimeKind.INTERVAL,
            spans[0].grain,
            first.ambiguous,
        )
        if spans
        else None
    )

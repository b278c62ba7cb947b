"""Nodes for words that relate to now: next and last of something, edges of a unit, weekends, seasons, several units."""

from __future__ import annotations

from datetime import datetime, timedelta

from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import Cyclic, Node, Relative, Weekday, Yearly
from assistant.understanding.times.spans import DAY, Scene, Span, day_span, floor, shift, unit_length, unit_span, wall

_SEASON_STARTS = ((3, 20), (6, 21), (9, 23), (12, 21))


def _unique(spans: list[Span]) -> list[Span]:
    return list(dict.fromkeys(spans))


def weekday_in_week(day: int, offset: int, *, chinese: bool) -> Relative:
    """Return a weekday of the Monday-first week ``offset`` weeks on.

    English "next Friday" is also taken for the coming one and "last Friday" for the latest; 这周一 may mean
    the coming Monday.
    """

    def readings(scene: Scene) -> list[Span]:
        week = floor(scene.now, Grain.week)
        named = day_span(week + DAY * (7 * offset + day))
        if offset > 1 or offset < -1:
            return [named, day_span(named.start - 7 * DAY if offset > 1 else named.start + 7 * DAY)]
        if offset == 1:
            coming = next(Weekday(day).ahead(scene.today + DAY))
            return _unique([named, coming])
        if offset == -1:
            latest = next(Weekday(day).back(scene.today))
            return _unique([named, latest] if chinese else [latest, named])
        coming = next(Weekday(day).ahead(scene.today))
        return _unique([named, coming])

    return Relative(readings, ambiguous=offset in (1, -1))


def next_of_kind(node: Cyclic) -> Relative:
    """Return the first occurrence that begins after today."""

    def readings(scene: Scene) -> list[Span]:
        pool = (span for span in node.ahead(scene.today) if span.start > scene.today)
        return _with_others(node, [span for span in (next(pool, None), next(pool, None)) if span])

    return Relative(readings, node.grain, holiday=node.holiday)


def _with_others(node: Cyclic, spans: list[Span]) -> list[Span]:
    return [*spans, *(other for span in spans for other in node.others(span))]


def last_of_kind(node: Cyclic) -> Relative:
    """Return the latest occurrence that is over."""

    def readings(scene: Scene) -> list[Span]:
        pool = node.back(scene.today)
        return _with_others(node, [span for span in (next(pool, None), next(pool, None)) if span])

    return Relative(readings, node.grain, holiday=node.holiday)


def this_of_kind(node: Cyclic, *, near: bool = False) -> Relative:
    """Return the occurrence of this year, or with ``near`` the one that holds today or comes next."""

    def readings(scene: Scene) -> list[Span]:
        year = unit_span(scene.now, Grain.year)
        own = [] if near else node.between(year.start, year.end)
        return _unique([*own, *node.picks(scene)])

    return Relative(readings, node.grain, holiday=node.holiday)


def several(grain: Grain, count: int, sign: int) -> Relative:
    """Return the next or last units: whole units first, then counted from this moment, then the unit that far away."""

    def readings(scene: Scene) -> list[Span]:
        now, week = scene.now, scene.week_start
        whole = unit_span(now, grain, 1 if sign > 0 else -count, count, week)
        moved = shift(now, unit_length(grain, count), 1 if sign > 0 else -1)
        start, end = (now, moved) if sign > 0 else (moved, now)
        rolling = [Span(start, end, grain)]
        if grain not in (Grain.second, Grain.minute, Grain.hour):
            tomorrow = floor(now, Grain.day) + (DAY if sign > 0 else timedelta())
            first = tomorrow if sign > 0 else shift(tomorrow, unit_length(grain, count), -1)
            rolling = [Span(first, shift(first, unit_length(grain, count)), grain), *rolling]
            rolling.append(
                Span(
                    shift(tomorrow, unit_length(grain, count), -1) - DAY if sign < 0 else tomorrow - DAY,
                    end.replace(hour=0, minute=0, second=0, microsecond=0),
                    grain,
                )
            )
        far = unit_span(now, grain, sign * count, 1, week)
        far_node = Span(far.start, far.end, grain)
        if grain is Grain.hour and count == 1:
            return [rolling[0], whole]
        return _unique([whole, *rolling, far_node])

    return Relative(readings, grain)


def weekend_node(offset: int) -> Relative:
    """Return Saturday and Sunday of the week ``offset`` weeks on, also as lasting from Friday evening."""

    def readings(scene: Scene) -> list[Span]:
        saturday = floor(scene.now, Grain.week) + DAY * (5 + 7 * offset)
        spans = [
            Span(saturday, saturday + 2 * DAY, Grain.day),
            Span(saturday - timedelta(hours=6), saturday + 2 * DAY, Grain.hour),
        ]
        if offset == 1:
            spans.append(Span(saturday - 7 * DAY, saturday - 5 * DAY, Grain.day))
        return spans

    return Relative(readings)


def _season(year: int, number: int) -> Span:
    month, day = _SEASON_STARTS[number]
    after_month, after_day = _SEASON_STARTS[(number + 1) % 4]
    return Span(wall(year, month, day), wall(year + (number == 3), after_month, after_day), Grain.day)


def season_node(number: int | None, offset: int) -> Node:
    """Return a season by number (spring is 0), or the season ``offset`` away from the current one."""
    if number is not None:
        return Yearly(lambda year: [_season(year, number)])

    def readings(scene: Scene) -> list[Span]:
        spans = [_season(scene.now.year + step, which) for step in (-1, 0, 1) for which in range(4)]
        current = next(index for index, span in enumerate(spans) if span.start <= scene.now < span.end)
        chosen = spans[current + max(-2, min(offset, 3))]
        return [
            chosen,
            Span(chosen.start, chosen.end + DAY, chosen.grain),
            Span(chosen.start, chosen.end - DAY, chosen.grain),
        ]

    return Relative(readings)


def quarter_node(number: int) -> Yearly:
    """Return a quarter of every year; one that runs counts as the coming one."""
    return Yearly(lambda year: [unit_span(wall(year, 3 * number - 2), Grain.quarter)], Grain.quarter)


def _thirds(span: Span, name: str) -> Span:
    first = span.start
    if name == "begin":
        return Span(first, first + 10 * DAY, Grain.day)
    if name == "mid":
        return Span(first + 10 * DAY, first + 20 * DAY, Grain.day)
    return Span(first + 20 * DAY, span.end, Grain.day)


def _month_edges(first: datetime, end: datetime) -> dict[str, list[Span]]:
    span, middle, last = Span(first, end, Grain.month), first + timedelta(days=15), end - DAY
    return {
        "begin": [_thirds(span, "begin"), day_span(first), Span(first, middle, Grain.day)],
        "mid": [_thirds(span, "mid"), day_span(first + 14 * DAY)],
        "end": [day_span(last), _thirds(span, "end"), Span(middle, end, Grain.day)],
    }


def _year_edges(first: datetime, end: datetime) -> dict[str, list[Span]]:
    middle = first.replace(month=7)
    return {
        "begin": [
            Span(first, first.replace(month=4), Grain.month),
            Span(first, middle, Grain.month),
            day_span(first),
        ],
        "mid": [
            Span(first.replace(month=6), first.replace(month=8), Grain.month),
            Span(first.replace(month=5), first.replace(month=9), Grain.month),
        ],
        "end": [day_span(end - DAY), *(Span(first.replace(month=month), end, Grain.month) for month in (9, 7, 11))],
    }


def _week_edges(first: datetime, end: datetime) -> dict[str, list[Span]]:
    friday = first + 4 * DAY
    return {
        "begin": [day_span(first), Span(first, first + 3 * DAY, Grain.day), Span(first, first + 2 * DAY, Grain.day)],
        "mid": [Span(first + 2 * DAY, friday, Grain.day), day_span(first + 2 * DAY)],
        "end": [
            day_span(friday),
            Span(friday, end, Grain.day),
            Span(first + 3 * DAY, end, Grain.day),
            day_span(end - DAY),
        ],
    }


def _quarter_edges(first: datetime, end: datetime) -> dict[str, list[Span]]:
    second, third = (shift(first, unit_length(Grain.month, count)) for count in (1, 2))
    return {
        "begin": [day_span(first), Span(first, second, Grain.month)],
        "mid": [Span(second, third, Grain.month)],
        "end": [day_span(end - DAY), Span(third, end, Grain.month)],
    }


def _day_edges(first: datetime, end: datetime) -> dict[str, list[Span]]:
    evening = first + timedelta(hours=18)
    return {
        "begin": [Span(first + timedelta(hours=9), first + timedelta(hours=12), Grain.hour)],
        "mid": [Span(first + timedelta(hours=12), first + timedelta(hours=14), Grain.hour)],
        "end": [
            Span(evening, evening, Grain.hour),
            Span(end - timedelta(minutes=1), end, Grain.minute),
            Span(end - timedelta(seconds=1), end, Grain.second),
            Span(end, end, Grain.minute),
        ],
    }


_EDGES = {
    Grain.month: _month_edges,
    Grain.year: _year_edges,
    Grain.week: _week_edges,
    Grain.quarter: _quarter_edges,
}


def _edges(span: Span, name: str, unit: Grain) -> list[Span]:
    """Readings of the beginning, middle or end of a unit."""
    return _EDGES.get(unit, _day_edges)(span.start, span.end)[name]


def edge_node(name: str, node: Node, unit: Grain, *, thirds: bool = False) -> Relative:
    """Return the beginning, middle or end of each reading of a node."""

    def readings(scene: Scene) -> list[Span]:
        picked = node.picks(scene)
        if thirds:
            return [_thirds(span, name) for span in picked]
        listed = [_edges(span, name, unit) for span in picked]
        return (
            [spans[0] for spans in listed[:1]]
            + [span for spans in listed[:1] for span in spans[1:]]
            + [spans[0] for spans in listed[1:2]]
        )

    return Relative(readings, Grain.day)

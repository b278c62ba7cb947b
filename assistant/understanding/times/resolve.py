"""From a frame to a mention: which moments or days are meant, likeliest first."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from assistant.understanding.times.frames import Frame
from assistant.understanding.times.localise import moments, zone_of
from assistant.understanding.times.model import Grain, Reading, TimeKind, TimeMention
from assistant.understanding.times.readings import Found, readings
from assistant.understanding.times.spans import DAY, ORDER, Scene, Span

MOST_ALTERNATIVES = 12


def resolve(frame: Frame, scene: Scene, user: tzinfo, text: str) -> TimeMention | None:
    """Return the mention that a frame stands for, or None where it names no possible time.

    Args:
        frame: Parts of the expression.
        scene: Wall time of speaking in the user's zone.
        user: The user's zone.
        text: The original text.
    """
    found = readings(frame, scene, user)
    if found is None or not found.spans:
        return None
    return _mention(frame, found, scene, user, text)


def _is_day(span: Span) -> bool:
    return (
        span.real is None
        and span.start != span.end
        and ORDER[span.grain] >= ORDER[Grain.day]
        and span.start.hour == span.start.minute == 0
        and span.end.hour == span.end.minute == 0
    )


def _readings(span: Span, frame: Frame, scene: Scene, user: tzinfo, *, bounded: bool) -> list[Reading]:
    """Put one span into the user's zone; two readings where the clock change makes two of it."""
    if _is_day(span):
        end: date | None = span.end.date()
        return [Reading(span.start.date(), end if bounded else None)]
    zone = zone_of(frame.zone, user)
    if span.real is not None:
        starts = [span.real]
    elif span.start == scene.now and frame.zone is None:
        starts = [scene.real]
    else:
        starts = moments(span.start, zone, user)
    if span.start == span.end:
        return [Reading(start, None) for start in starts]
    return [Reading(start, moments(span.end, zone, user)[0]) for start in starts[:1]]


def _mention(frame: Frame, found: Found, scene: Scene, user: tzinfo, text: str) -> TimeMention | None:
    kind, spans = found.kind, found.spans
    first = spans[0]
    bounded = not (kind is TimeKind.DATE and first.grain is Grain.day)
    listed: list[Reading] = []
    ambiguous = found.ambiguous
    for index, span in enumerate(spans):
        made = _readings(
            span, frame, scene, user, bounded=bounded or span.grain is not Grain.day or span.end - span.start > DAY
        )
        if index == 0 and len(made) > 1:
            ambiguous = True
        listed.extend(made)
    deadline = frame.prefix in ("by", "before") or bool(frame.around and not frame.around[1] and frame.around[0])
    closed = frame.second is not None or frame.range is not None or frame.span is not None
    if (frame.prefix or (frame.around and not frame.around[1])) and not (
        closed and frame.prefix in ("from", "starting", "since", "between")
    ):
        kind, listed = _bounded(frame, kind, spans, listed, scene, user)
    unique = _unique(listed)
    holiday = frame.date is not None and frame.date.holiday
    return TimeMention(
        text=text[frame.start : frame.end],
        start_char=frame.start,
        end_char=frame.end,
        kind=kind,
        start=unique[0].start,
        end=unique[0].end,
        grain=found.grain,
        alternatives=tuple(unique[1 : MOST_ALTERNATIVES + 1]),
        deadline=deadline,
        ambiguous=ambiguous and len(unique) > 1,
        holiday=holiday,
    )


def _unique(listed: list[Reading]) -> list[Reading]:
    """Drop repeated readings; the two hours of an overlap differ though their clocks show the same."""

    def key(value: datetime | date | None) -> object:
        return value.timestamp() if isinstance(value, datetime) else value

    seen: dict[object, Reading] = {}
    for reading in listed:
        seen.setdefault((key(reading.start), key(reading.end)), reading)
    return list(seen.values())


def _bounded(
    frame: Frame, kind: TimeKind, spans: list[Span], listed: list[Reading], scene: Scene, user: tzinfo
) -> tuple[TimeKind, list[Reading]]:
    """Apply by, before, after, since, until and starting."""
    first = spans[0]
    zone = zone_of(frame.zone, user)
    now = scene.real

    def moment(wall: datetime) -> datetime:
        return moments(wall, zone, user)[0]

    def edge(wall: datetime, span: Span) -> datetime | date:
        return wall.date() if _is_day(span) else moment(wall)

    if frame.prefix in ("by", "before", "until", ""):
        if kind is TimeKind.INTERVAL:
            last = first.end - DAY if frame.prefix != "before" and _is_day(first) else first.start
            head = Reading(last.date() if _is_day(first) else moment(first.start), None)
            kind = TimeKind.DATE if _is_day(first) else TimeKind.INSTANT
        else:
            head = Reading(
                listed[0].start, None if kind is not TimeKind.DATE or first.grain is Grain.day else listed[0].end
            )
        extra = [Reading(now, moment(wall)) for span in spans[:2] for wall in (span.start, span.end)]
        extra += [Reading(None, edge(first.end, first))]
        return kind, [head, *extra[:4], *listed[1:], *extra[4:]]
    if frame.prefix == "after":
        begins = edge(first.end, first)
        return TimeKind.INTERVAL, [
            Reading(begins, None),
            *(Reading(edge(span.start, span), None) for span in spans),
            *(Reading(edge(span.end, span), None) for span in spans[1:3]),
        ]
    return TimeKind.INTERVAL, [Reading(reading.start, None) for reading in listed]

"""Moments as properties tell them: a day, a wall time, a wall time in a zone; and the names of occurrences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from assistant.domain.placing import wall_start
from assistant.domain.rules import zone_named
from assistant.domain.spans import AllDay, Floating, Span, Zoned
from assistant.ical.lines import Property
from assistant.ical.problems import Misread, Problem, Report, Trouble
from assistant.ical.values import day_of, day_text, is_day, length_of, utc_text, wall_of, wall_text
from assistant.ical.zones import Zones

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wall:
    """A naive wall time and the IANA zone it is told in; None where it is everybody's own."""

    at: datetime
    zone: str | None

    def moment(self, otherwise: str) -> datetime:
        """The instant in UTC, in the zone `otherwise` where it has none itself."""
        return self.at.replace(tzinfo=zone_named(self.zone or otherwise)).astimezone(UTC)


Told = date | Wall


def read_moment(text: str, prop: Property, zones: Zones, report: Report) -> Told:
    """One value of a property.

    Raises:
        ValueError: It is neither a date nor a date with a time; the sentence says so.
    """
    if is_day(text):
        return day_of(text)
    at, utc = wall_of(text)
    if utc:
        return Wall(at, "UTC")
    tzid = prop.parameter("TZID")
    if not tzid:
        return Wall(at, None)
    zone = zones.name(tzid)
    if zone is None:
        report(Problem(prop.line, Trouble.ZONE_UNKNOWN, (tzid[:40],)))
    return Wall(at, zone)


def read_span(start: Told, end: Told | None, lasts: timedelta | None, line: int, report: Report) -> Span:
    """The span of DTSTART with DTEND (or DUE) or DURATION. An end before the start is told and left out."""
    if not isinstance(start, Wall):
        return _whole_days(start, end, lasts, line, report)
    if start.zone is None:
        length = lasts or timedelta(0)
        if end is not None:
            length = (end.at if isinstance(end, Wall) else datetime.combine(end, time())) - start.at
        if length < timedelta(0):
            report(Problem(line, Trouble.ENDS_EARLY))
            length = timedelta(0)
        return Floating(start.at.date(), start.at.time(), length)
    begins = start.moment(start.zone)
    ends = begins
    if isinstance(end, Wall):
        ends = end.moment(start.zone)
    elif end is not None:
        ends = Wall(datetime.combine(end, time()), start.zone).moment(start.zone)
    elif lasts is not None:
        # Days of a length are days of the calendar, hours are hours.
        days = timedelta(days=lasts.days)
        ends = Wall(start.at + days, start.zone).moment(start.zone) + (lasts - days)
    if ends < begins:
        report(Problem(line, Trouble.ENDS_EARLY))
        ends = begins
    return Zoned(begins, ends, start.zone)


def _whole_days(start: date, end: Told | None, lasts: timedelta | None, line: int, report: Report) -> AllDay:
    last = start + _DAY
    if end is not None:
        last = end.at.date() if isinstance(end, Wall) else end
    elif lasts is not None:
        last = start + max(timedelta(days=lasts.days), _DAY)
    if last < start:
        report(Problem(line, Trouble.ENDS_EARLY))
    return AllDay(start, max(last, start + _DAY))


def occurrence_name(told: Told, span: Span) -> str:
    """The name (see `Override.recurrence_id`) of the occurrence that a property means in the series of `span`.

    A bare date in a series with times means the occurrence of that day at the usual time.
    """
    match span:
        case AllDay():
            return (told.at.date() if isinstance(told, Wall) else told).isoformat()
        case Floating(_, at, _):
            wall = told.at if isinstance(told, Wall) else datetime.combine(told, at)
            return wall.isoformat(timespec="seconds")
        case Zoned(_, _, zone):
            if not isinstance(told, Wall):
                told = Wall(datetime.combine(told, wall_start(span)[0].time()), zone)
            return told.moment(zone).isoformat(timespec="seconds")


def read_period(text: str, prop: Property, zones: Zones, report: Report) -> tuple[Told, timedelta | None]:
    """A value of RDATE: its start, and its length where it is a period. Raises ValueError."""
    first, slash, second = text.partition("/")
    start = read_moment(first, prop, zones, report)
    if not slash:
        return start, None
    if not isinstance(start, Wall):
        last = day_of(second) if is_day(second) else start + length_of(second)
        if last < start:
            raise Misread(Trouble.PERIOD_BACKWARDS)
        return start, last - start
    if second.strip().upper().lstrip("+-").startswith("P"):
        lasts = length_of(second)
    else:
        end = read_moment(second, prop, zones, report)
        if not isinstance(end, Wall):
            raise Misread(Trouble.PERIOD_END)
        lasts = end.moment("UTC") - start.moment("UTC")
    if lasts < timedelta(0):
        raise Misread(Trouble.PERIOD_BACKWARDS)
    return start, lasts


# ------------------------------------------------------------------------------------------------------------ writing


def wall_value(wall: datetime, zone: str | None) -> str:
    """What stands after the name of a property: parameters, colon, wall time in a zone (or in UTC, or in none)."""
    if zone is None:
        return f":{wall_text(wall)}"
    if zone == "UTC":
        return f":{wall_text(wall)}Z"
    return f";TZID={zone}:{wall_text(wall)}"


def span_lines(span: Span, end_name: str = "DTEND") -> list[str]:
    """DTSTART and the end of a span."""
    match span:
        case AllDay(start_on, end_on):
            return [f"DTSTART;VALUE=DATE:{day_text(start_on)}", f"{end_name};VALUE=DATE:{day_text(end_on)}"]
        case Floating(on, at, lasts):
            start = datetime.combine(on, at)
            return [f"DTSTART{wall_value(start, None)}", f"{end_name}{wall_value(start + lasts, None)}"]
        case Zoned(start_at, end_at, zone):
            own = zone_named(zone)
            walls = [moment.astimezone(own).replace(tzinfo=None) for moment in (start_at, end_at)]
            return [f"DTSTART{wall_value(walls[0], zone)}", f"{end_name}{wall_value(walls[1], zone)}"]


def name_value(name: str, span: Span) -> str:
    """An occurrence by its name, as RECURRENCE-ID and EXDATE tell it: what stands after the name of the property."""
    match span:
        case AllDay():
            return f";VALUE=DATE:{day_text(date.fromisoformat(name[:10]))}"
        case Floating():
            return wall_value(datetime.fromisoformat(name).replace(tzinfo=None), None)
        case Zoned(_, _, zone):
            moment = datetime.fromisoformat(name)
            if moment.tzinfo is None:
                return wall_value(moment, None)
            return wall_value(moment.astimezone(zone_named(zone)).replace(tzinfo=None), zone)


def moment_text(moment: datetime) -> str:
    """An instant for CREATED, LAST-MODIFIED, DTSTAMP."""
    return utc_text(moment)

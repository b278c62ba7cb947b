"""Time zones of calendar files: which zone of the IANA database a TZID means, and definitions for files written here.

A TZID is a name that the file itself explains (VTIMEZONE). Most are IANA names, some with a prefix, some the names
that Windows uses. What is none of these is recognised by its rules: the zone with the same offsets through the years.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo, available_timezones

from tzlocal.windows_tz import win_tz

from assistant.domain.rules import instances
from assistant.ical.components import Component
from assistant.ical.problems import Misread, Trouble
from assistant.ical.values import wall_of, wall_text

_YEARS = range(2008, 2031)
_MOST_OBSERVANCES = 400
_MOST_CHANGES = 5_000
_MOST_EXPLAINED = 20
# In all definitions of a file together. Clocks change in the same way each year: rules of days or hours are no zone's.
_MOST_RULES = 60
_FOLLOWED = ("FREQ=YEARLY", "FREQ=MONTHLY")
_LONGEST_NAME = 200
# Asked first, so that a zone that many share gets the name that people know.
_KNOWN = (
    "Europe/London",
    "Europe/Berlin",
    "Europe/Athens",
    "Europe/Moscow",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Asia/Dubai",
    "Australia/Sydney",
    "Pacific/Auckland",
    "Africa/Johannesburg",
)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


@lru_cache(maxsize=1024)
def iana_name(tzid: str) -> str | None:
    """The IANA zone that a TZID names by itself; None where it needs its definition."""
    clean = tzid[-_LONGEST_NAME:].strip().strip('"')
    names = _names()
    # "/mozilla.org/20050126_1/Europe/Berlin", "/citadel.org/…/America/Argentina/Ushuaia"
    pieces = clean.strip("/").split("/")
    for start in range(len(pieces)):
        found = names.get("/".join(pieces[start:]).casefold())
        if found is not None:
            return found
    windows = win_tz.get(clean)
    return names.get(windows.casefold()) if windows is not None else None


class Zones:
    """The zones of one file: give it the definitions, ask it for names."""

    def __init__(self) -> None:
        self._defined: dict[str, Component] = {}
        self._meant: dict[str, str | None] = {}
        self._rules_left = _MOST_RULES

    def define(self, definition: Component) -> None:
        """Takes a VTIMEZONE in."""
        name = definition.first("TZID")
        if name is None:
            return
        tzid = name.value.strip()
        if iana_name(tzid) is None:
            self._defined.setdefault(tzid, definition)

    def name(self, tzid: str) -> str | None:
        """The IANA zone that a TZID means in this file; None where nobody says."""
        return iana_name(tzid) or self._explained(tzid.strip()) or _by_offset(tzid)

    def _explained(self, tzid: str) -> str | None:
        """By the file's own definition; that is followed only for names that are used, and not for any number."""
        if tzid not in self._meant:
            definition = self._defined.get(tzid)
            if definition is None:
                return None
            hint = definition.first("X-LIC-LOCATION")
            told = iana_name(hint.value) if hint is not None else None
            self._meant[tzid] = told or self._recognised(definition)
        return self._meant[tzid]

    def _recognised(self, definition: Component) -> str | None:
        rules = sum(_rule(part) is not None for part in _observances(definition))
        if len(self._meant) >= _MOST_EXPLAINED or rules > self._rules_left:
            return None
        self._rules_left -= rules
        return _recognised(definition)


@lru_cache(maxsize=256)
def _by_offset(tzid: str) -> str | None:
    """Names such as ``GMT+0100`` or ``UTC-5``."""
    clean = tzid.strip().upper().removeprefix("(").removeprefix("GMT").removeprefix("UTC")
    digits = clean.lstrip("+-").split(")")[0].replace(":", "")
    if clean[:1] not in "+-" or clean == "" or not digits.isdecimal() or len(digits) > 4:
        return None
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    seconds = (hours * 60 + minutes) * 60 * (-1 if clean[0] == "-" else 1)
    return fixed_zone(timedelta(seconds=seconds))


@lru_cache(maxsize=64)
def fixed_zone(offset: timedelta) -> str | None:
    """A zone that always has this offset."""
    hours = offset / timedelta(hours=1)
    if hours == 0:
        return "UTC"
    if hours == int(hours) and -14 <= -hours <= 12:
        return f"Etc/GMT{-int(hours):+d}"
    return next((name for name in (*_KNOWN, *sorted(_names().values())) if _always(name, offset)), None)


def _always(name: str, offset: timedelta) -> bool:
    zone = ZoneInfo(name)
    return all(datetime(year, month, 1, tzinfo=zone).utcoffset() == offset for year in _YEARS for month in (1, 7))


def _recognised(definition: Component) -> str | None:
    changes = sorted(islice(_changes(definition), _MOST_CHANGES))
    if not changes:
        return None
    offsets = {offset for _at, offset in changes}
    if len(offsets) == 1:
        return fixed_zone(offsets.pop())
    probes = [datetime(year, month, 15, tzinfo=UTC) for year in _YEARS for month in (1, 4, 7, 10)]
    moments = [at for at, _offset in changes]
    wanted = []
    for probe in probes:
        before = bisect_right(moments, probe.replace(tzinfo=None))
        if before:
            wanted.append((probe, changes[before - 1][1]))
    return _likest(wanted) if wanted else None


def _likest(wanted: list[tuple[datetime, timedelta]]) -> str | None:
    """The zone that has the most of these offsets; None where each differs in more than a fifth of them."""
    best, fewest = None, len(wanted) // 5 + 1
    for name in (*_KNOWN, *sorted(_names().values())):
        zone, other = ZoneInfo(name), 0
        for probe, offset in wanted:
            other += probe.astimezone(zone).utcoffset() != offset
            if other >= fewest:
                break
        else:
            best, fewest = name, other
            if not other:
                break
    return best


def _changes(definition: Component) -> Iterator[tuple[datetime, timedelta]]:
    """When the definition changes the offset (wall times), and to what."""
    for part in _observances(definition):
        start, to = part.first("DTSTART"), part.first("TZOFFSETTO")
        try:
            if start is None or to is None:
                continue
            offset, onset = offset_of(to.value), wall_of(start.value)[0]
            yield onset, offset
            rule = _rule(part)
            if rule is not None:
                last = datetime.combine(date(_YEARS.stop, 1, 1), time())
                for count, moment in enumerate(instances(rule, onset, last)):
                    if count > _MOST_OBSERVANCES:
                        break
                    yield moment, offset
            for more in part.properties():
                if more.name == "RDATE":
                    for text in more.value.split(",")[:_MOST_OBSERVANCES]:
                        yield wall_of(text)[0], offset
        except (ValueError, OverflowError):
            continue


def _observances(definition: Component) -> Iterator[Component]:
    for part in definition.parts:
        if isinstance(part, Component) and part.kind in ("STANDARD", "DAYLIGHT"):
            yield part


def _rule(observance: Component) -> str | None:
    """The rule that is followed, without its end."""
    rule = observance.first("RRULE")
    pieces = rule.value.upper().split(";") if rule is not None else []
    if not any(piece in _FOLLOWED for piece in pieces):
        return None
    return ";".join(piece for piece in pieces if not piece.startswith("UNTIL="))


def offset_of(text: str) -> timedelta:
    """A UTC-OFFSET. Raises ValueError."""
    clean = text.strip()
    digits = clean.lstrip("+-").replace(":", "")
    if not digits.isdecimal() or len(digits) not in (4, 6):
        raise Misread(Trouble.NO_OFFSET, clean[:20])
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:] or 0))
    if offset >= timedelta(days=1):
        raise Misread(Trouble.NO_OFFSET, clean[:20])
    return -offset if clean.startswith("-") else offset


# ------------------------------------------------------------------------------------------------------------ writing


def definition_lines(name: str, years: Iterable[int]) -> list[str]:
    """A VTIMEZONE with every change of the clock in these years, for a file that names this zone."""
    zone, spanned = ZoneInfo(name), sorted(years)
    first = datetime(spanned[0], 1, 1, tzinfo=UTC)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    lines += _observance(first.astimezone(zone), first.astimezone(zone).utcoffset() or timedelta(0), [])
    groups: dict[tuple[str, timedelta, timedelta, timedelta], list[datetime]] = {}
    for moment, before, after in _transitions(zone, first, datetime(spanned[-1] + 1, 1, 1, tzinfo=UTC)):
        local = moment.astimezone(zone)
        key = (local.tzname() or "", before, after, local.dst() or timedelta(0))
        groups.setdefault(key, []).append(moment)
    for (_name, before, _after, _dst), moments in groups.items():
        lines += _observance(moments[0].astimezone(zone), before, moments[1:])
    return [*lines, "END:VTIMEZONE"]


def _observance(local: datetime, before: timedelta, again: list[datetime]) -> list[str]:
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    # The onset is told in the wall time that was valid before it.
    onset = local.astimezone(UTC).replace(tzinfo=None) + before
    lines = [f"BEGIN:{kind}", f"DTSTART:{wall_text(onset)}"]
    lines += [f"RDATE:{wall_text(moment.replace(tzinfo=None) + before)}" for moment in again]
    after = local.utcoffset() or timedelta(0)
    return [
        *lines,
        f"TZOFFSETFROM:{_offset_text(before)}",
        f"TZOFFSETTO:{_offset_text(after)}",
        f"TZNAME:{local.tzname()}",
        f"END:{kind}",
    ]


def _transitions(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[tuple[datetime, timedelta, timedelta]]:
    """Each change of the offset in [start, end): the moment, the offset before, the offset after."""
    day = timedelta(days=1)
    moment, offset = start, start.astimezone(zone).utcoffset() or timedelta(0)
    while moment < end:
        then = moment + 7 * day
        after = then.astimezone(zone).utcoffset() or timedelta(0)
        if after != offset:
            low, high = moment, then
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) / 2
                if (middle.astimezone(zone).utcoffset() or timedelta(0)) == offset:
                    low = middle
                else:
                    high = middle
            change = high.replace(microsecond=0)
            yield change, offset, after
            offset = after
        moment = then


def _offset_text(offset: timedelta) -> str:
    sign = "-" if offset < timedelta(0) else "+"
    seconds = int(abs(offset) / timedelta(seconds=1))
    rest = f"{seconds % 60:02}" if seconds % 60 else ""
    return f"{sign}{seconds // 3600:02}{seconds // 60 % 60:02}{rest}"


__all__ = ["Zones", "definition_lines", "fixed_zone", "iana_name", "offset_of"]

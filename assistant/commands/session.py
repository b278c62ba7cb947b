"""What every command needs: the profile opened, and one way to print."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from assistant.config.errors import InputError
from assistant.config.log import start_logging
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.config.system_clock import SystemClock
from assistant.domain.clock import Clock

if TYPE_CHECKING:
    from assistant.services.assistant import Assistant

DONE, FAILED, ASKS = 0, 1, 3


class StatedClock:
    """A clock that stands still at a moment somebody stated."""

    def __init__(self, now: datetime, zone: ZoneInfo) -> None:
        self._now = now.astimezone(zone)
        self._zone = zone

    def now(self) -> datetime:
        """The stated moment."""
        return self._now

    def zone(self) -> ZoneInfo:
        """The zone it was stated in."""
        return self._zone

    def monotonic(self) -> float:
        """Stands still as well."""
        return 0.0

    def asleep(self) -> float | None:
        """Is nobody's computer."""
        return None


def paths_of(arguments: argparse.Namespace) -> Paths:
    """The profile that was asked for; its folders exist.

    Raises:
        AssistantError: ``profile.unwritable``.
    """
    paths = Paths.profile(arguments.profile) if arguments.profile else Paths.default()
    paths.ensure()
    return paths


@contextmanager
def opened(arguments: argparse.Namespace, *, clock: Clock | None = None) -> Iterator[Assistant]:
    """The services of the profile, for the time of one command."""
    from assistant.bootstrap import build  # the window's start asks only for its paths here

    paths = paths_of(arguments)
    settings = Settings(paths.settings)
    start_logging(paths.logs, settings.text("log_level"))
    for problem in settings.problems:
        tell(problem)
    assistant = build(paths, settings, clock=clock)
    if assistant.store.notice:
        tell(assistant.store.notice)
    try:
        yield assistant
    finally:
        assistant.close()


def stated_clock(text: str) -> StatedClock:
    """The clock for ``--now``: a moment without offset is in the person's zone.

    Raises:
        InputError: ``input.now``.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError("input.now", f"“{text}” is not a moment such as 2026-10-14T11:20 (ISO 8601).") from error
    own = SystemClock().zone()
    if moment.tzinfo is None:
        return StatedClock(moment.replace(tzinfo=own), own)
    return StatedClock(moment, _zone_like(moment, own))


def _zone_like(moment: datetime, own: ZoneInfo) -> ZoneInfo:
    """The person's zone where it has the stated offset at that moment, else one that always has it, else any."""
    offset = moment.utcoffset()
    if moment.astimezone(own).utcoffset() == offset:
        return own
    hours = offset.total_seconds() / 3600 if offset is not None else 0.0
    if hours == int(hours):
        return ZoneInfo("UTC" if hours == 0 else f"Etc/GMT{-int(hours):+d}")
    for name in sorted(available_timezones()):
        if moment.astimezone(ZoneInfo(name)).utcoffset() == offset:
            return ZoneInfo(name)
    return own


def stated_day(text: str, zone: ZoneInfo) -> tuple[datetime, bool]:
    """A day or moment given on the command line, aware, and whether it was a day.

    Raises:
        InputError: ``input.date``.
    """
    try:
        if len(text) == len("2026-10-14"):
            return datetime.combine(date.fromisoformat(text), time(), zone), True
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError("input.date", f"“{text}” is not a date such as 2026-10-14.") from error
    return (moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)), False


def say(text: str) -> None:
    """A line of the result, to standard output."""
    print(text)


def say_json(document: object) -> None:
    """The whole result, to standard output."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def tell(text: str) -> None:
    """A message to the person, to standard error."""
    print(text, file=sys.stderr)


def iso(moment: datetime | None, zone: ZoneInfo) -> str | None:
    """ISO 8601 with the offset of the person's zone."""
    return moment.astimezone(zone).isoformat(timespec="seconds") if moment is not None else None

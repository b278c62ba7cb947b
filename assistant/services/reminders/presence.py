"""When the program was there to remind, and when not: a mark of life on disk, and the absences that it tells of."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.domain.absence import HELD, Absence, Look, Why, absence_at

_LOG = logging.getLogger(__name__)
JUMP = timedelta(seconds=1.5)
_BEAT = 60.0  # seconds: how exactly the end of a killed program is known
_MOST = 64
_OLD = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the file holds. Times in UTC; `alive_at` is the last mark of life, None before the first."""

    alive_at: datetime | None = None
    paused_until: datetime | None = None
    absences: tuple[Absence, ...] = ()


class Presence:
    """Absences of one profile's window. Any thread.

    The wake-ups' thread looks at the clocks all the time (`observe`) and writes once a minute (`keep`); nothing here
    wakes up by itself. The file is no part of the database: a mark a minute there would tell every other process each
    time that something had changed.
    """

    def __init__(self, file: Path | None = None) -> None:
        """With None nothing outlives the process."""
        self._file = file
        self._lock = threading.Lock()
        self._known = read(file)
        self._last: Look | None = None
        self._written_at: float | None = None
        self._changed = False

    # ------------------------------------------------------------------------------------------- being there

    def begin(self, look: Look) -> None:
        """The program is there from now on; it was not since the last mark of life."""
        with self._lock:
            alive_at = self._known.alive_at
            if self._last is None and alive_at is not None and alive_at < look.wall:
                self._end_holding(alive_at)
                self._add(Absence(alive_at, look.wall, Why.CLOSED))
                _LOG.info("last seen alive %.0f s ago", (look.wall - alive_at).total_seconds())
            self._last, self._changed = look, True

    def observe(self, look: Look) -> None:
        """Another look at the clocks; what they did meanwhile is remembered. Writes nothing."""
        with self._lock:
            before, self._last = self._last, look
            if before is None:
                return
            why = reason_of_jump(before, look)
            if why is not None:
                self._add(Absence(before.wall, look.wall, why))

    def keep(self, *, at_once: bool = False) -> None:
        """Writes the mark of life where the last one is a minute old or something else is new."""
        with self._lock:
            look = self._last
            if look is None or self._file is None:
                return
            old = self._written_at is None or look.awake - self._written_at >= _BEAT
            if not (old or self._changed or at_once):
                return
            self._known = replace(self._known, alive_at=look.wall)
            self._written_at, self._changed = look.awake, False
            text = as_text(self._known)
        try:
            write(self._file, text)
        except OSError as error:
            # The mark is for a label only: a full disk has other worries.
            _LOG.info("the mark of life could not be written: %s", error.strerror)

    # ------------------------------------------------------------------------------------------- being held back

    def hold(self, why: Why, since: datetime) -> None:
        """Reminders are held back for this reason, from that moment on; the same reason goes on."""
        with self._lock:
            last = next((one for one in reversed(self._known.absences) if one.ended_at is None), None)
            if last is not None and last.why is why:
                return
            begins = since.astimezone(UTC)
            self._end_holding(begins)
            self._add(Absence(begins, None, why))

    def release(self, now: datetime) -> None:
        """Nothing is held back any more."""
        with self._lock:
            self._end_holding(now.astimezone(UTC))

    def pause(self, until: datetime | None) -> None:
        """Reminders wait until then; None ends that."""
        with self._lock:
            self._known = replace(self._known, paused_until=None if until is None else until.astimezone(UTC))
            self._changed = True
        self.keep()

    def paused_until(self, now: datetime) -> datetime | None:
        """Until when reminders wait by the person's wish; None where they do not."""
        until = self._known.paused_until
        return until if until is not None and now.astimezone(UTC) < until else None

    # ------------------------------------------------------------------------------------------- telling

    def why(self, moment: datetime) -> Absence | None:
        """What kept back a reminder of that moment; None where that is not known."""
        with self._lock:
            return absence_at(moment, self._known.absences)

    def _add(self, absence: Absence) -> None:
        old = absence.began_at - _OLD
        recent = [one for one in self._known.absences if one.ended_at is None or one.ended_at > old]
        self._known = replace(self._known, absences=(*recent, absence)[-_MOST:])
        self._changed = True

    def _end_holding(self, at: datetime) -> None:
        def ended(one: Absence) -> Absence:
            return replace(one, ended_at=max(at, one.began_at)) if one.ended_at is None and one.why in HELD else one

        absences = tuple(ended(one) for one in self._known.absences)
        if absences != self._known.absences:
            self._known, self._changed = replace(self._known, absences=absences), True


def reason_of_jump(before: Look, after: Look) -> Why | None:
    """What the clocks did between two looks: slept, were set forward, or just went on. Pure.

    Where the system does not tell of sleep, a leap of the wall clock has no reason that one could be sure of.
    """
    slept = after.slept_since(before)
    if slept is None:
        return None
    limit = JUMP.total_seconds()
    if slept > limit:
        return Why.ASLEEP
    return Why.CLOCK if after.drift_from(before) - slept > limit else None


# ------------------------------------------------------------------------------------------------------- the file


def read(file: Path | None) -> Known:
    """What the file holds; nothing where there is none or a crash has left half of it."""
    if file is None:
        return Known()
    try:
        found = json.loads(file.read_text(encoding="ascii"))
        return _known(found)
    except FileNotFoundError:
        return Known()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        _LOG.info("the mark of life cannot be read: %s", type(error).__name__)
        return Known()


def _known(found: Mapping[str, object]) -> Known:
    absences = found["absences"]
    if not isinstance(absences, list):
        raise TypeError("absences are a list")
    return Known(
        alive_at=_moment(found["alive_at"]),
        paused_until=_moment(found["paused_until"]),
        absences=tuple(_absence(*one) for one in absences),
    )


def _absence(began: str, ended: str | None, why: str) -> Absence:
    return Absence(datetime.fromisoformat(began).astimezone(UTC), _moment(ended), Why(why))


def _moment(text: object) -> datetime | None:
    return None if text is None else datetime.fromisoformat(str(text)).astimezone(UTC)


def as_text(known: Known) -> str:
    """The file's text."""

    def iso(moment: datetime | None) -> str | None:
        return None if moment is None else moment.isoformat()

    absences = [[iso(one.began_at), iso(one.ended_at), str(one.why)] for one in known.absences]
    return json.dumps(
        {"alive_at": iso(known.alive_at), "paused_until": iso(known.paused_until), "absences": absences}, indent=1
    )


def write(file: Path, text: str) -> None:
    """Replaces the file in one step; not forced to the disk, since a minute more or less does no harm."""
    fresh = file.with_suffix(".new")
    fresh.write_text(text, encoding="ascii")
    fresh.replace(file)

"""What is on which day, loaded in the background and kept, so that going to another week is instant. GUI thread.

Days are kept in chunks of seven. A change makes every chunk stale; a stale chunk is still shown until its
successor arrives, so that nothing blinks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from assistant.config.errors import AssistantError
from assistant.desktop.calendar.entries import Entry, gather, reading_order
from assistant.desktop.desk import Desk
from assistant.domain.event import Calendar
from assistant.services.assistant import Assistant

_CHUNK = 7
_KEPT = 120


@dataclass(frozen=True, slots=True)
class _Loaded:
    round: int
    chunks: range
    entries: dict[int, tuple[Entry, ...]]
    counts: dict[int, dict[date, int]]
    calendars: tuple[Calendar, ...]


class Feed(QObject):
    """The entries of the days that a view asks for.

    Signals:
        arrived(): days that were asked for are known now, or known anew.
    """

    arrived = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chunks: dict[int, tuple[int, tuple[Entry, ...]]] = {}
        self._counts: dict[int, dict[date, int]] = {}
        self._answered: tuple[tuple[date, date] | None, tuple[Entry, ...]] = None, ()
        self._round = 0
        self._asked: set[int] = set()
        self.calendars: tuple[Calendar, ...] = ()

    def entries(self, first_on: date, last_on: date) -> tuple[Entry, ...]:
        """What is known of these days (both included), in reading order; what is not loaded yet is missing."""
        if (first_on, last_on) == self._answered[0]:
            return self._answered[1]
        found: dict[tuple[str, str, str], Entry] = {}
        for chunk in _chunks(first_on, last_on):
            for entry in self._chunks.get(chunk, (0, ()))[1]:
                if entry.touches(first_on, last_on):
                    found.setdefault(entry.key, entry)
        told = tuple(sorted(found.values(), key=reading_order))
        self._answered = (first_on, last_on), told
        return told

    def counts(self, first_on: date, last_on: date) -> dict[date, int]:
        """How many events touch each of these days, as far as it is known; days without any are missing."""
        found: dict[date, int] = {}
        for chunk in _chunks(first_on, last_on):
            found |= self._counts.get(chunk, {})
        return found

    def knows(self, first_on: date, last_on: date) -> bool:
        """True where every one of these days has been loaded, even if anew is on its way."""
        return all(chunk in self._chunks for chunk in _chunks(first_on, last_on))

    def want(self, first_on: date, last_on: date) -> None:
        """Loads what is missing or stale of these days; calls `arrived` when it is there."""
        for run in _runs([chunk for chunk in _chunks(first_on, last_on) if self._stale(chunk)]):
            self._load(run)

    def invalidate(self) -> None:
        """Something was written: what is kept is stale."""
        self._round += 1
        self._asked.clear()

    def _stale(self, chunk: int) -> bool:
        return chunk not in self._asked and self._chunks.get(chunk, (-1, ()))[0] != self._round

    def _load(self, chunks: range) -> None:
        self._asked |= set(chunks)
        self._desk.background.run(
            _reading(self._desk.assistant, chunks, self._round),
            self._take,
            self._failed,
            owner=self,
        )

    def _take(self, loaded: _Loaded) -> None:
        if loaded.round != self._round:
            return
        self.calendars = loaded.calendars
        if self._answered[0] is not None and set(_chunks(*self._answered[0])) & set(loaded.chunks):
            self._answered = None, ()
        for chunk in loaded.chunks:
            self._chunks[chunk] = (self._round, loaded.entries[chunk])
            self._counts[chunk] = loaded.counts[chunk]
        self._asked -= set(loaded.chunks)
        self._forget_far(loaded.chunks)
        self.arrived.emit()

    def _failed(self, error: AssistantError) -> None:
        self._asked.clear()
        self._desk.error(error)

    def _forget_far(self, near: range) -> None:
        if len(self._chunks) > _KEPT:
            by_distance = sorted(self._chunks, key=lambda chunk: abs(chunk - near.start))
            for chunk in by_distance[_KEPT:]:
                del self._chunks[chunk]
                self._counts.pop(chunk, None)


def _chunks(first_on: date, last_on: date) -> range:
    return range(first_on.toordinal() // _CHUNK, last_on.toordinal() // _CHUNK + 1)


def _runs(numbers: list[int]) -> list[range]:
    """Ascending numbers as ranges without gaps."""
    runs: list[range] = []
    for number in numbers:
        if runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return runs


def _reading(assistant: Assistant, chunks: range, number: int) -> Callable[[], _Loaded]:
    """The job that reads these chunks; it runs in the store's lane."""

    def read() -> _Loaded:
        zone = assistant.clock.zone()
        start = _midnight(chunks.start * _CHUNK, zone)
        end = _midnight(chunks.stop * _CHUNK, zone)
        calendars = assistant.schedule.calendars()
        tasks = assistant.tasks.due(start, end)
        entries = gather(
            assistant.schedule.occurrences(start, end),
            calendars,
            tasks,
            assistant.tasks.lists(),
            assistant.reminders.alone(start, end),
            assistant.reminders.reminded([task.uid for task in tasks]),
            zone,
        )
        shared = _by_chunk(entries, chunks)
        counts = {chunk: _count(here, chunk) for chunk, here in shared.items()}
        return _Loaded(number, chunks, {chunk: tuple(here) for chunk, here in shared.items()}, counts, calendars)

    return read


def _by_chunk(entries: Iterable[Entry], chunks: range) -> dict[int, list[Entry]]:
    """What touches each chunk, in the order given."""
    shared: dict[int, list[Entry]] = {chunk: [] for chunk in chunks}
    for entry in entries:
        first, last = entry.first_on.toordinal() // _CHUNK, entry.last_on.toordinal() // _CHUNK
        for chunk in range(max(first, chunks.start), min(last + 1, chunks.stop)):
            shared[chunk].append(entry)
    return shared


def _count(entries: Iterable[Entry], chunk: int) -> dict[date, int]:
    found: dict[date, int] = {}
    for entry in entries:
        if entry.is_event:
            low = max(entry.first_on.toordinal(), chunk * _CHUNK)
            high = min(entry.last_on.toordinal(), chunk * _CHUNK + _CHUNK - 1)
            for ordinal in range(low, high + 1):
                day = date.fromordinal(ordinal)
                found[day] = found.get(day, 0) + 1
    return found


def _midnight(ordinal: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(date.fromordinal(ordinal), time(), zone)

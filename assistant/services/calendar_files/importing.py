"""Brings a calendar file in: read component by component, written some hundred at a time.

One import is one journal entry, so that one undo takes it back, but several transactions: whoever else writes meanwhile
gets a turn, and memory holds only what is on its way. What fails halfway is taken back by the same undo.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.domain.cancellation import Cancellation
from assistant.domain.event import Calendar
from assistant.domain.items import Origin, new_uid
from assistant.domain.part import CalendarPart
from assistant.domain.task import TaskList
from assistant.ical.components import KINDS, Component, Piece, read_components
from assistant.ical.lines import Property
from assistant.ical.problems import Problem, Report, Trouble, Unsound, problem_of, short
from assistant.ical.reading import Facts
from assistant.ical.unfolding import Source, read_lines
from assistant.ical.zones import Zones
from assistant.services.calendar_files.deciding import MOST_COPIES, without_stamp
from assistant.services.calendar_files.events import EventsComing
from assistant.services.calendar_files.summary import Imported
from assistant.services.calendar_files.todos import ToDosComing
from assistant.services.changes import Changes
from assistant.services.ports import UnitOfWork

_AT_ONCE = 500
_LOOK_EVERY = 25
_MOST_LATE = 2_000
# What no sound file has: so many entries that cannot be shown, so many of unknown kinds, so many time zones.
MOST_UNSOUND = 5_000
MOST_UNKNOWN = 5_000
MOST_ZONES = 2_000
OnProgress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a file goes: a calendar for events, a list for tasks. What is not there yet is made at the first need."""

    calendar: Calendar
    task_list: TaskList
    calendar_is_new: bool = False
    list_is_new: bool = False
    with_tasks: bool = True


@dataclass(slots=True)
class _Room:
    """For components of one sort, while there are not too many of them."""

    most: int
    beyond: Trouble
    taken: int = 0

    def take(self, component: Component, report: Report) -> bool:
        """False for one too many; the first of these is told."""
        self.taken += 1
        if self.taken == self.most + 1:
            report(Problem(component.line, self.beyond, (str(self.most),)))
        return self.taken <= self.most


@dataclass(frozen=True, slots=True)
class _Stoppable:
    """A file that is not read any further once somebody has stopped the import."""

    file: Source
    cancel: Cancellation

    def read(self, size: int) -> bytes:
        """See `Source`. Raises Cancelled."""
        self.cancel.check()
        return self.file.read(size)


class Import:
    """The import of one file into one calendar (events) and one list (tasks). Use once."""

    def __init__(self, changes: Changes, target: Target, result: Imported, *, origin: Origin = Origin.PERSON) -> None:
        self._changes = changes
        self._making: Calendar | None = target.calendar if target.calendar_is_new else None
        self._making_list: TaskList | None = target.task_list if target.list_is_new else None
        self._with_tasks = target.with_tasks
        self._calendar_uid = target.calendar.uid
        self._result = result
        self._origin = origin
        self._label = f"Imported file: {result.source} → {target.calendar.name}"
        # Whole seconds: this moment marks the rows, and files know no more.
        self._now: datetime = changes.now().replace(microsecond=0)
        self._zones = Zones()
        viewer = changes.zone()
        self._events = EventsComing(target.calendar.uid, self._zones, self._now, viewer, result, self._unsound)
        self._todos = ToDosComing(target.task_list.uid, self._zones, self._now, viewer, result)
        self._parts: dict[tuple[str, str], CalendarPart] = {}
        self._kept: dict[tuple[str, str], tuple[int, int]] = {}
        self._copies: Counter[tuple[str, str]] = Counter()
        self._zone_room = _Room(MOST_ZONES, Trouble.MANY_ZONES)
        self._unknown_room = _Room(MOST_UNKNOWN, Trouble.MANY_UNKNOWN)
        self._unsound_room = _Room(MOST_UNSOUND, Trouble.MANY_UNSOUND)
        # What names a time zone that the file has not explained yet; None once the file is read.
        self._late: list[Component] | None = []

    def run(self, file: Source, on_progress: OnProgress, cancel: Cancellation) -> frozenset[str]:
        """Reads the file to its end; the result is in the value given at the beginning.

        Returns:
            The names of the events that the file has.

        Raises:
            StoreError: The store could not write. What was written before can be undone.
            Cancelled: What was written before can be undone.
        """
        report = self._result.report
        for number, piece in enumerate(read_components(read_lines(_Stoppable(file, cancel), report), report)):
            self._take(piece)
            if number % _LOOK_EVERY == 0:
                cancel.check()
                if self._waiting >= _AT_ONCE:
                    self._write(self._put)
                    on_progress(number)
        late, self._late = self._late or [], None
        for component in late:
            self._take(component)
        self._write(self._put)
        self._write(self._put_rest)
        return self._events.names

    @property
    def _waiting(self) -> int:
        return self._events.waiting + self._todos.waiting + len(self._parts)

    def _take(self, piece: Piece) -> None:
        if isinstance(piece, Property):
            self._keep("", piece.name, piece.text, 0, piece.line)
            return
        component = piece
        if component.kind not in KINDS:
            if self._unknown_room.take(component, self._result.report):
                self._part(component)
            return
        try:
            if self._late is not None and self._zone_to_come(component):
                self._late.append(component)
                return
            if component.kind == "VEVENT":
                self._events.take(component)
                return
            if component.kind == "VTODO" and self._with_tasks:
                self._todos.take(component)
                return
        except Unsound as unsound:
            self._unsound(component, unsound)
            return
        except (ValueError, OverflowError) as error:
            self._unsound(component, Unsound(problem_of(error, component.line)))
            return
        if component.kind == "VTIMEZONE":
            if self._zone_room.take(component, self._result.report):
                self._zones.define(component)
                self._part(component)
        else:
            self._part(component)

    def _zone_to_come(self, component: Component) -> bool:
        """True for an event or task whose time zone has not been explained yet."""
        if component.kind not in ("VEVENT", "VTODO") or self._late is None or len(self._late) >= _MOST_LATE:
            return False
        for name in ("DTSTART", "DUE") if component.kind == "VTODO" else ("DTSTART",):
            told = component.first(name)
            if told is not None and "TZID=" in told.text and self._zones.name(told.parameter("TZID")) is None:
                return True
        return False

    def _unsound(self, component: Component, why: Unsound) -> None:
        if self._unsound_room.take(component, self._result.report):
            self._result.report(why.problem._replace(kept=True))
            self._part(component)

    def _part(self, component: Component) -> None:
        facts = Facts(component)
        name = facts.value("TZID" if component.kind == "VTIMEZONE" else "UID")
        if not name:
            name = f"unnamed-{hashlib.sha256(component.raw.encode('utf-8', 'replace')).hexdigest()[:32]}"
        if named := facts.value("RECURRENCE-ID"):
            name = f"{name} {named}"
        kept = self._keep(component.kind, name, component.raw, facts.number("SEQUENCE"), component.line)
        if kept and component.kind != "VTIMEZONE":
            self._result.kept += 1

    def _keep(self, component: str, name: str, raw: str, sequence: int, line: int) -> bool:
        """False for what is there already, what an older one of the same name says, or one of too many."""
        mark = hash(raw)
        seen = self._kept.get((component, name))
        if seen is not None and (seen[0] > sequence or seen == (sequence, mark)):
            return False
        if seen is not None:
            copies = self._copies[component, name] = self._copies[component, name] + 1
            if copies >= MOST_COPIES:
                if copies == MOST_COPIES:
                    self._result.report(Problem(line, Trouble.MANY_COPIES, (str(MOST_COPIES), short(name))))
                return False
            if seen[0] == sequence:
                # Programs exist that give one name to several components: those are all kept.
                name = f"{name} #{copies + 1}"
        self._kept[component, name] = (sequence, mark)
        self._parts[component, name] = CalendarPart(
            uid=new_uid(),
            calendar_uid=self._calendar_uid,
            component=component,
            ical_uid=name,
            raw=raw,
            updated_at=self._now,
            sequence=sequence,
        )
        return True

    # ---------------------------------------------------------------------------------------------------- writing

    def _put(self, unit: UnitOfWork) -> None:
        self._put_parts(unit)
        self._events.put(unit)
        self._todos.put(unit)

    def _put_rest(self, unit: UnitOfWork) -> None:
        self._events.put_rest(unit)
        self._todos.put_parents(unit)
        self._put_parts(unit)

    def _put_parts(self, unit: UnitOfWork) -> None:
        parts, self._parts = self._parts, {}
        if not parts:
            return
        there = unit.bulk.parts_named(self._calendar_uid, list({name for _component, name in parts}))
        known = {(part.component, part.ical_uid): part for part in there}
        changes: list[tuple[CalendarPart | None, CalendarPart]] = []
        for key, part in parts.items():
            old = known.get(key)
            if old is None:
                changes.append((None, part))
            elif old.sequence <= part.sequence and without_stamp(old.raw) != without_stamp(part.raw):
                changes.append((old, replace(part, uid=old.uid)))
        unit.bulk.put_parts(changes)

    def _make(self, unit: UnitOfWork) -> bool:
        """Makes the calendar and the list that are new, as soon as something goes into them."""
        made = False
        if self._making is not None and (self._parts or self._events.waiting or self._events.changed):
            unit.calendars.put(self._making)
            self._making, made = None, True
        if self._making_list is not None and self._todos.waiting:
            unit.task_lists.put(self._making_list)
            self._making_list, made = None, True
        return made

    def _write(self, put: Callable[[UnitOfWork], None]) -> None:
        with self._changes.store.writing() as unit:
            if self._result.entry_id is not None:
                unit.bulk.go_on(self._result.entry_id)
            made = self._make(unit)
            put(unit)
            if not made and not unit.bulk.pending:
                return  # nothing is new
            entry = unit.record(self._label, at=self._now, origin=self._origin)
            unit.commit()
        self._result.entry_id = entry.id

"""Writes calendars and lists as one iCalendar file."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

from assistant import __version__
from assistant.config.errors import InputError
from assistant.domain.event import Calendar
from assistant.domain.part import CalendarPart
from assistant.domain.placing import wall_start
from assistant.domain.reminder import WAITING_STATES
from assistant.domain.task import Task, TaskList
from assistant.ical.components import from_raw
from assistant.ical.lines import escaped, folded
from assistant.ical.todo_writing import todo_lines
from assistant.ical.writing import event_lines
from assistant.ical.zones import Zones, definition_lines, iana_name
from assistant.services.calendar_files.summary import Exported
from assistant.services.changes import Changes
from assistant.services.ports import UnitOfWork

_ZONE = re.compile(r';TZID="?([^";:]+)')
_FAR = 2037
_OLDEST = 1970


@dataclass(slots=True)
class _Written:
    """What the body has so far."""

    events: int = 0
    tasks: int = 0
    others: int = 0
    zones: set[str] = field(default_factory=set)
    earliest: int = _FAR
    defined: dict[str, CalendarPart] = field(default_factory=dict)


class Export:
    """The export of some calendars and lists. Use once."""

    def __init__(self, changes: Changes, calendars: tuple[Calendar, ...], lists: tuple[TaskList, ...]) -> None:
        self._changes = changes
        self._calendars = calendars
        self._lists = lists
        self._now = changes.now()
        self._viewer: ZoneInfo = changes.zone()
        self._zones = Zones()
        self._done = _Written()

    def write(self, path: Path) -> Exported:
        """Writes the file; where one of that name is there, it is replaced at the end, as a whole.

        Raises:
            InputError: ``export.unwritable``.
        """
        try:
            with tempfile.TemporaryFile() as body, self._changes.store.reading() as unit:
                self._body(unit, body)
                body.seek(0)
                self._whole(unit, path, body)
        except OSError as error:
            reason = error.strerror or str(error)
            told = f"“{path.name}” cannot be written: {reason}."
            raise InputError("export.unwritable", told, path=path, reason=reason) from error
        return Exported(path, self._done.events, self._done.tasks, self._done.others)

    def _whole(self, unit: UnitOfWork, path: Path, body: IO[bytes]) -> None:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                _put(file, self._head(unit))
                shutil.copyfileobj(body, file)
                _put(file, ["END:VCALENDAR"])
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _head(self, unit: UnitOfWork) -> Iterator[str]:
        yield "BEGIN:VCALENDAR"
        yield "VERSION:2.0"
        yield f"PRODID:-//local-assistant//Assistant {__version__}//EN"
        yield "CALSCALE:GREGORIAN"
        if len(self._calendars) == 1:
            yield f"X-WR-CALNAME:{escaped(self._calendars[0].name)}"
            for part in unit.bulk.parts_of(self._calendars[0].uid):
                if part.component == "":
                    yield part.raw
        for part in self._done.defined.values():
            yield from ("BEGIN:VTIMEZONE", *from_raw("VTIMEZONE", part.raw).body(), "END:VTIMEZONE")
        years = range(max(min(self._done.earliest, _FAR) - 1, _OLDEST), _FAR + 1)
        for tzid in sorted(self._done.zones - self._done.defined.keys()):
            if iana_name(tzid) == tzid:
                yield from definition_lines(tzid, years)

    # ------------------------------------------------------------------------------------------------------- body

    def _body(self, unit: UnitOfWork, body: IO[bytes]) -> None:
        for calendar in self._calendars:
            for part in unit.bulk.parts_of(calendar.uid):
                if part.component == "VTIMEZONE":
                    self._done.defined.setdefault(part.ical_uid, part)
                    self._zones.define(from_raw("VTIMEZONE", part.raw))
        for calendar in self._calendars:
            for event in unit.bulk.events_of(calendar.uid):
                self._add(body, event_lines(event, self._zones, self._now))
                self._done.events += 1
                self._done.earliest = min(self._done.earliest, wall_start(event.span)[0].year)
            for part in unit.bulk.parts_of(calendar.uid):
                if part.component not in ("", "VTIMEZONE"):
                    kind = part.component
                    self._add(body, [f"BEGIN:{kind}", *from_raw(kind, part.raw).body(), f"END:{kind}"])
                    self._done.others += 1
        self._tasks(unit, body)

    def _tasks(self, unit: UnitOfWork, body: IO[bytes]) -> None:
        tasks = [task for one in self._lists for task in unit.tasks.all(list_uid=one.uid)]
        names = {task.uid: task.ical_uid or task.uid for task in tasks}
        known = frozenset(names.values())
        for task in tasks:
            lines = todo_lines(
                task,
                self._zones,
                self._now,
                self._viewer,
                parent=names.get(task.parent_uid or "", ""),
                known=known,
                remind_at=None if task.raw else _waiting(unit, task),
            )
            self._add(body, lines)
            self._done.tasks += 1
            if task.due_at is not None:
                self._done.earliest = min(self._done.earliest, task.due_at.year)

    def _add(self, body: IO[bytes], lines: list[str]) -> None:
        for line in lines:
            if ";TZID=" in line and (found := _ZONE.search(line)):
                self._done.zones.add(found[1])
        _put(body, lines)


def _waiting(unit: UnitOfWork, task: Task) -> datetime | None:
    return next((row.due_at for row in unit.reminders.of_item(task.uid) if row.state in WAITING_STATES), None)


def _put(file: IO[bytes], lines: Iterable[str]) -> None:
    file.write("".join(map(folded, lines)).encode("utf-8", "replace"))

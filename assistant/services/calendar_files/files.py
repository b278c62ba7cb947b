"""Importing and exporting calendar files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from assistant.config.errors import InputError, NotFoundError
from assistant.domain.cancellation import Cancellation
from assistant.domain.event import Calendar
from assistant.domain.items import Colour, Origin, new_uid
from assistant.domain.task import INBOX, TaskList
from assistant.ical.lines import property_of as line_of
from assistant.ical.lines import unescaped
from assistant.ical.unfolding import read_lines
from assistant.services.calendar_files.exporting import Export
from assistant.services.calendar_files.importing import Import, Target
from assistant.services.calendar_files.summary import NOTHING, Exported, Imported
from assistant.services.changes import Changes

_LINES_FOR_NAME = 60
_MOST_NAME = 100
Progress = Callable[[int], None]


class CalendarFileService:
    """Calendar files in and out. Methods block for as long as the file takes; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    # -------------------------------------------------------------------------------------------------- bringing in

    def name_in(self, path: Path) -> str:
        """What a file calls its calendar, or what the file is called."""
        try:
            with path.open("rb") as file:
                return self.name_of(file) or path.stem[:_MOST_NAME]
        except OSError:
            return path.stem[:_MOST_NAME]

    def name_of(self, file: IO[bytes]) -> str:
        """What an open file calls its calendar near its beginning, or nothing."""
        for count, (number, text) in enumerate(read_lines(file, lambda _problem: None)):
            prop = line_of(text, number)
            if prop is not None and prop.name in ("X-WR-CALNAME", "NAME") and prop.value.strip():
                return " ".join(unescaped(prop.value).split())[:_MOST_NAME]
            if count > _LINES_FOR_NAME:
                break
        return ""

    def import_file(
        self,
        path: Path,
        *,
        calendar: str | None = None,
        on_progress: Progress = lambda _count: None,
        cancel: Cancellation | None = None,
    ) -> Imported:
        """Brings a file in: events into a calendar, tasks into a list.

        Args:
            path: The file.
            calendar: The name of the calendar, made where there is none; tasks then go to the list of that name.
                None: the first calendar that can be changed, and the inbox.
            on_progress: Is told how many components were read, now and then.
            cancel: Stops it; what was written until then can be undone.

        Returns:
            What came of it; also what could not be read, as `Imported.failure`.

        Raises:
            InputError: ``calendar.read_only``.
            StoreError: The store could not write.
            Cancelled: It was stopped.
        """
        result = Imported(source=path.name)
        try:
            file = path.open("rb")
        except OSError as error:
            result.failure = error.strerror or str(error)
            return result
        with file:
            target = self.target(calendar)
            result.calendar = target.calendar.name
            self.bring(file, target, result, on_progress, cancel or Cancellation())
        return result

    def bring(
        self,
        file: IO[bytes],
        target: Target,
        result: Imported,
        on_progress: Progress,
        cancel: Cancellation,
        *,
        origin: Origin = Origin.PERSON,
    ) -> frozenset[str]:
        """Imports an open file; what came of it goes into `result`. Returns the names of its events."""
        work = Import(self._changes, target, result, origin=origin)
        try:
            return work.run(file, on_progress, cancel)
        except OSError as error:
            result.failure = error.strerror or str(error)
            return frozenset()
        finally:
            self._tell(result.entry_id)
            if not result.sound and not result.failure:
                result.failure = NOTHING

    def _tell(self, entry_id: int | None) -> None:
        if entry_id is None:
            return
        with self._changes.store.reading() as unit:
            entry, wake = unit.journal.get(entry_id), unit.reminders.next_wake()
        if entry is not None:
            self._changes.tell(entry, wake)

    def target(self, name: str | None) -> Target:
        """Where a file goes that is imported into the calendar of that name.

        Raises:
            InputError: ``calendar.read_only``, ``calendar.name``.
        """
        with self._changes.store.reading() as unit:
            calendars, lists = unit.calendars.all(), unit.task_lists.all()
        inbox = next(one for one in lists if one.uid == INBOX)
        if name is None:
            return Target(next(one for one in calendars if not one.read_only), inbox)
        task_list = next((one for one in lists if one.name.casefold() == name.strip().casefold()), None)
        found = next((one for one in calendars if one.name.casefold() == name.strip().casefold()), None)
        if found is not None and found.read_only:
            raise InputError(
                "calendar.read_only", f"“{found.name}” is subscribed to and cannot be changed.", name=found.name
            )
        calendar = found or fresh_calendar(name, calendars)
        position = max((one.position for one in lists), default=-1) + 1
        new_list = TaskList(uid=new_uid(), name=calendar.name, colour=calendar.colour, position=position)
        return Target(calendar, task_list or new_list, found is None, task_list is None)

    # ----------------------------------------------------------------------------------------------------- writing

    def export_file(self, path: Path, *, calendar: str | None = None) -> Exported:
        """Writes one calendar with the list of its name, or all calendars and lists.

        Raises:
            NotFoundError: ``calendar.unknown``.
            InputError: ``export.unwritable``.
        """
        with self._changes.store.reading() as unit:
            calendars, lists = unit.calendars.all(), unit.task_lists.all()
        if calendar is not None:
            wanted = calendar.strip().casefold()
            calendars = tuple(one for one in calendars if one.name.casefold() == wanted)
            lists = tuple(one for one in lists if one.name.casefold() == wanted)
            if not calendars and not lists:
                raise NotFoundError("calendar.unknown", f"There is no calendar “{calendar}”.", name=calendar)
        return Export(self._changes, calendars, lists).write(path)


def fresh_calendar(name: str, beside: tuple[Calendar, ...]) -> Calendar:
    """A calendar to be added, in a colour that is not taken yet. Raises InputError ``calendar.name``."""
    clean = " ".join(name.split())[:_MOST_NAME]
    if not clean:
        raise InputError("calendar.name", "A calendar needs a name.")
    taken = {one.colour for one in beside}
    colour = next((colour for colour in Colour if colour not in taken), Colour.BLUE)
    position = max((one.position for one in beside), default=-1) + 1
    return Calendar(uid=new_uid(), name=clean, colour=colour, position=position)

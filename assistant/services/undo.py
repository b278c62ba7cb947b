"""Undo and redo: the journal read backwards and forwards."""

from __future__ import annotations

from assistant.config.errors import ConflictError, NotFoundError
from assistant.domain.event import Calendar, Event
from assistant.domain.items import ItemKind
from assistant.domain.journal import Item, JournalEntry
from assistant.domain.reminder import OPEN_STATES, Reminder
from assistant.domain.task import Task, TaskList
from assistant.services.changes import Changes
from assistant.services.ports import UnitOfWork
from assistant.services.reminders.alerts import align_event, thin_series

_WORDS = {
    ItemKind.CALENDAR: "calendar",
    ItemKind.EVENT: "event",
    ItemKind.TASK_LIST: "list",
    ItemKind.TASK: "task",
    ItemKind.REMINDER: "reminder",
}


class UndoService:
    """One mechanism for every change, whoever made it. Any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def history(self, count: int = 50) -> tuple[JournalEntry, ...]:
        """The newest entries first."""
        with self._changes.store.reading() as unit:
            return unit.journal.latest(count)

    def to_undo(self, entry_id: int | None = None) -> JournalEntry:
        """The entry that `undo` would take back. Raises as that does."""
        with self._changes.store.reading() as unit:
            return self._standing(unit, entry_id)

    def to_redo(self, entry_id: int | None = None) -> JournalEntry:
        """The entry that `redo` would do again. Raises as that does."""
        with self._changes.store.reading() as unit:
            return self._undone(unit, entry_id)

    def undo(self, entry_id: int | None = None) -> JournalEntry:
        """Takes one entry back: the named one, or the latest that stands.

        Raises:
            NotFoundError: ``undo.nothing``, ``journal.missing``.
            ConflictError: ``undo.done`` where it was undone already, ``journal.changed`` where an item changed since.
        """
        now = self._changes.now()
        with self._changes.store.writing() as unit:
            entry = self._standing(unit, entry_id)
            unit.restore(entry.changes, backwards=True, rows_of=_rows_of(entry))
            unit.journal.mark_undone(entry.id, now)
            return self._finish(unit, entry)

    def redo(self, entry_id: int | None = None) -> JournalEntry:
        """Does an undone entry again: the named one, or the one undone last if nothing was changed after that.

        Raises:
            NotFoundError: ``redo.nothing``, ``journal.missing``.
            ConflictError: ``redo.done`` where it stands, ``journal.changed`` where an item changed since.
        """
        with self._changes.store.writing() as unit:
            entry = self._undone(unit, entry_id)
            unit.restore(entry.changes, backwards=False, rows_of=_rows_of(entry))
            unit.journal.mark_undone(entry.id, None)
            return self._finish(unit, entry)

    def put_back(self, entry_id: int, kind: ItemKind, uid: str) -> JournalEntry:
        """Puts one item back as it was before an entry, whatever happened to it since. A change like any other.

        Raises:
            NotFoundError: ``journal.missing``; ``store.parent_missing`` where its calendar or list is gone.
        """
        now = self._changes.now()
        with self._changes.store.writing() as unit:
            entry = self._entry(unit, entry_id)
            change = next((one for one in entry.changes if (one.kind, one.uid) == (kind, uid)), None)
            if change is None or change.before is None:
                raise NotFoundError("journal.missing", "This change is not in the history.", entry=entry_id)
            _put(unit, change.before)
            recorded = unit.record(f"Restored {_WORDS[kind]}: {_title(change.before)}", at=now)
            return self._finish(unit, recorded)

    def _standing(self, unit: UnitOfWork, entry_id: int | None) -> JournalEntry:
        entry = self._entry(unit, entry_id) if entry_id is not None else _latest(unit)
        if entry.undone_at is not None:
            raise ConflictError("undo.done", "This was undone already.", entry=entry.id)
        return entry

    def _undone(self, unit: UnitOfWork, entry_id: int | None) -> JournalEntry:
        entry = self._entry(unit, entry_id) if entry_id is not None else _last_undone(unit)
        if entry.undone_at is None:
            raise ConflictError("redo.done", "This was not undone.", entry=entry.id)
        return entry

    def _entry(self, unit: UnitOfWork, entry_id: int) -> JournalEntry:
        entry = unit.journal.get(entry_id)
        if entry is None:
            raise NotFoundError("journal.missing", "This change is not in the history.", entry=entry_id)
        return entry

    def _finish(self, unit: UnitOfWork, entry: JournalEntry) -> JournalEntry:
        """Brings alerts in step with the events put back, commits, and tells."""
        answered: set[str] = set()
        series: set[str] = set()
        for change in entry.changes:
            if change.kind is ItemKind.EVENT and isinstance(event := unit.events.get(change.uid), Event):
                answered.update(align_event(unit, event, self._changes.now(), self._changes.zone(), journalled=False))
            if change.kind is ItemKind.REMINDER:
                row: Reminder | None = unit.reminders.get(change.uid)
                if row is None or row.state not in OPEN_STATES:
                    answered.add(change.uid)
                if row is not None and row.series_uid is not None:
                    series.add(row.series_uid)
        if entry.rows:
            for event in unit.bulk.ringing(entry.id, self._changes.now()):
                answered.update(align_event(unit, event, self._changes.now(), self._changes.zone(), journalled=False))
        thin_series(unit, series, self._changes.now())
        done = unit.journal.get(entry.id)
        assert done is not None
        wake = unit.reminders.next_wake()
        unit.commit()
        self._changes.tell(done, wake, tuple(sorted(answered)))
        return done


def _rows_of(entry: JournalEntry) -> int | None:
    return entry.id if entry.rows else None


def _put(unit: UnitOfWork, item: Item) -> None:
    match item:
        case Event():
            unit.events.put(item)
        case Task():
            unit.tasks.put(item)
        case Reminder():
            unit.reminders.put(item)
        case Calendar():
            unit.calendars.put(item)
        case TaskList():
            unit.task_lists.put(item)


def _title(item: Item) -> str:
    match item:
        case Calendar() | TaskList():
            return item.name
        case Reminder():
            return item.text
        case Event() | Task():
            return item.title


def _latest(unit: UnitOfWork) -> JournalEntry:
    found = unit.journal.latest(1, undone=False)
    if not found:
        raise NotFoundError("undo.nothing", "There is nothing to undo.")
    return found[0]


def _last_undone(unit: UnitOfWork) -> JournalEntry:
    undone = [entry for entry in unit.journal.latest(200, undone=True) if entry.undone_at is not None]
    standing = unit.journal.latest(1, undone=False)
    if undone:
        last = max(undone, key=lambda entry: (entry.undone_at is not None and entry.undone_at.timestamp(), -entry.id))
        assert last.undone_at is not None
        if not standing or standing[0].id < last.id or standing[0].at <= last.undone_at:
            return last
    raise NotFoundError("redo.nothing", "There is nothing to redo.")


__all__ = ["UndoService"]

"""Changes by the thousand: imports, whole calendars removed, and their undo.

Such a change is journalled row by row in `journal_rows` instead of inside its entry, and put back by SQLite itself:
neither way is everything in memory at once. Rows are recognised as unchanged by their `updated_at`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    delete,
    exists,
    func,
    insert,
    literal,
    literal_column,
    null,
    select,
    text,
    update,
)

from assistant.config.errors import ConflictError
from assistant.domain.event import Event
from assistant.domain.items import ItemKind
from assistant.domain.part import CalendarPart
from assistant.domain.restoring import in_utc
from assistant.domain.task import Task
from assistant.store import codecs, event_rows, rows, tables
from assistant.store.shapes import Shape, Values
from assistant.store.tables import from_ticks, to_ticks
from assistant.store.upserts import upsert

_AT_ONCE = 500
# Events that share a name in files are told apart by their order there: the next file must have it too.
_AS_THEY_CAME: ColumnElement[int] = literal_column("rowid")
_MANY = 500
_TABLES = (tables.events, tables.tasks, tables.calendar_parts)
_KINDS = {"events": ItemKind.EVENT, "tasks": ItemKind.TASK}


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a change: the kept row, and the mark of the row (None: it was not there)."""

    column: Column[Any]
    mark: Column[Any]


_BEFORE = _Side(tables.journal_rows.c.before, tables.journal_rows.c.mark_before)
_AFTER = _Side(tables.journal_rows.c.after, tables.journal_rows.c.mark_after)


def _part_row(part: CalendarPart) -> Values:
    return {
        "uid": part.uid,
        "calendar_uid": part.calendar_uid,
        "component": part.component,
        "ical_uid": part.ical_uid,
        "sequence": part.sequence,
        "raw": part.raw,
        "updated_at": to_ticks(part.updated_at),
    }


def _part(row: Any) -> CalendarPart:
    return CalendarPart(
        uid=row.uid,
        calendar_uid=row.calendar_uid,
        component=row.component,
        ical_uid=row.ical_uid,
        sequence=row.sequence,
        raw=row.raw,
        updated_at=from_ticks(row.updated_at),
    )


PART: Shape[CalendarPart] = Shape(tables.calendar_parts, _part_row, _part)


class Bulk:
    """See `ports.Bulk`. Lives in one transaction."""

    def __init__(self, connection: Connection, *, writable: bool) -> None:
        self._connection = connection
        self._writable = writable
        self.entry_id: int | None = None

    # --------------------------------------------------------------------------------------------------- looking

    def events_named(self, calendar_uid: str, names: Sequence[str]) -> dict[str, Event]:
        column = tables.events.c
        found: dict[str, Event] = {}
        for some in _chunks(names):
            named = column.ical_uid.in_(some) | (column.uid.in_(some) & (column.ical_uid == ""))
            of_calendar = select(tables.events).where(named, column.calendar_uid == calendar_uid)
            for row in self._connection.execute(of_calendar):
                event = event_rows.EVENT.read(row)
                found[event.ical_uid or event.uid] = event
        return found

    def tasks_named(self, names: Sequence[str]) -> dict[str, Task]:
        column = tables.tasks.c
        found: dict[str, Task] = {}
        for some in _chunks(names):
            named = column.ical_uid.in_(some) | (column.uid.in_(some) & (column.ical_uid == ""))
            for row in self._connection.execute(select(tables.tasks).where(named)):
                task = rows.TASK.read(row)
                found[task.ical_uid or task.uid] = task
        return found

    def taken(self, kind: ItemKind, uids: Sequence[str]) -> frozenset[str]:
        column = rows.ITEM_SHAPES[kind].table.c.uid
        found: set[str] = set()
        for some in _chunks(uids):
            found.update(self._connection.execute(select(column).where(column.in_(some))).scalars())
        return frozenset(found)

    def events_of(self, calendar_uid: str) -> Iterator[Event]:
        column = tables.events.c
        ordered = select(tables.events).where(column.calendar_uid == calendar_uid).order_by(_AS_THEY_CAME)
        result = self._connection.execution_options(yield_per=_AT_ONCE).execute(ordered)
        return (event_rows.EVENT.read(row) for row in result)

    def parts_of(self, calendar_uid: str) -> tuple[CalendarPart, ...]:
        column = tables.calendar_parts.c
        ordered = select(tables.calendar_parts).where(column.calendar_uid == calendar_uid)
        found = self._connection.execute(ordered.order_by(column.component, column.ical_uid, column.uid))
        return tuple(PART.read(row) for row in found)

    def parts_named(self, calendar_uid: str, names: Sequence[str]) -> tuple[CalendarPart, ...]:
        column = tables.calendar_parts.c
        found: list[CalendarPart] = []
        for some in _chunks(names):
            named = select(tables.calendar_parts).where(column.calendar_uid == calendar_uid, column.ical_uid.in_(some))
            found += [PART.read(row) for row in self._connection.execute(named)]
        return tuple(found)

    @property
    def pending(self) -> bool:
        return self.entry_id is not None

    def is_big(self, calendar_uid: str) -> bool:
        column = tables.events.c
        some = select(column.uid).where(column.calendar_uid == calendar_uid).limit(_MANY + 1).subquery()
        many = self._connection.execute(select(func.count()).select_from(some)).scalar_one() > _MANY
        parts = exists().where(tables.calendar_parts.c.calendar_uid == calendar_uid)
        return many or bool(self._connection.execute(select(parts)).scalar())

    # -------------------------------------------------------------------------------------------------- changing

    def forget(self, entry_id: int) -> None:
        self._connection.execute(delete(tables.journal_rows).where(tables.journal_rows.c.entry_id == entry_id))
        self._connection.execute(delete(tables.journal).where(tables.journal.c.id == entry_id))

    def go_on(self, entry_id: int) -> None:
        self.entry_id = entry_id

    def put_events(self, changes: Sequence[tuple[Event | None, Event]]) -> None:
        self._put(event_rows.EVENT, changes)

    def put_tasks(self, changes: Sequence[tuple[Task | None, Task]]) -> None:
        self._put(rows.TASK, changes)

    def put_parts(self, changes: Sequence[tuple[CalendarPart | None, CalendarPart]]) -> None:
        self._put(PART, changes)

    def _put(self, shape: Shape[Any], changes: Sequence[tuple[Any, Any]]) -> None:
        if not changes:
            return
        entry_id = self._entry()
        journalled, kept = [], []
        noted = self._noted(entry_id, shape.table, [after.uid for _before, after in changes])
        for before, after in changes:
            new = shape.to_row(in_utc(after))
            kept.append(new)
            if new["uid"] in noted:  # only the first state before an entry counts
                continue
            old = None if before is None else shape.to_row(before)
            journalled.append(
                {
                    "entry_id": entry_id,
                    "kept_in": shape.table.name,
                    "uid": new["uid"],
                    "before": None if old is None else json.dumps(old, ensure_ascii=False, separators=(",", ":")),
                    "mark_before": None if old is None else old["updated_at"],
                    "mark_after": new["updated_at"],
                }
            )
        self._connection.execute(upsert(shape.table), kept)
        if journalled:
            self._connection.execute(insert(tables.journal_rows), journalled)

    def _noted(self, entry_id: int, table: Table, uids: Sequence[str]) -> frozenset[str]:
        """Those of the rows that the entry has journalled already."""
        row = tables.journal_rows.c
        found: set[str] = set()
        for some in _chunks(uids):
            noted = select(row.uid).where(row.entry_id == entry_id, row.kept_in == table.name, row.uid.in_(some))
            found.update(self._connection.execute(noted).scalars())
        return frozenset(found)

    def remove_contents(self, calendar_uid: str) -> None:
        """Takes events, parts and alerts out of a calendar, journalled as rows."""
        entry_id = self._entry()
        row = tables.journal_rows.c
        names = [row.entry_id, row.kept_in, row.uid, row.before, row.mark_before]
        for table in (tables.events, tables.calendar_parts):
            going = select(literal(entry_id), literal(table.name), table.c.uid, _as_json(table), table.c.updated_at)
            of_calendar = going.where(table.c.calendar_uid == calendar_uid)
            self._connection.execute(insert(tables.journal_rows).from_select(names, of_calendar))
        events = select(tables.events.c.uid).where(tables.events.c.calendar_uid == calendar_uid)
        self._forget_reminders(ItemKind.EVENT, events)
        for table in (tables.events, tables.calendar_parts):
            self._connection.execute(delete(table).where(table.c.calendar_uid == calendar_uid))

    def _forget_reminders(self, kind: ItemKind, uids: Any) -> None:
        column = tables.reminders.c
        self._connection.execute(
            delete(tables.reminders).where(column.item_kind == kind.value, column.item_uid.in_(uids))
        )

    def _entry(self) -> int:
        """The journal entry that the rows belong to; a place for it is taken at the first need."""
        if not self._writable:
            raise RuntimeError("this unit of work only reads")
        if self.entry_id is None:
            empty = {"at": 0, "origin": "person", "label": "", "changes": codecs.changes_to_text(()), "rows": 0}
            written = self._connection.execute(insert(tables.journal), empty)
            assert written.inserted_primary_key is not None
            self.entry_id = int(written.inserted_primary_key[0])
        return self.entry_id

    def count(self, entry_id: int) -> int:
        """How many rows an entry has."""
        of_entry = select(func.count()).where(tables.journal_rows.c.entry_id == entry_id)
        return int(self._connection.execute(of_entry).scalar_one())

    # --------------------------------------------------------------------------------------------- undo and redo

    def restore(self, entry_id: int, *, backwards: bool) -> None:
        """Puts the rows of an entry back (or forth again).

        Raises:
            ConflictError: ``journal.changed`` where one of them was changed since.
        """
        there, target = (_AFTER, _BEFORE) if backwards else (_BEFORE, _AFTER)
        row = tables.journal_rows.c
        for table in _TABLES:
            joined = tables.journal_rows.outerjoin(table, table.c.uid == row.uid)
            other = (
                select(row.uid)
                .select_from(joined)
                .where(
                    row.entry_id == entry_id, row.kept_in == table.name, table.c.updated_at.is_distinct_from(there.mark)
                )
            )
            changed = self._connection.execute(other.limit(1)).scalar()
            if changed is not None:
                raise ConflictError(
                    "journal.changed", "This was changed since and cannot be put back.", uid=str(changed)
                )
        for table in _TABLES:
            self._keep(table, there, entry_id)
            self._take_away(table, target, entry_id)
            self._bring(table, target, entry_id)

    def _keep(self, table: Table, side: _Side, entry_id: int) -> None:
        """What is there now is what the other direction has to bring."""
        row = tables.journal_rows.c
        now = select(_as_json(table)).where(table.c.uid == row.uid).scalar_subquery()
        unkept = (row.entry_id == entry_id, row.kept_in == table.name, side.mark.is_not(None), side.column.is_(None))
        self._connection.execute(update(tables.journal_rows).where(*unkept).values({side.column: now}))

    def _take_away(self, table: Table, target: _Side, entry_id: int) -> None:
        row = tables.journal_rows.c
        going = select(row.uid).where(row.entry_id == entry_id, row.kept_in == table.name, target.mark.is_(None))
        if kind := _KINDS.get(table.name):
            self._forget_reminders(kind, going)
        self._connection.execute(delete(table).where(table.c.uid.in_(going)))

    def _bring(self, table: Table, target: _Side, entry_id: int) -> None:
        described = self._connection.execute(
            text("SELECT name, dflt_value FROM pragma_table_info(:name)"), {"name": table.name}
        )
        defaults: dict[str, ColumnElement[Any]] = {
            name: literal_column(value) for name, value in described if value is not None
        }
        # A row that an older version has kept takes the defaults of the columns that it does not have.
        values = [
            func.coalesce(func.json_extract(target.column, f"$.{column.name}"), defaults.get(column.name, null()))
            for column in table.columns
        ]
        row = tables.journal_rows.c
        coming = (
            select(*values)
            .where(row.entry_id == entry_id, row.kept_in == table.name, target.mark.is_not(None))
            .order_by(row.number)
        )
        replacing = insert(table).prefix_with("OR REPLACE")
        self._connection.execute(replacing.from_select(list(table.columns), coming))

    def ringing(self, entry_id: int, now: datetime) -> Iterator[Event]:
        """Events of an entry that have alerts and may have an occurrence to come."""
        event, row = tables.events.c, tables.journal_rows.c
        of_entry = select(row.uid).where(row.entry_id == entry_id, row.kept_in == "events")
        alerting = select(tables.events).where(
            event.uid.in_(of_entry), event.alert_minutes != "[]", event.reach_end >= to_ticks(now)
        )
        return iter([event_rows.EVENT.read(found) for found in self._connection.execute(alerting)])


def _as_json(table: Table) -> ColumnElement[Any]:
    """A row as JSON, made by SQLite."""
    return func.json_object(*(part for column in table.columns for part in (literal(column.name), column)))


def _chunks(names: Sequence[str]) -> Iterable[Sequence[str]]:
    return (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))

"""See `ports.Subscriptions`."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.dialects.sqlite import insert

from assistant.domain.subscription import Failure, SubscriptionState
from assistant.store import tables
from assistant.store.tables import from_ticks, to_ticks


class Subscriptions:
    """Lives in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, calendar_uid: str) -> SubscriptionState | None:
        of_calendar = select(tables.subscriptions).where(tables.subscriptions.c.calendar_uid == calendar_uid)
        row = self._connection.execute(of_calendar).first()
        return None if row is None else _state(row)

    def all(self) -> tuple[SubscriptionState, ...]:
        return tuple(_state(row) for row in self._connection.execute(select(tables.subscriptions)))

    def put(self, state: SubscriptionState) -> None:
        values = {
            "calendar_uid": state.calendar_uid,
            "etag": state.etag,
            "modified": state.modified,
            "checked_at": None if state.checked_at is None else to_ticks(state.checked_at),
            "failure": _written(state.failure),
        }
        statement = insert(tables.subscriptions).values(values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["calendar_uid"], set_=values))


def _state(row: Row[Any]) -> SubscriptionState:
    return SubscriptionState(
        calendar_uid=row.calendar_uid,
        etag=row.etag,
        modified=row.modified,
        checked_at=None if row.checked_at is None else from_ticks(row.checked_at),
        failure=_read(row.failure),
    )


def _written(failure: Failure | None) -> str:
    if failure is None:
        return ""
    told = {"code": failure.code, "message": failure.message, "facts": dict(failure.facts)}
    return json.dumps(told, ensure_ascii=False)


def _read(text: str) -> Failure | None:
    """What older versions wrote is the sentence alone."""
    if not text:
        return None
    if not text.startswith("{"):
        return Failure(message=text)
    told = json.loads(text)
    return Failure(code=told["code"], message=told["message"], facts=tuple(sorted(told["facts"].items())))

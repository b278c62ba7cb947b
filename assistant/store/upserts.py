"""Adding or replacing a row by its uid, in one statement."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import Insert, insert


@lru_cache
def upsert(table: Table) -> Insert:
    """The statement, to be executed with the values of one row or of many."""
    statement = insert(table)
    kept = [column.name for column in table.columns if column.name not in ("uid", "number")]
    return statement.on_conflict_do_update(
        index_elements=[table.c.uid], set_={name: statement.excluded[name] for name in kept}
    )

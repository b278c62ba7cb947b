"""What every kind of value needs on its way into a row and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Row, Table

from assistant.config.errors import StoreError

T = TypeVar("T")
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How one kind of value is kept."""

    table: Table
    to_row: Callable[[T], Values]
    of_row: Callable[[Row[Any]], T]

    def read(self, row: Row[Any]) -> T:
        """The value of a row.

        Raises:
            StoreError: ``store.damaged`` where the row holds what this program never writes.
        """
        with sound(self.table):
            return self.of_row(row)


@contextmanager
def sound(table: Table) -> Iterator[None]:
    """What cannot be read raises StoreError ``store.damaged``."""
    try:
        yield
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise StoreError(
            "store.damaged", f"Part of your data (in {table.name}) cannot be read.", what=table.name
        ) from error


def folded(*texts: str) -> str:
    """What the search by title looks in, and for."""
    return "\n".join(text.casefold() for text in texts)

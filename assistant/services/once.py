"""A property whose value is made when it is first asked for, once, whichever threads ask."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cached_property
from typing import Any, Self, TypeVar, overload

T = TypeVar("T")


class Once(cached_property[T]):
    """A `cached_property` that two threads may ask for at the same time: since Python 3.12 that one makes two values.

    What is made for one instance is waited for by the others of its class. Of several such properties that need each
    other, none may need itself.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        super().__init__(make)
        self._making = threading.RLock()

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...
    def __get__(self, instance: object | None, owner: type[Any] | None = None) -> Self | T:
        """The value; from the second time on it is read from the instance without coming here."""
        if instance is None:
            return self
        with self._making:
            return super().__get__(instance, owner)

"""One pop-over at a time. GUI thread."""

from __future__ import annotations

from typing import TypeVar

from assistant.desktop.calendar.popover import Popover

_P = TypeVar("_P", bound=Popover)


class OpenPopover:
    """Knows what is open."""

    def __init__(self) -> None:
        self._open: Popover | None = None

    @property
    def busy(self) -> bool:
        """True while a pop-over is open."""
        return self._open is not None

    def close(self) -> None:
        """Closes what is open, as a click elsewhere would."""
        if self._open is not None:
            self._open.dismiss()

    def take(self, popover: _P) -> _P:
        """What is open closes, and the new one knows who has the focus after that."""
        self.close()
        popover.remember_focus()
        self._open = popover
        popover.closed.connect(lambda _cancelled: self._forget(popover))
        return popover

    def _forget(self, popover: Popover) -> None:
        if self._open is popover:
            self._open = None

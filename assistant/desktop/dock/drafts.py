"""What was sent before, for the Up arrow. Pure."""

from __future__ import annotations

_MOST = 50


class Drafts:
    """A walk through sent texts: up to older ones, down to newer ones and out."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._at: int | None = None

    def keep(self, text: str) -> None:
        """Remembers what was sent."""
        if text.strip() and (not self._texts or self._texts[-1] != text):
            self._texts = [*self._texts, text][-_MOST:]
        self._at = None

    def walk(self, step: int, text: str) -> str | None:
        """The draft before (-1) or after (1) the one shown; None where the arrow should move the caret instead.

        A text that was typed or changed is not walked away from.
        """
        walking = self._at is not None and text == self._texts[self._at]
        if not self._texts or (text and not walking) or (not walking and step > 0):
            return None
        at = len(self._texts) if self._at is None or not walking else self._at
        to = max(0, at + step)
        if to >= len(self._texts):
            self._at = None
            return ""
        self._at = to
        return self._texts[to]

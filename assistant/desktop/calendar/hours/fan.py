"""Blocks that lie on one another like cards: the one that the pointer or the keyboard is on comes to the front."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QRect


class Fanned(Protocol):
    """One of them.

    Attributes:
        shows: How much of its left is in sight at rest; None where nothing covers it.
        on_top: At rest it covers another.
        in_front: It lies in front of those that cover it at rest.
    """

    shows: float | None
    on_top: bool
    in_front: bool

    def geometry(self) -> QRect: ...
    def raise_(self) -> None: ...
    def update(self) -> None: ...


class Fan:
    """The blocks of one sheet. Where the pointer is, is told by how they lie at rest: gliding to the right turns them
    over one by one, although the one in front reaches to the right edge. GUI thread."""

    def __init__(self) -> None:
        self._cards: tuple[Fanned, ...] = ()
        self._pointed: Fanned | None = None
        self._focused: Fanned | None = None
        self._front: Fanned | None = None

    def lay(self, cards: Sequence[Fanned]) -> None:
        """How they lie at rest, the lowest first; from now on they do."""
        if self._front is not None:
            self._front.in_front = False
        self._cards = tuple(cards)
        self._pointed = self._front = None
        for card in self._cards:
            if card.on_top:
                card.raise_()
        self._turn()

    def point(self, at: QPoint | None) -> None:
        """The pointer is at this place of the sheet, or on none of them."""
        under = (card for card in reversed(self._cards) if at is not None and card.geometry().contains(at))
        self._pointed = next(under, None)
        self._turn()

    def focus(self, card: Fanned | None) -> None:
        """The keyboard is on this one, or on none of them."""
        self._focused = card
        self._turn()

    def _turn(self) -> None:
        wanted = self._pointed or self._focused
        front = wanted if wanted is not None and wanted.shows is not None and wanted in self._cards else None
        before, self._front = self._front, front
        if front is before:
            return
        if before is not None and before in self._cards:
            before.in_front = False
            before.update()
            for card in self._cards[self._cards.index(before) + 1 :]:
                if card.on_top:
                    card.raise_()
        if front is not None:
            front.in_front = True
            front.raise_()
            front.update()

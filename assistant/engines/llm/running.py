"""What has been evaluated already and can be used again: the context itself, memory, disk. Inside the engine's process.

A conversation, the filling of a form and a summary begin differently but take turns in one context. What one of them
pushes out is kept in memory, so that coming back to it costs a copy, not an evaluation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.engines.llm.common import shared
from assistant.engines.llm.native import NativeModel
from assistant.engines.llm.states import StateStore

WORTH_KEEPING = 32
_MEMORY_CAP = 128 * 1024 * 1024
_MEMORY_COUNT = 3


@dataclass(frozen=True, slots=True)
class _Snapshot:
    tokens: tuple[int, ...]
    state: bytes


class Running:
    """Decides from where a prompt goes on."""

    def __init__(self, model: NativeModel, store: StateStore | None) -> None:
        self._model = model
        self._store = store
        self._snapshots: list[_Snapshot] = []

    def resume(self, tokens: Sequence[int], prefix: int) -> int:
        """Brings as much of `tokens` as is known into the context; at least one token is left to evaluate.

        Args:
            tokens: The whole prompt.
            prefix: How many of them belong to the prefix that is kept on disk.

        Returns:
            How many tokens the context holds now; the first ones of `tokens`.
        """
        most = len(tokens) - 1
        here = min(shared(self._model.tokens, tokens), most)
        source = self._elsewhere(tokens, prefix, here)
        if len(self._model.tokens) - here >= WORTH_KEEPING:
            self._set_aside()
        if source is not None and not self._model.put_state(source.tokens, source.state) and self._store:
            self._store.discard(source.tokens)
        self._model.keep(min(shared(self._model.tokens, tokens), most))
        return len(self._model.tokens)

    def _elsewhere(self, tokens: Sequence[int], prefix: int, here: int) -> _Snapshot | None:
        """A state that knows much more of `tokens` than the context does, from memory or disk."""
        most = len(tokens) - 1
        best = max(self._snapshots, key=lambda kept: shared(kept.tokens, tokens), default=None)
        there = min(shared(best.tokens, tokens), most) if best else 0
        if self._store and min(prefix, most) > max(here, there) + WORTH_KEEPING:
            state = self._store.load(tokens[:prefix])
            if state is not None:
                return _Snapshot(tuple(tokens[:prefix]), state)
        if best and there > here + WORTH_KEEPING:
            self._snapshots.remove(best)
            return best
        return None

    def keep_prefix(self, tokens: Sequence[int]) -> None:
        """Writes the context's state to disk where it is not there yet; it must hold exactly `tokens`."""
        assert self._model.tokens == list(tokens), "the context holds something else"
        if self._store and len(tokens) >= WORTH_KEEPING and not self._store.path(tokens).exists():
            self._store.save(tokens, self._model.state())

    def _set_aside(self) -> None:
        """Copies what is about to be overwritten."""
        tokens = tuple(self._model.tokens)
        # An older snapshot that this one goes on from has become useless.
        self._snapshots = [kept for kept in self._snapshots if shared(kept.tokens, tokens) < len(kept.tokens)]
        self._snapshots.append(_Snapshot(tokens, self._model.state()))
        while len(self._snapshots) > _MEMORY_COUNT or sum(len(kept.state) for kept in self._snapshots) > _MEMORY_CAP:
            self._snapshots.pop(0)

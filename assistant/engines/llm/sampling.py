"""Choosing the next token."""

from __future__ import annotations

import ctypes
import math
from typing import Any

import llama_cpp as ll
import numpy as np

from assistant.engines.llm.native import NativeModel

_CANDIDATE = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])
_LIKELY = 256
_REPEAT_WINDOW, _REPEAT_PENALTY = 64, 1.05


class Sampler:
    """One for each answer; `close` gives its memory back.

    With a grammar the token is chosen freely first and checked: nearly always the model does what the grammar asks,
    and checking one token is cheaper than the whole vocabulary by a factor of thousands.
    """

    def __init__(self, model: NativeModel, *, temperature: float, seed: int, grammar: str | None) -> None:
        """Makes the chain.

        Raises:
            ValueError: Where the grammar is not valid GBNF.
        """
        self._model = model
        self._grammar: Any = None
        self._chain = ll.llama_sampler_chain_init(ll.llama_sampler_chain_default_params())
        for part in _chain(temperature, seed, model.vocabulary_size if grammar is None else 0):
            ll.llama_sampler_chain_add(self._chain, part)
        if grammar is not None:
            self._grammar = ll.llama_sampler_init_grammar(model.vocabulary, grammar.encode(), b"root")
            if not self._grammar:
                self.close()
                raise ValueError("the grammar is not valid")

    def next(self) -> int:
        """The next token after what was evaluated last; -1 where the grammar allows none."""
        token = int(ll.llama_sampler_sample(self._chain, self._model.handle, -1))
        if self._grammar is None:
            return token
        if not self._allowed(token):
            token = self._choose_allowed()
        if token >= 0:
            ll.llama_sampler_accept(self._grammar, token)
        return token

    def close(self) -> None:
        """Once."""
        ll.llama_sampler_free(self._chain)
        if self._grammar:
            ll.llama_sampler_free(self._grammar)
            self._grammar = None

    def _allowed(self, token: int) -> bool:
        one = np.array([(token, 1.0, 0.0)], dtype=_CANDIDATE)
        ll.llama_sampler_apply(self._grammar, ctypes.byref(_array(one)))
        return math.isfinite(one["logit"][0])

    def _choose_allowed(self) -> int:
        size = self._model.vocabulary_size
        logits = np.ctypeslib.as_array(ll.llama_get_logits_ith(self._model.handle, -1), shape=(size,))
        likely = np.argpartition(logits, -_LIKELY)[-_LIKELY:] if size > _LIKELY else np.arange(size)
        for tokens in (likely, np.arange(size)):
            candidates = np.zeros(len(tokens), dtype=_CANDIDATE)
            candidates["id"], candidates["logit"] = tokens, logits[tokens]
            ll.llama_sampler_apply(self._grammar, ctypes.byref(_array(candidates)))
            candidates = candidates[np.isfinite(candidates["logit"])]
            if len(candidates):
                candidates = np.ascontiguousarray(candidates)
                chosen = _array(candidates)
                ll.llama_sampler_apply(self._chain, ctypes.byref(chosen))
                return int(chosen.data[chosen.selected].id)
        return -1


def _chain(temperature: float, seed: int, words: int) -> list[Any]:
    """The steps of choosing; repetitions among `words` tokens are made less likely where that is not 0."""
    if temperature <= 0:
        return [ll.llama_sampler_init_greedy()]
    penalties = ll.llama_sampler_init_penalties
    repeats = [penalties(words, _REPEAT_WINDOW, _REPEAT_PENALTY, 0.0, 0.0)] if words else []
    return [
        *repeats,
        ll.llama_sampler_init_top_k(40),
        ll.llama_sampler_init_top_p(0.95, 1),
        ll.llama_sampler_init_min_p(0.05, 1),
        ll.llama_sampler_init_temp(temperature),
        ll.llama_sampler_init_dist(seed),
    ]


def _array(candidates: Any) -> Any:
    """llama.cpp's view of a numpy array, which must outlive it."""
    data = candidates.ctypes.data_as(ll.llama_token_data_p)
    return ll.llama_token_data_array(data=data, size=len(candidates), selected=-1, sorted=False)

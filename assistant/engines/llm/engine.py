"""The llm engine's inside: load, complete, warm. Runs in its own process; see `assistant.engines.child`."""

from __future__ import annotations

import json
import logging
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import llama_cpp

from assistant.config.errors import Cancelled, EngineError
from assistant.engines.child import Job
from assistant.engines.llm import gguf, memory, native, prompt
from assistant.engines.llm.common import shared
from assistant.engines.llm.running import Running
from assistant.engines.llm.sampling import Sampler
from assistant.engines.llm.spec import BATCH_CPU, BATCH_GPU, LoadSpec
from assistant.engines.llm.states import StateStore
from assistant.engines.llm.text import TextStream
from assistant.engines.priority import step_back
from assistant.services.model_ports import Turn

_log = logging.getLogger(__name__)

# Waking the reader for each token of a fast model would take processor time from the model itself.
_SEND_EVERY = 0.04


def engine() -> LlamaEngine:
    """What the child's main loop runs."""
    step_back()
    native.start()
    return LlamaEngine()


@dataclass(frozen=True, slots=True)
class _Loaded:
    spec: LoadSpec
    model: native.NativeModel
    template: prompt.Template
    control: frozenset[str]
    running: Running


@dataclass(frozen=True, slots=True)
class _Prompt:
    tokens: list[int]
    prefix: int


class LlamaEngine:
    """Holds at most one model."""

    def __init__(self) -> None:
        self._loaded: _Loaded | None = None

    def run(self, job: Job) -> Mapping[str, object]:
        """One request; see `assistant.engines.child.Engine`."""
        spec = LoadSpec.from_frame(job.body["spec"])
        loaded = self._load(job, spec)
        if job.op == "load":
            return {"context": loaded.model.context, "gpu_layers": loaded.model.layers}
        job.cancel.on_cancel(loaded.model.stop)
        try:
            job.cancel.check()
            if job.op == "warm":
                return self._warm(job, loaded)
            if job.op == "complete":
                return _Answer(job, loaded).run()
        finally:
            loaded.model.resume()
        raise EngineError("engine.failed", f"The llm engine knows no {job.op}.")

    def close(self) -> None:
        """Nothing needs saving: prefixes are written as soon as they are evaluated."""
        self._loaded = None

    def _load(self, job: Job, spec: LoadSpec) -> _Loaded:
        if self._loaded is not None and self._loaded.spec == spec:
            return self._loaded
        self._loaded = None
        path = Path(spec.path)
        header = gguf.read(path)
        on_card = native.gpu_layers(spec.gpu_layers) != 0
        needs = memory.needed(header, spec.context, BATCH_GPU if on_card else BATCH_CPU, weights=not on_card)
        memory.check(path.name, needs, memory.available() if spec.available is None else spec.available)
        model = native.NativeModel(spec, lambda done: job.send("progress", done=done), job.cancel)
        control = model.control_words()
        template = prompt.Template.of(model.template(), *model.marks(), control)
        store = StateStore(Path(spec.states), _owner(spec, model)) if spec.states else None
        self._loaded = _Loaded(spec, model, template, control, Running(model, store))
        return self._loaded

    def _warm(self, job: Job, loaded: _Loaded) -> Mapping[str, object]:
        turns = prompt.harmless(_turns(job), loaded.control)
        asked = _tokenise(loaded, turns, job.body["prefix"])
        kept = loaded.running.resume(asked.tokens, asked.prefix)
        _evaluate_prefix(loaded, asked, kept)
        return {"kept": kept, "prefix": asked.prefix}


class _Answer:
    """One completion."""

    def __init__(self, job: Job, loaded: _Loaded) -> None:
        self._job = job
        self._loaded = loaded
        self._model = loaded.model
        self._stream = TextStream((*job.body["stop"], *loaded.template.stops))
        self._waiting = ""
        self._count = 0
        self._sent_at = 0.0

    def run(self) -> Mapping[str, object]:
        """Evaluates the prompt, then samples."""
        body = self._job.body
        asked = self._fitting(body["prefix"], body["max_tokens"])
        facts: dict[str, object] = {"prompt_tokens": len(asked.tokens), "tokens": 0, "cut": False, "stopped": False}
        sampler = Sampler(
            self._model,
            temperature=body["temperature"],
            seed=random.getrandbits(31) if body["seed"] is None else body["seed"],
            grammar=body["grammar"],
        )
        try:
            facts["kept_tokens"] = kept = self._loaded.running.resume(asked.tokens, asked.prefix)
            kept = _evaluate_prefix(self._loaded, asked, kept)
            self._model.evaluate(asked.tokens[kept:])
            facts |= self._generate(sampler, min(body["max_tokens"], self._model.context - len(asked.tokens)))
        except Cancelled:
            facts["stopped"] = True
        finally:
            sampler.close()
        self._send(self._stream.finish(), at_once=True)
        return facts

    def _fitting(self, prefix: int, max_tokens: int) -> _Prompt:
        model = self._model
        turns = prompt.harmless(_turns(self._job), self._loaded.control)
        room = max(min(max_tokens, model.context // 4), 1)

        def measure(some: Sequence[Turn]) -> int:
            return len(_tokenise(self._loaded, some, 0).tokens)

        def cost(text: str) -> int:
            return len(model.tokenise(text, begin=False))

        return _tokenise(self._loaded, prompt.fit(turns, prefix, model.context - room, measure, cost), prefix)

    def _generate(self, sampler: Sampler, most: int) -> dict[str, object]:
        """Samples until the model, a stop string, the limit or the person ends it."""
        model, stream, cancel = self._model, self._stream, self._job.cancel
        count = 0
        ended = False
        started = time.monotonic()
        stopped = False
        while count < most:
            token = sampler.next()
            if token < 0 or model.ends(token):
                ended = True
                break
            count += 1
            self._count = count
            self._send(stream.feed(model.piece(token)))
            if stream.ended:
                ended = True
                break
            if cancel.cancelled:
                stopped = True
                break
            if count < most:
                try:
                    model.evaluate((token,))
                except Cancelled:
                    stopped = True
                    break
        return {
            "tokens": count,
            "cut": not (ended or stopped),
            "stopped": stopped,
            "seconds": time.monotonic() - started,
        }

    def _send(self, text: str, *, at_once: bool = False) -> None:
        self._waiting += text
        now = time.monotonic()
        if self._waiting and (at_once or now - self._sent_at >= _SEND_EVERY):
            self._job.send("text", text=self._waiting, tokens=self._count)
            self._waiting, self._sent_at = "", now


def _turns(job: Job) -> list[Turn]:
    return [Turn(role, text) for role, text in job.body["turns"]]


def _tokenise(loaded: _Loaded, turns: Sequence[Turn], prefix: int) -> _Prompt:
    """Tokens of the whole prompt, and how many of them come from the first `prefix` turns alone."""
    first = loaded.model.marks()[0]
    text = loaded.template.render(turns)
    begin = not (first and text.startswith(first))
    tokens = loaded.model.tokenise(text, begin=begin)
    start = loaded.template.prefix(turns, prefix)
    if not start:
        return _Prompt(tokens, 0)
    # The last token of the beginning may be another one when the text goes on.
    return _Prompt(tokens, shared(tokens, loaded.model.tokenise(start, begin=begin)))


def _evaluate_prefix(loaded: _Loaded, asked: _Prompt, kept: int) -> int:
    """Evaluates what is missing of the prefix and keeps it; how many tokens of the prompt the context holds then."""
    if kept < asked.prefix < len(asked.tokens):
        loaded.model.evaluate(asked.tokens[kept : asked.prefix])
        loaded.running.keep_prefix(asked.tokens[: asked.prefix])
        return asked.prefix
    return kept


def _owner(spec: LoadSpec, model: native.NativeModel) -> str:
    """Everything besides the tokens that an evaluated prompt depends on."""
    facts: dict[str, Any] = {
        "model": spec.identity,
        "library": llama_cpp.__version__,
        "context": model.context,
        "layers": model.layers,
        "batch": model.batch,
        "plain": spec.plain,
    }
    return json.dumps(facts, sort_keys=True)

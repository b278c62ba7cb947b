"""The language model's engine against the library called directly, and what the kept prompt state saves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import psutil

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.services.assistant import Assistant
from assistant.services.model_ports import Completion, CompletionRequest, ModelState, Turn
from benchmarks.report import Figure, median

_TOKENS = 96
_RUNS = 4
_QUESTION = "Count upwards from one in words, one number after the other, and do not stop before two hundred."
_PREFIX = "You are a careful assistant. " + " ".join(
    f"Rule {number}: when a person asks for item {number}, answer with the facts about item {number} and nothing else."
    for number in range(1, 31)
)
_PEER = """
import json, sys, time
from llama_cpp import Llama
llm = Llama(sys.argv[1], n_ctx=int(sys.argv[2]), n_threads=int(sys.argv[3]) or None, verbose=False)
for line in sys.stdin:
    asked = json.loads(line)
    first = last = None
    count = 0
    stream = llm.create_chat_completion(
        [{"role": "user", "content": asked["text"]}], max_tokens=asked["tokens"], temperature=0.0, stream=True
    )
    for piece in stream:
        if piece["choices"][0]["delta"].get("content"):
            last = time.perf_counter()
            first = first or last
            count += 1
    print(json.dumps((count - 1) / (last - first)), flush=True)
"""


def _wait_ready(assistant: Assistant) -> None:
    assistant.model.load()
    end = time.monotonic() + 300
    while assistant.model.status.state is not ModelState.READY:
        if assistant.model.status.state is ModelState.FAILED or time.monotonic() > end:
            raise RuntimeError(f"the model did not load: {assistant.model.status.error}")
        time.sleep(0.02)


def _ask(assistant: Assistant, request: CompletionRequest) -> tuple[Completion, float, float]:
    """Completes; also the seconds to the first piece and the pieces' rate between first and last, seen from here."""
    stamps: list[float] = []
    began = time.perf_counter()
    done = assistant.model.complete(request, lambda _piece: stamps.append(time.perf_counter()), Cancellation())
    return done, stamps[0] - began, (done.tokens - 1) / (stamps[-1] - stamps[0])


def _streaming(assistant: Assistant, model: Path, threads: int) -> Figure:
    context = str(assistant.settings.number("model_context"))
    peer = subprocess.Popen(
        [sys.executable, "-c", _PEER, str(model), context, str(threads)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        # Both sides spin alike while they wait for each other's threads: on a busy computer that decides the speed.
        env=os.environ | {"GOMP_SPINCOUNT": os.environ.get("GOMP_SPINCOUNT", "1000")},
    )
    assert peer.stdin is not None
    assert peer.stdout is not None
    request = CompletionRequest(turns=(Turn("user", _QUESTION),), max_tokens=_TOKENS, temperature=0.0)
    theirs, ours = [], []
    try:
        for run in range(_RUNS + 1):
            peer.stdin.write(json.dumps({"text": _QUESTION, "tokens": _TOKENS}) + "\n")
            peer.stdin.flush()
            theirs.append(float(peer.stdout.readline()))
            ours.append(_ask(assistant, request)[2])
            if run == 0:  # the first pair pays for reading the model from disk
                theirs.clear()
                ours.clear()
    finally:
        peer.kill()
        peer.wait(10)
    return Figure(
        "streaming speed, share of the library's own",
        median(ours) / median(theirs),
        "x",
        0.95,
        least=True,
        detail=f"{median(ours):.1f} against {median(theirs):.1f} tokens/s, median of {_RUNS} alternating runs",
    )


def _first_token(assistant: Assistant) -> Figure:
    request = CompletionRequest(
        turns=(Turn("system", _PREFIX), Turn("user", "Say yes.")), prefix=1, max_tokens=4, temperature=0.0
    )
    cold, _first, _rate = _ask(assistant, request)
    without = _first
    kept = []
    for _run in range(3):
        assistant.model.unload()
        _wait_ready(assistant)
        done, first, _rate = _ask(assistant, request)
        if done.kept_tokens == 0:
            raise RuntimeError("the kept prompt state was not used")
        kept.append(first)
    return Figure(
        "first token with the kept prompt state, share of without",
        median(kept) / without,
        "x",
        0.2,
        detail=f"{median(kept):.2f} s against {without:.2f} s, {cold.prompt_tokens} tokens of prompt, new process each",
    )


def measure() -> list[Figure]:
    """On the starter model where it is installed, else on the tiny one; BENCH_MODEL chooses."""
    with tempfile.TemporaryDirectory() as name:
        paths = replace(Paths.profile(Path(name)), models=Paths.default().models)
        paths.ensure()
        assistant = build(paths, Settings(None))
        try:
            installed = {record.name: record for record in assistant.library.list() if record.installed}
            wanted = os.environ.get("BENCH_MODEL") or next((n for n in ("starter", "tiny") if n in installed), "tiny")
            if wanted not in installed:
                raise RuntimeError(f"the model {wanted} is not installed: run `assistant models pull {wanted}` first")
            threads = psutil.cpu_count(logical=False) or os.cpu_count() or 1
            assistant.settings.set("model", wanted)
            assistant.settings.set("model_threads", threads)
            path = installed[wanted].path
            assert path is not None
            _wait_ready(assistant)
            return [_first_token(assistant), _streaming(assistant, path, threads)]
        finally:
            assistant.close()

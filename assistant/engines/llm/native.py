"""A loaded model and its context: a thin layer over llama.cpp's functions. One thread, in the engine's process.

llama-cpp-python's `Llama` class hides what this engine needs (progress of loading, stopping inside an evaluation, the
state of a sequence), so its low-level functions are used directly.
"""

from __future__ import annotations

import ctypes
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import llama_cpp as ll
import psutil

from assistant.config.errors import Cancelled, ModelError
from assistant.domain.cancellation import Cancellation
from assistant.engines.llm.spec import BATCH_CPU, BATCH_GPU, LoadSpec

_log = logging.getLogger(__name__)

_SEQUENCE = 0
_LEVELS = {2: logging.DEBUG, 3: logging.INFO}
_ABORTED = 2


def _native_log(level: int, text: bytes, _data: object) -> None:
    kept = _LEVELS.get(level)
    if kept is not None:
        _log.log(kept, "llama.cpp: %s", text.decode("utf-8", "replace").rstrip())


_LOGGED = ll.llama_log_callback(_native_log)  # kept: the library calls it for as long as the process lives


def start() -> None:
    """Once a process, before anything else here."""
    ll.llama_log_set(_LOGGED, ctypes.c_void_p(0))
    ll.llama_backend_init()


def gpu_layers(setting: str) -> int:
    """The number for llama.cpp: -1 is all of them, which `auto` means where a graphics card can be used."""
    if setting == "off" or not ll.llama_supports_gpu_offload():
        return 0
    return -1 if setting == "auto" else int(setting)


def _cores(setting: int) -> tuple[int, int]:
    """Threads for single tokens (memory-bound: real cores) and for batches."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if setting:
        return setting, setting
    return min(psutil.cpu_count(logical=False) or allowed, allowed), allowed


class NativeModel:
    """Model, vocabulary and one context with one sequence.

    Attributes:
        tokens: What the context's memory holds, in order.
        context: How many it can hold.
    """

    def __init__(self, spec: LoadSpec, on_progress: Callable[[float], None], cancel: Cancellation) -> None:
        """Loads.

        Raises:
            ModelError: ``model.failed`` where llama.cpp refuses the file or the memory.
            Cancelled: Where loading was stopped.
        """
        self.tokens: list[int] = []
        layers = gpu_layers(spec.gpu_layers)
        self._model = self._load(spec, layers, on_progress, cancel)
        if not self._model and layers and spec.gpu_layers == "auto":
            # The card may have too little memory; the processor still does it.
            _log.info("loading onto the graphics card failed, going on without")
            layers = 0
            self._model = self._load(spec, layers, on_progress, cancel)
        cancel.check()
        if not self._model:
            raise _refused(spec, "it could not be loaded")
        self.layers = layers
        self.batch = BATCH_GPU if layers else BATCH_CPU
        self._vocabulary = ll.llama_model_get_vocab(self._model)
        self._ctx = self._context(spec)
        self.context = int(ll.llama_n_ctx(self._ctx))
        self._memory = ll.llama_get_memory(self._ctx)
        self._pieces: dict[int, bytes] = {}
        # ggml asks this callback between any two steps, from its own thread. A Python function would cost a millisecond
        # a token; C's strlen over two bytes answers 0 or 1 without the interpreter.
        self._stop = ctypes.create_string_buffer(2)
        runtime = ctypes.CDLL("msvcrt") if os.name == "nt" else ctypes.CDLL(None)
        self._asked = ctypes.cast(runtime.strlen, ll.ggml_abort_callback)
        ll.llama_set_abort_callback(self._ctx, self._asked, ctypes.cast(self._stop, ctypes.c_void_p))

    @staticmethod
    def _load(spec: LoadSpec, layers: int, on_progress: Callable[[float], None], cancel: Cancellation) -> object:
        shown = -1

        def progress(done: float, _data: object) -> bool:
            nonlocal shown
            if int(done * 50) > shown:
                shown = int(done * 50)
                on_progress(done)
            return not cancel.cancelled

        called = ll.llama_progress_callback(progress)
        parameters = ll.llama_model_default_params()
        parameters.n_gpu_layers = 0x7FFFFFFF if layers < 0 else layers
        parameters.progress_callback = called
        parameters.load_mode = ll.LLAMA_LOAD_MODE_MMAP
        parameters.use_extra_bufts = not spec.plain
        return ll.llama_model_load_from_file(os.fsencode(Path(spec.path)), parameters)

    def _context(self, spec: LoadSpec) -> object:
        parameters = ll.llama_context_default_params()
        trained = int(ll.llama_model_n_ctx_train(self._model)) or spec.context
        parameters.n_ctx = min(spec.context, trained)
        parameters.n_batch = parameters.n_ubatch = min(self.batch, parameters.n_ctx)
        parameters.n_threads, parameters.n_threads_batch = _cores(spec.threads)
        parameters.offload_kqv = bool(self.layers)
        if not self.layers:
            # On the processor flash attention costs a third of the speed of single tokens.
            parameters.flash_attn_type = ll.LLAMA_FLASH_ATTN_TYPE_DISABLED
        context = ll.llama_init_from_model(self._model, parameters)
        if not context:
            raise _refused(spec, "there was no memory for its context")
        return context

    # ------------------------------------------------------------------------------------------------- the vocabulary

    @property
    def vocabulary(self) -> object:
        """llama.cpp's own handle, for samplers."""
        return self._vocabulary

    @property
    def vocabulary_size(self) -> int:
        """How many tokens there are."""
        return int(ll.llama_vocab_n_tokens(self._vocabulary))

    @property
    def handle(self) -> object:
        """llama.cpp's own handle of the context, for samplers."""
        return self._ctx

    def template(self) -> str:
        """The model's own chat template; empty where it has none."""
        found = ll.llama_model_chat_template(self._model, None)
        return found.decode("utf-8", "replace") if found else ""

    def word(self, token: int) -> str:
        """How a special token is written; empty for none."""
        return ll.llama_vocab_get_text(self._vocabulary, token).decode("utf-8", "replace") if token >= 0 else ""

    def marks(self) -> tuple[str, str]:
        """How the beginning and the end of a text are written in a template."""
        return self.word(ll.llama_vocab_bos(self._vocabulary)), self.word(ll.llama_vocab_eos(self._vocabulary))

    def control_words(self) -> frozenset[str]:
        """All words that steer the model and that a person's text must not hold."""
        found = (token for token in range(self.vocabulary_size) if ll.llama_vocab_is_control(self._vocabulary, token))
        return frozenset(word for token in found if len(word := self.word(token)) > 2)

    def tokenise(self, text: str, *, begin: bool) -> list[int]:
        """Tokens of `text`; control words count as what they are. `begin` puts the model's first token in front."""
        data = text.encode("utf-8", "replace")
        size = len(data) + 8
        room = (ll.llama_token * size)()
        count = ll.llama_tokenize(self._vocabulary, data, len(data), room, size, begin, True)
        assert count >= 0, "a token is at least a byte"
        return list(room[:count])

    def piece(self, token: int) -> bytes:
        """The bytes that a token stands for; control words stand for nothing."""
        known = self._pieces.get(token)
        if known is None:
            room = ctypes.create_string_buffer(256)
            count = ll.llama_token_to_piece(self._vocabulary, token, room, 256, 0, False)
            known = self._pieces[token] = room.raw[: max(count, 0)]
        return known

    def ends(self, token: int) -> bool:
        """True for a token with which the model ends its answer."""
        return bool(ll.llama_vocab_is_eog(self._vocabulary, token))

    # ---------------------------------------------------------------------------------------------------- evaluation

    def stop(self) -> None:
        """Ends the running evaluation; any thread. Stays in force until `resume`."""
        self._stop[0] = b"\x01"

    def resume(self) -> None:
        """Takes `stop` back."""
        self._stop[0] = b"\x00"

    def evaluate(self, tokens: Sequence[int]) -> None:
        """Appends tokens to the memory; afterwards the last one's successor can be sampled.

        Raises:
            Cancelled: After `stop`; the memory holds what was complete before.
            ModelError: ``model.failed``.
        """
        for start in range(0, len(tokens), self.batch):
            part = tokens[start : start + self.batch]
            room = (ll.llama_token * len(part))(*part)
            result = ll.llama_decode(self._ctx, ll.llama_batch_get_one(room, len(part)))
            if result == 0:
                self.tokens.extend(part)
                continue
            self.keep(len(self.tokens))
            if result == _ABORTED:
                raise Cancelled
            raise ModelError("model.failed", f"The model could not go on (code {result}).", reason=str(result))

    def keep(self, count: int) -> None:
        """Forgets everything after the first `count` tokens; all of it where the model cannot forget in part."""
        if not ll.llama_memory_seq_rm(self._memory, _SEQUENCE, count, -1):
            ll.llama_memory_clear(self._memory, True)
            count = 0
        del self.tokens[count:]

    # --------------------------------------------------------------------------------------------------------- state

    def state(self) -> bytes:
        """The evaluated memory of all `tokens`."""
        size = ll.llama_state_seq_get_size(self._ctx, _SEQUENCE)
        room = (ctypes.c_uint8 * size)()
        written = ll.llama_state_seq_get_data(self._ctx, room, size, _SEQUENCE)
        return bytes(memoryview(room)[:written])

    def put_state(self, tokens: Sequence[int], state: bytes) -> bool:
        """Replaces the memory; False (and an empty memory) where llama.cpp does not take it."""
        self.keep(0)
        room = (ctypes.c_uint8 * len(state)).from_buffer_copy(state)
        if not ll.llama_state_seq_set_data(self._ctx, room, len(state), _SEQUENCE):
            self.keep(0)
            return False
        self.tokens[:] = tokens
        return True


def _refused(spec: LoadSpec, why: str) -> ModelError:
    name = Path(spec.path).name
    return ModelError("model.failed", f"The model {name} cannot be used: {why}.", path=spec.path, reason=why)

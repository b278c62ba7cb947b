"""Answers that the language model writes: prompt, streaming, and what becomes of an answer that is broken off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TypeGuard

from assistant.config.errors import AssistantError, Cancelled, EngineError, ModelError
from assistant.config.resources import resource_path
from assistant.domain.cancellation import Cancellation
from assistant.domain.conversation import Message, MessageState, Role
from assistant.services.conversation.chat_log import ChatLog
from assistant.services.model_ports import CompletionRequest, LanguageModel, Turn
from assistant.services.wording.phrases import PHRASES, say
from assistant.services.wording.times import Wording, gigabytes

MOST_TURNS = 12
MOST_HISTORY = 6_000
_SAVE_SECONDS = 2.0
_MEGABYTE = 1_000_000


@lru_cache(maxsize=1)
def system_prompt() -> str:
    """What the model is told about itself. It never changes within a version: its evaluated state is kept."""
    return resource_path("prompts/system.txt").read_text(encoding="utf-8").strip()


def chat_request(text: str, history: Sequence[Message], now: datetime) -> CompletionRequest:
    """The prompt of a turn: the constant beginning, the last turns, and at the very end the day and the words."""
    english = Wording(language="en", clock24=True)
    # The turn after the beginning always has the same role, else its evaluated state would be kept twice. Behind the
    # words small models do not repeat the day; in front of them they do.
    tail = f"{text}\n\n(It is {english.long_day(now.date())}, {english.time(now)}.)"
    turns = (Turn("system", system_prompt()), *_remembered(history), Turn("user", tail))
    return CompletionRequest(turns=turns, prefix=1)


def _remembered(history: Sequence[Message]) -> tuple[Turn, ...]:
    """The newest messages that fit, starting with one of the person's."""
    room = MOST_HISTORY
    kept: list[Turn] = []
    for message in reversed(history[-MOST_TURNS:]):
        room -= len(message.text)
        if room < 0:
            break
        if message.text:
            kept.append(Turn("user" if message.role is Role.PERSON else "assistant", message.text))
    kept.reverse()
    while kept and kept[0].role != "user":
        kept.pop(0)
    return tuple(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAnswer:
    """What came of it. `error_code` is empty when all went well."""

    text: str
    stopped: bool = False
    error_code: str = ""
    message: Message | None = None


class Answering:
    """Lets the model answer and keeps what it said, however it ends."""

    def __init__(self, log: ChatLog, monotonic: Callable[[], float]) -> None:
        self._log = log
        self._monotonic = monotonic

    def answer(
        self,
        model: LanguageModel,
        request: CompletionRequest,
        language: str,
        *,
        keep: bool,
        on_text: Callable[[str], None] | None,
        cancel: Cancellation | None,
    ) -> ModelAnswer:
        """Streams an answer in this thread; with `keep` it is stored while it grows.

        Failures of the model become part of the answer: what was said until then stays, with the reason below it.
        """
        message = self._log.add(Role.ASSISTANT, "", state=MessageState.STREAMING) if keep else None
        pieces: list[str] = []
        saved_at = self._monotonic()

        def grow(piece: str) -> None:
            nonlocal saved_at
            pieces.append(piece)
            if on_text is not None:
                on_text(piece)
            if message is not None and self._monotonic() - saved_at > _SAVE_SECONDS:
                saved_at = self._monotonic()
                self._log.update(message, "".join(pieces), MessageState.STREAMING)

        try:
            completion = model.complete(request, grow, cancel or Cancellation())
            text, stopped, code = completion.text.strip(), completion.stopped, ""
        except Cancelled:
            text, stopped, code = "".join(pieces).strip(), True, ""
        except (EngineError, ModelError) as error:
            partial = str(error.facts.get("partial") or "".join(pieces)).strip()
            text, stopped, code = f"{partial}\n\n{told(error, language)}".strip(), False, error.code
        state = MessageState.FAILED if code else MessageState.STOPPED if stopped else MessageState.COMPLETE
        if message is not None:
            message = self._log.update(message, text, state)
        return ModelAnswer(text=text, stopped=stopped, error_code=code, message=message)


def told(error: AssistantError, language: str) -> str:
    """The sentence for a failure: in the person's language where there is one, else the error's own."""
    key = f"error.{error.code}"
    if key not in PHRASES:
        return error.message
    facts = {name: gigabytes(value) if _is_size(value) else value for name, value in error.facts.items()}
    try:
        return say(language, key, **facts)
    except (KeyError, IndexError):
        return error.message


def _is_size(value: object) -> TypeGuard[int]:
    """True for a number of bytes worth telling in gigabytes."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= _MEGABYTE

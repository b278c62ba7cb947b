"""From turns to the text a model was trained on: its own chat template, or a plain one where it has none. Pure.

The template comes out of a model file, so it is foreign code: it runs in jinja2's sandbox.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn

import jinja2
import jinja2.ext
import jinja2.sandbox

from assistant.config.errors import ModelError
from assistant.engines.llm.common import shared
from assistant.services.model_ports import Turn

_CHATML = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_PLAIN = (
    "{% for m in messages %}{% if m.role == 'system' %}{{ m.content }}\n\n"
    "{% else %}{{ m.role | capitalize }}: {{ m.content }}\n{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}Assistant:{% endif %}"
)
_PLAIN_STOPS = ("\nUser:", "\nSystem:")
_BREAK = "\u200b"


class _Unwilling(Exception):
    """The template does not take these roles."""


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled chat template.

    Attributes:
        stops: Texts with which an answer ends where the model has no token for it.
    """

    _template: jinja2.Template
    _first: str
    _last: str
    stops: tuple[str, ...]

    @classmethod
    def of(cls, source: str, first: str, last: str, control: frozenset[str]) -> Template:
        """Compiles.

        Args:
            source: The model's template, may be empty.
            first: How the model writes the beginning of a text.
            last: How it writes the end.
            control: Its control words: they tell which plain template suits.
        """
        stops: tuple[str, ...] = ()
        if not source:
            chatml = "<|im_start|>" in control
            source, stops = (_CHATML, ()) if chatml else (_PLAIN, _PLAIN_STOPS)
        environment = jinja2.sandbox.ImmutableSandboxedEnvironment(
            trim_blocks=True, lstrip_blocks=True, extensions=[jinja2.ext.loopcontrols], autoescape=False
        )
        try:
            return cls(environment.from_string(source), first, last, stops)
        except jinja2.TemplateError as error:
            raise ModelError("model.failed", "The model's chat template cannot be used.", reason=str(error)) from error

    def render(self, turns: Sequence[Turn]) -> str:
        """The whole prompt, up to where the answer begins.

        Raises:
            ModelError: ``model.failed`` where the template does not take the turns in any way.
        """
        try:
            return self._render(turns)
        except (_Unwilling, jinja2.TemplateError, TypeError, ValueError, KeyError):
            # Some models know no system turn: its words go in front of the first turn of the user.
            try:
                return self._render(_without_system(turns))
            except (_Unwilling, jinja2.TemplateError, TypeError, ValueError, KeyError) as error:
                reason = str(error) or type(error).__name__
                raise ModelError("model.failed", "The model's chat template cannot be used.", reason=reason) from error

    def prefix(self, turns: Sequence[Turn], count: int) -> str:
        """The beginning of the prompt that depends on the first `count` turns only."""
        if not 0 < count < len(turns):
            return ""
        role = turns[count].role
        ways = [self.render([*turns[:count], Turn(role, text)]) for text in ("0", "Z")]
        return ways[0][: shared(*ways)]

    def _render(self, turns: Sequence[Turn]) -> str:
        def refuse(message: str) -> NoReturn:
            raise _Unwilling(message)

        values: dict[str, Any] = {
            "messages": [{"role": turn.role, "content": turn.text} for turn in turns],
            "bos_token": self._first,
            "eos_token": self._last,
            "add_generation_prompt": True,
            "enable_thinking": False,
            "raise_exception": refuse,
            "strftime_now": lambda form: datetime.now().astimezone().strftime(form),
            "tools": None,
        }
        return self._template.render(values)


def _without_system(turns: Sequence[Turn]) -> list[Turn]:
    words = "\n\n".join(turn.text for turn in turns if turn.role == "system")
    rest = [turn for turn in turns if turn.role != "system"]
    if not rest or rest[0].role != "user":
        return [Turn("user", words), *rest]
    return [Turn("user", f"{words}\n\n{rest[0].text}" if words else rest[0].text), *rest[1:]]


def harmless(turns: Sequence[Turn], control: frozenset[str]) -> list[Turn]:
    """Breaks control words in people's and documents' text, so that it cannot pretend to be another turn."""

    def clean(text: str) -> str:
        if "<" in text or "[" in text:
            for word in control:
                if word in text:
                    text = text.replace(word, word[0] + _BREAK + word[1:])
        return text

    return [Turn(turn.role, clean(turn.text)) for turn in turns]


def fit(
    turns: Sequence[Turn],
    prefix: int,
    limit: int,
    measure: Callable[[Sequence[Turn]], int],
    cost: Callable[[str], int],
) -> list[Turn]:
    """Leaves out the oldest turns after the prefix until the prompt has at most `limit` tokens.

    More than necessary goes, in steps of a quarter of `limit`: so the same turns are left out for several requests and
    what was evaluated stays useful.

    Args:
        turns: Oldest first.
        prefix: How many at the beginning always stay.
        limit: Tokens.
        measure: Tokens of a whole prompt.
        cost: Tokens of a text.

    Raises:
        ModelError: ``model.context`` where the prefix and the last turn alone are too long, with both figures.
    """
    size = measure(turns)
    if size <= limit:
        return list(turns)
    step = max(limit // 4, 1)
    surplus = -(-(size - limit) // step) * step
    gone = 0
    for start in range(prefix + 1, len(turns)):
        gone += cost(turns[start - 1].text)
        if turns[start].role == "assistant" or (gone < surplus and start < len(turns) - 1):
            continue
        shorter = [*turns[:prefix], *turns[start:]]
        size = measure(shorter)
        if size <= limit:
            return shorter
    message = f"The text is too long for the model: {size:,} tokens where {limit:,} fit."
    raise ModelError("model.context", message, tokens=size, limit=limit)

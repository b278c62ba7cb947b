"""Words to requests, in English and Chinese. Pure: no model, no store, no clock.

`understand` reads a sentence by rules; where it is not sure, `model_prompt` says what to ask a language model and
`from_model` turns the answer into the same values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.understanding.request import Context, Intent, Mark, Request, Route, Slots, Understanding

if TYPE_CHECKING:
    from assistant.understanding.grammar import ModelPrompt, PromptTurn, from_model, model_prompt
    from assistant.understanding.router import understand

__all__ = [
    "Context",
    "Intent",
    "Mark",
    "ModelPrompt",
    "PromptTurn",
    "Request",
    "Route",
    "Slots",
    "Understanding",
    "from_model",
    "model_prompt",
    "understand",
]

_OF_THE_MODEL = ("ModelPrompt", "PromptTurn", "from_model", "model_prompt")


def __getattr__(name: str) -> Any:
    """Rules and prompts are loaded when they are first asked for: the values alone cost a window's start little."""
    if name in _OF_THE_MODEL:
        from assistant.understanding import grammar

        return getattr(grammar, name)
    if name == "understand":
        from assistant.understanding import router

        return router.understand
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

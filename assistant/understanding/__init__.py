"""Words to requests, in English and Chinese. Pure: no model, no store, no clock.

`understand` reads a sentence by rules; where it is not sure, `model_prompt` says what to ask a language model and
`from_model` turns the answer into the same values.
"""

from __future__ import annotations

from assistant.understanding.request import Context, Intent, Mark, Request, Route, Slots, Understanding
from assistant.understanding.router import understand

__all__ = ["Context", "Intent", "Mark", "Request", "Route", "Slots", "Understanding", "understand"]

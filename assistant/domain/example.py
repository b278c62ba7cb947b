"""A sentence that the person corrected, kept as an example of how they want it understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

MOST_EXAMPLES = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What was said, and the right answer to it: an intent, or ``intent: words of the text that name the item``."""

    uid: str
    text: str
    answer: str
    created_at: datetime

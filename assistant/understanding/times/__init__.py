"""Time expressions in English and Chinese: words in, moments, days, lengths and repeats out.

Pure and fast: no model, no input or output, no state but tables. `find_times` is the only door.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.understanding.times.model import Grain, Reading, TimeContext, TimeKind, TimeMention

if TYPE_CHECKING:
    from assistant.understanding.times.find import find_times

__all__ = ["Grain", "Reading", "TimeContext", "TimeKind", "TimeMention", "find_times"]


def __getattr__(name: str) -> Any:
    """The rules are loaded when they are first asked for; the values alone are light."""
    if name == "find_times":
        from assistant.understanding.times.find import find_times

        return find_times
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""Time expressions in English and Chinese: words in, moments, days, lengths and repeats out.

Pure and fast: no model, no input or output, no state but tables. `find_times` is the only door.
"""

from assistant.understanding.times.find import find_times
from assistant.understanding.times.model import Grain, Reading, TimeContext, TimeKind, TimeMention

__all__ = ["Grain", "Reading", "TimeContext", "TimeKind", "TimeMention", "find_times"]

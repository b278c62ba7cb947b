"""Rules for repeats by the Chinese calendar: 农历每年八月十五, 每月农历十五."""

from __future__ import annotations

from assistant.understanding.times.feast_rules import lunar_day_of_months, lunar_node
from assistant.understanding.times.grammar import Found, token
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import MonthDay, Yearly
from assistant.understanding.times.rules_length import unit_of
from assistant.understanding.times.rules_repeat import REPEAT
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import Repeat

_LONGEST = 30


@REPEAT.rule("lunar of? every u=nian of? d=date", "lunar of? every d=date")
def _lunar_yearly(found: Found) -> Token | None:
    """农历每年八月十五: the calendar is said first."""
    day = found["d"].value
    if isinstance(day, Yearly) and day.grain is Grain.day:
        return token("repeat", Repeat("YEARLY", base=day))
    if not isinstance(day, MonthDay) or not day.day:
        return None
    node = lunar_node(day.month, day.day) if day.month else lunar_day_of_months(day.day)
    return token("repeat", Repeat("YEARLY" if day.month else "MONTHLY", base=node))


@REPEAT.rule(
    "lunar of? every u=u x=num hao?", "every u=u of? lunar of? x=num hao?", "lunar of? every u=u begin x=num",
    "every u=u of? lunar of? begin x=num", "lunar of? every edgeunit x=num", "every u=u lunar of? x=date",
    "lunar of? every u=u of? x=date",
)  # fmt: skip
def _lunar_monthly(found: Found) -> Token | None:
    """农历每月十五, 每月农历初一."""
    unit = found.get("u")
    if unit is not None and (unit_of(unit) or (Grain.day, 1)) != (Grain.month, 1):
        return None
    day = found["x"].value
    number = (day.day if not day.month else 0) if isinstance(day, MonthDay) else day
    if not isinstance(number, int) or not 1 <= number <= _LONGEST:
        return None
    return token("repeat", Repeat("MONTHLY", base=lunar_day_of_months(number)))

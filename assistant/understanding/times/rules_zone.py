"""Rules for stated zones: EST, Berlin time, 东京时间."""

from __future__ import annotations

from assistant.understanding.times.grammar import Found, Pass, token
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import Zone

ZONE = Pass()

_ALSO_NAMES = frozenset(("central", "eastern", "mountain", "pacific"))
"""Zones only behind an hour, or with "time": "Café Central tomorrow at nine" names a place."""


@ZONE.rule("z=tz s=dash n=num", "z=tz s=plus n=num")
def _offset(found: Found) -> Token | None:
    """UTC+2, GMT-5: hours from Greenwich."""
    hours, zone = found["n"].value, found["z"]
    behind = found["s"].kind == "dash"
    if zone.text not in ("utc", "gmt") or not 0 <= hours <= 14 or not (found["s"].glued and found["n"].glued):
        return None
    return token("zone", Zone(minutes=-60 * hours if behind else 60 * hours))


@ZONE.rule("w=x time")
def _of_that_place(found: Found) -> Token | None:
    """The hour at a place named before: "demo for the Sydney client at 9am their time"."""
    city = found.last_before("city") if found["w"].text in ("their", "local") else None
    return token("zone", Zone(city.value)) if city is not None else None


@ZONE.rule("z=tz", "z=tz time", "z=city time", "in z=city time", "the z=tz")
def _zone(found: Found) -> Token | None:
    word = found["z"]
    if word.value is None or (word.text == "ist" and found.before is None):
        return None
    if word.text in _ALSO_NAMES and found.all[-1] is word and (found.before is None or found.before.kind == "x"):
        return None
    return token("zone", Zone(word.value) if isinstance(word.value, str) else Zone(minutes=word.value))

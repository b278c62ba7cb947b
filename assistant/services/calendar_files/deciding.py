"""Whether what a file says replaces what is here: by SEQUENCE, then by the time stamps."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from assistant.ical.components import Component, from_raw
from assistant.ical.reading import Facts, moment_told
from assistant.ical.zones import Zones

# Entries of one name and of different contents; files that mean it have a handful.
MOST_COPIES = 1_000


class Verdict(StrEnum):
    """What becomes of a component."""

    ADD = "add"
    UPDATE = "update"
    SAME = "same"
    OLDER = "older"


def judged(old_raw: str, old_sequence: int, new: Component, new_sequence: int) -> Verdict:
    """What becomes of a component whose item is here already; the item came with `old_raw`, or was made here."""
    if new_sequence < old_sequence:
        return Verdict.OLDER
    if without_stamp(old_raw) == without_stamp(new.raw):
        return Verdict.SAME
    if new_sequence == old_sequence and old_raw:
        was, now = stamp(from_raw(new.kind, old_raw)), stamp(new)
        if was is not None and now is not None and now < was:
            return Verdict.OLDER
    return Verdict.UPDATE


def without_stamp(raw: str) -> str:
    """The text without DTSTAMP, which many programs renew each time that they write a file."""
    return "\n".join(line for line in raw.split("\n") if not line.upper().startswith("DTSTAMP"))


def stamp(component: Component) -> datetime | None:
    """When it was changed last, as it says itself."""
    facts, zones = Facts(component), Zones()
    return moment_told(facts, "LAST-MODIFIED", zones) or moment_told(facts, "DTSTAMP", zones)

"""What a pop-up says of a reminder's moment, and which reminders are shown together. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from assistant.domain.absence import Absence, Why
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder

MOST_CARDS = 3
LATE = timedelta(minutes=1)
MISSED = timedelta(hours=12)
_DIGEST_FROM = 3
_HELD_DIGEST_FROM = 2


class Timing(StrEnum):
    """How a reminder came."""

    ON_TIME = "on_time"
    UPCOMING = "upcoming"
    LATE = "late"
    SNOOZED = "snoozed"


class Reason(StrEnum):
    """Why it came late; NONE where that is not known."""

    NONE = "none"
    CLOSED = "closed"
    ASLEEP = "asleep"
    CLOCK = "clock"
    QUIET = "quiet"
    PAUSED = "paused"
    DISTURB = "disturb"
    FULL_SCREEN = "full_screen"


# Held back on purpose: these come together in one digest.
HELD_BACK = frozenset({Reason.QUIET, Reason.PAUSED, Reason.DISTURB, Reason.FULL_SCREEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A reminder with what its pop-up shows besides. Times aware; `start_at` is the event's, or None.

    A repeating one that could not be seen for a while comes once: `times` says for how many of its moments.
    """

    reminder: Reminder
    timing: Timing
    reason: Reason = Reason.NONE
    start_at: datetime | None = None
    end_at: datetime | None = None
    all_day: bool = False
    location: str = ""
    times: int = 1

    @property
    def uid(self) -> str:
        """The reminder's uid."""
        return self.reminder.uid

    @property
    def opens(self) -> bool:
        """True where the answer is "Open": an event is not done by hearing of it."""
        return self.reminder.item_kind is ItemKind.EVENT


def lateness(reminder: Reminder, now: datetime) -> timedelta:
    """How long after its moment it is; negative before."""
    return now.astimezone(UTC) - reminder.wakes_at.astimezone(UTC)


def timing_of(reminder: Reminder, now: datetime) -> Timing:
    """How a reminder comes that is put up now."""
    if lateness(reminder, now) >= LATE:
        return Timing.LATE
    if reminder.snoozed_until is not None:
        return Timing.SNOOZED
    return Timing.UPCOMING if reminder.minutes_before else Timing.ON_TIME


def reason_of(
    reminder: Reminder, now: datetime, started_at: datetime, absence: Absence | None = None, *, quiet: bool = False
) -> Reason:
    """Why it comes late. One seen before has no reason, and where nobody knows it none is made up.

    Args:
        reminder: As it was before it was marked as shown.
        now: The moment.
        started_at: When the program was started.
        absence: What is known to have kept it back.
        quiet: Its moment lies in quiet hours that hold such a reminder back.
    """
    if lateness(reminder, now) < LATE or reminder.shown_at is not None:
        return Reason.NONE
    if absence is not None and not (quiet and absence.why in (Why.ASLEEP, Why.CLOCK)):
        return Reason(absence.why)
    if quiet:
        return Reason.QUIET
    return Reason.CLOSED if reminder.wakes_at.astimezone(UTC) < started_at.astimezone(UTC) else Reason.NONE


@dataclass(frozen=True, slots=True)
class Batch:
    """What comes up together: single pop-ups, oldest first, and what goes into the digest."""

    singles: tuple[Announced, ...]
    digest: tuple[Announced, ...]


def split(announced: Iterable[Announced], now: datetime) -> Batch:
    """Three or more late ones, two held back on purpose, very late ones, or too many: they go into the digest."""
    ordered = sorted(announced, key=lambda one: (one.reminder.wakes_at, one.uid))
    late = [one for one in ordered if one.timing is Timing.LATE]
    held = [one for one in late if one.reason in HELD_BACK]
    together = held if len(held) >= _HELD_DIGEST_FROM else []
    digest = [one for one in late if one in together or lateness(one.reminder, now) > MISSED]
    digest = late if len(late) >= _DIGEST_FROM else digest
    away = {one.uid for one in digest}
    singles = [one for one in ordered if one.uid not in away]
    if len(singles) > MOST_CARDS:
        return Batch((), tuple(ordered))
    return Batch(tuple(singles), tuple(digest))


def visible(arrived: Sequence[str], *, digest: bool) -> tuple[str, ...]:
    """The uids of the single pop-ups that are shown, oldest first: the newest; the digest takes one of the places."""
    room = MOST_CARDS - 1 if digest else MOST_CARDS
    return tuple(arrived[-room:])

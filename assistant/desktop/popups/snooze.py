"""Until when a reminder can be put off. Pure but for words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from assistant.config.settings import Settings
from assistant.services.reminders.snoozing import morning_of
from assistant.services.wording.times import Wording

_EVENING = time(18)
_SHORT, _USUAL, _HOUR = 5, 10, 60
_DAYS_OF_WEEK = 7
_LENGTHS = 3


@dataclass(frozen=True, slots=True)
class SnoozeChoice:
    """A button or menu line: its words, the moment, and the moment in words."""

    label: str
    until: datetime
    tip: str


def snooze_minutes(settings: Settings) -> tuple[int, ...]:
    """The three short choices in minutes, the person's own among them."""
    own = settings.number("snooze_minutes")
    minutes = sorted({_SHORT, own, _HOUR})
    if len(minutes) < _LENGTHS:
        minutes = sorted({*minutes, _USUAL})
    return tuple(minutes)


def short_choices(now: datetime, settings: Settings, wording: Wording) -> tuple[SnoozeChoice, ...]:
    """The four buttons: three lengths and tomorrow morning. `now` is in the person's zone."""
    found = []
    for minutes in snooze_minutes(settings):
        until = now + timedelta(minutes=minutes)
        found.append(SnoozeChoice(wording.length(timedelta(minutes=minutes)), until, _told(until, now, wording)))
    tomorrow = datetime.combine(now.date() + timedelta(days=1), morning_of(settings), now.tzinfo)
    name = QCoreApplication.translate("Snooze", "Tomorrow")
    return (*found, SnoozeChoice(name, tomorrow, _told(tomorrow, now, wording)))


def long_choices(now: datetime, settings: Settings, wording: Wording) -> tuple[SnoozeChoice, ...]:
    """This evening, where it is still to come, and next Monday morning."""
    found = []
    evening = datetime.combine(now.date(), _EVENING, now.tzinfo)
    if evening > now:
        name = QCoreApplication.translate("Snooze", "This evening")
        found.append(SnoozeChoice(name, evening, _told(evening, now, wording)))
    monday = now.date() + timedelta(days=_DAYS_OF_WEEK - now.weekday())
    at = datetime.combine(monday, morning_of(settings), now.tzinfo)
    found.append(SnoozeChoice(QCoreApplication.translate("Snooze", "Next Monday"), at, _told(at, now, wording)))
    return tuple(found)


def snooze_choices(now: datetime, settings: Settings, wording: Wording) -> tuple[SnoozeChoice, ...]:
    """All of them, as a menu has them."""
    return (*short_choices(now, settings, wording), *long_choices(now, settings, wording))


def _told(until: datetime, now: datetime, wording: Wording) -> str:
    return wording.moment(until, None, today=now.date())

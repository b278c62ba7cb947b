"""Reminders as one looks through them: what waits for an answer, what is to come, and what was, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.reminder import OPEN_STATES, Reminder, ReminderState
from assistant.services.ports import UnitOfWork

_UP = frozenset({ReminderState.DUE, ReminderState.SHOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPage:
    """Unanswered ones newest first, those ahead in their order, answered ones newest first.

    `unanswered_count` and `answered_count` say how many there are, in the page or not.
    """

    unanswered: tuple[Reminder, ...] = ()
    ahead: tuple[Reminder, ...] = ()
    answered: tuple[Reminder, ...] = ()
    unanswered_count: int = 0
    answered_count: int = 0

    @property
    def more(self) -> bool:
        """True where there are older ones than those in the page."""
        return len(self.unanswered) < self.unanswered_count or len(self.answered) < self.answered_count

    def get(self, uid: str) -> Reminder | None:
        """The reminder, where it is in the page."""
        return next((one for one in (*self.unanswered, *self.ahead, *self.answered) if one.uid == uid), None)


def read_page(unit: UnitOfWork, limit: int) -> ReminderPage:
    """All that are up or ahead, and at most `limit` of those that were closed unanswered and of those answered."""
    alive = unit.reminders.in_states(tuple(sorted(OPEN_STATES)))
    up = [one for one in alive if one.state in _UP]
    missed = unit.reminders.latest(ReminderState.MISSED, limit)
    newest_first = sorted((*up, *missed), key=lambda one: (one.wakes_at, one.uid), reverse=True)
    return ReminderPage(
        unanswered=tuple(newest_first),
        ahead=tuple(one for one in alive if one.state not in _UP),
        answered=unit.reminders.latest(ReminderState.ACKNOWLEDGED, limit),
        unanswered_count=len(up) + unit.reminders.count(ReminderState.MISSED),
        answered_count=unit.reminders.count(ReminderState.ACKNOWLEDGED),
    )

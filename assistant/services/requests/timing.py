"""What words do to a timer that runs: stop it for a while, let it go on, give it more time."""

from __future__ import annotations

import re
from datetime import timedelta

from assistant.domain.conversation import Receipt
from assistant.domain.reminder import Reminder
from assistant.services.reminders.timers import TimerService
from assistant.services.requests.asked import ORIGIN
from assistant.understanding.words.table import late

_PAUSE = late(r"\b(?:pause|hold|freeze)\b|暂停|暫停", re.IGNORECASE)
_GO_ON = late(r"\b(?:resume|unpause|continue|go on)\b|继续|繼續|恢复|恢復", re.IGNORECASE)
_MORE = late(r"\b(?:add|give|put|extend|longer|more)\b|加|延长|延長", re.IGNORECASE)


def timer_step(timers: TimerService, timer: Reminder, text: str, length: timedelta | None) -> Receipt | None:
    """Does what the words ask for; None where they ask for something else.

    Raises:
        ConflictError: ``reminder.answered`` where it has run out, or is not paused.
        InputError: ``reminder.length``.
    """
    if _MORE.search(text) and length is not None:
        return timers.lengthen(timer.uid, length, origin=ORIGIN)
    if _GO_ON.search(text):
        return timers.go_on(timer.uid, origin=ORIGIN)
    if _PAUSE.search(text):
        return timers.pause(timer.uid, origin=ORIGIN)
    return None

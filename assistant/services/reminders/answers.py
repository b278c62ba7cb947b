"""A reminder that has come is answered in words: what they mean for it, and the sentence that says so. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from assistant.config.settings import Settings
from assistant.services.reminders.snoozing import moment_said, usual_snooze
from assistant.services.wording.phrases import counted, say
from assistant.services.wording.times import Wording
from assistant.understanding import Context
from assistant.understanding.alert_answers import AlertAct, AlertAnswer, alert_answer
from assistant.understanding.router import found_times
from assistant.understanding.words.table import late

_LENGTH = late(r"(?:snooze|wait)(?: for)? [\w-]+", re.IGNORECASE)
_UNTIL = late(r"\b(?:until|till|to) [\w-]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alerted:
    """What was reminded of: titles, and whether it is an event, which is not done by hearing of it."""

    titles: tuple[str, ...]
    event: bool = False


@dataclass(frozen=True, slots=True)
class AlertReply:
    """What comes of the words.

    Attributes:
        told: One short sentence in the language of the words.
        act: What to do; None where nothing is done.
        until: Until when it is put off, aware; only with LATER.
        understood: False where the words were no answer to a reminder at all.
    """

    told: str
    act: AlertAct | None = None
    until: datetime | None = None
    understood: bool = True


def read_alert_answer(
    words: str, alerted: Alerted, context: Context, settings: Settings, wording: Wording
) -> AlertReply:
    """What the words mean for a reminder that is up. `wording` is in their language."""
    language, now = wording.language, context.now
    title = " ".join(alerted.titles)
    found = next(_answers(words, title, context), None)
    if found is None:
        return AlertReply(say(language, "alert.unknown", words=words), understood=False)
    if found.moves and alerted.event:
        return AlertReply(say(language, "alert.moves"))
    name = alerted.titles[0] if len(alerted.titles) == 1 else counted(language, "reminder", len(alerted.titles))
    if found.act is not AlertAct.LATER:
        return AlertReply(say(language, f"alert.{found.act}", title=name), found.act)
    until = now + usual_snooze(settings) if found.time is None else moment_said(found.time, now, settings)
    if until is None or until <= now:
        return AlertReply(say(language, "alert.past"))
    until = until.astimezone(now.tzinfo)
    today = now.date()
    when = wording.time(until) if until.date() == today else wording.moment(until, None, today=today)
    return AlertReply(say(language, "alert.later", when=when), found.act, until)


def _answers(words: str, title: str, context: Context) -> Iterator[AlertAnswer]:
    """Readings, the plainest first: "an hour" and "snooze fifteen" are said without what makes a time of them."""
    bare = words.strip().rstrip(".。!！")
    tried = [words, f"for {bare}"]
    if _LENGTH.fullmatch(bare):
        tried.append(f"{bare} minutes")
    elif _UNTIL.search(bare):
        tried.append(f"{bare} o'clock")
    for text in tried:
        found = alert_answer(text, found_times(text, context), title)
        if found is not None and (text == words or found.time is not None):
            yield found

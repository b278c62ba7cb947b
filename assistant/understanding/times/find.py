"""The door of the time engine: from a text to its time mentions."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from assistant.understanding.times import (
    en,
    en_spelling,
    feasts,
    rules_edge,
    rules_month,
    rules_repeat_lunar,
    rules_repeat_month,
    rules_weekday,
    zh,
)
from assistant.understanding.times.characters import normalise
from assistant.understanding.times.frames import Frame
from assistant.understanding.times.gather import Gatherer
from assistant.understanding.times.joining import bound_later
from assistant.understanding.times.listed import hours_in_lists
from assistant.understanding.times.localise import wall_of
from assistant.understanding.times.model import TimeContext, TimeKind, TimeMention
from assistant.understanding.times.numbers import join_numbers
from assistant.understanding.times.recur import resolve_repeat
from assistant.understanding.times.resolve import resolve
from assistant.understanding.times.rules_beside import AGAIN
from assistant.understanding.times.rules_clock import CLOCK
from assistant.understanding.times.rules_date import DATE
from assistant.understanding.times.rules_length import JOIN, LENGTH
from assistant.understanding.times.rules_part import PART
from assistant.understanding.times.rules_range import LONE, RANGE
from assistant.understanding.times.rules_relative import RELATIVE
from assistant.understanding.times.rules_repeat import REPEAT
from assistant.understanding.times.rules_within import WITHIN
from assistant.understanding.times.rules_zone import ZONE
from assistant.understanding.times.spans import Scene
from assistant.understanding.times.spelling import Speller
from assistant.understanding.times.tokens import Token, Vocabulary

_ADDED = (
    rules_edge,
    rules_month,
    rules_repeat_month,
    rules_repeat_lunar,
    rules_weekday,
)  # importing them adds their rules to passes
_PASSES = (ZONE, CLOCK, LENGTH, JOIN, DATE, REPEAT, RELATIVE, WITHIN, AGAIN, AGAIN, PART, LONE, RANGE)
_LONGEST_TEXT = 20_000
_MOST_MENTIONS = 32
_MOST_TOKENS = 1_500


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary((en.TABLE, zh.TABLE, feasts.TABLE), Speller(en.SPELLED, en_spelling.SLIPS, en_spelling.PROPER))


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text after all rules, for tests and for counting work."""
    plain = normalise(text)
    tokens = join_numbers(_vocabulary().scan(plain, _MOST_TOKENS))
    for rules in _PASSES:
        tokens = rules.run(tokens, plain)
    return hours_in_lists(tokens)


def find_times(text: str, context: TimeContext) -> tuple[TimeMention, ...]:
    """Find the time expressions of a text.

    Args:
        text: Any text, any length; only its first 1,500 words and 32 mentions count.
        context: Moment and zone of speaking and how to read what can be read in two ways.

    Returns:
        Mentions in text order that do not overlap. Never raises.
    """
    text = text[:_LONGEST_TEXT]
    real = context.now.astimezone(context.zone)
    scene = Scene(wall_of(real, context.zone), real, context.past, context.day_first, context.week_start)
    out: list[TimeMention] = []
    frames = Gatherer(tokens_of(text)).frames()
    bound_later(frames, text)
    for frame in frames:
        mention = _mention(frame, scene, context, text)
        if mention is not None:
            out.append(mention)
            if len(out) == _MOST_MENTIONS:
                break
    return tuple(out)


def _mention(frame: Frame, scene: Scene, context: TimeContext, text: str) -> TimeMention | None:
    if frame.kind == "count":
        return None  # how often, but of nothing
    if frame.kind in ("lead", "duration"):
        length = frame.length
        if length is None:
            return None
        return TimeMention(
            text=text[frame.start : frame.end],
            start_char=frame.start,
            end_char=frame.end,
            kind=TimeKind.DURATION,
            start=None,
            end=None,
            grain=length.grain,
            duration=length.total,
            lead=frame.kind == "lead",
        )
    if frame.prefix == "since":
        scene = replace(scene, past=True)
    try:
        if frame.repeat is not None:
            return resolve_repeat(frame, scene, context.zone, text)
        return resolve(frame, scene, context.zone, text)
    except (ValueError, OverflowError):
        return None  # a date that no calendar holds

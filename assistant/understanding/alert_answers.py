"""What is said to a reminder that has just come: done, later, another time. Pure.

Only words that mean nothing else are taken for an answer: a sentence with a word too many is none, because what it
would do to the reminder nobody asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.understanding.times import TimeMention
from assistant.understanding.words.table import late


class AlertAct(StrEnum):
    """What an answer asks for."""

    DONE = "done"
    LATER = "later"
    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class AlertAnswer:
    """An answer. `time` says until when it is put off, None for the usual length.

    `moves` is True where the words would mean the thing itself as well ("move it to Friday").
    """

    act: AlertAct
    time: TimeMention | None = None
    moves: bool = False


_EDGES = late(r"[\s,.!?;:，。！？、；：…~～\"'“”‘’-]+")
_ACTS = (
    (
        AlertAct.DONE,
        r"(?:(?:i|it|that|this|all|have|has|had|am|is|i'?ve|it'?s|that'?s|i'?m|already|just|now|been|the|task|thing) )*"
        r"(?:done|finished|completed?|did (?:it|that|this)|taken care of|took care of (?:it|that)|got it|ticked off"
        r"|(?:tick|check|cross) (?:it|that|this) off|mark (?:(?:it|that|this) )?(?:as )?(?:done|complete|completed))"
        r"(?: (?:it|that|this|already|now|with (?:it|that|this)))*"
        r"|(?:我|这个|那个|都|已经?|刚刚?|早就?|全部?)*(?:完成|做完|做好|做过|做|办完|办好|弄完|弄好|处理好?|吃过|搞完|知道)(?:了|啦)"
        r"|(?:标记为|设为|标为|我)?(?:已)?完成|搞定(?:了|啦)?|知道|收到了?|明白了?|好了|完事了",
    ),
    (
        AlertAct.LATER,
        r"(?:snoozed?|(?:it'?s )?news|sneeze|later|not (?:now|yet|done(?: yet)?)|in a (?:bit|while|moment)|wait"
        r"|hold on|postpone|put (?:it|this|that) off"
        r"|(?:remind|ask|tell) me (?:again )?(?:later|in a (?:bit|while|moment))|remind me again|do (?:it|that) later"
        r"|(?:i'?ll|i will) do (?:it|that) later|give me a (?:minute|moment|bit|while)|a bit later"
        r"|i (?:have not|haven'?t) done (?:it|that)(?: yet)?)(?: (?:it|this|that))?"
        r"|(?:稍后|稍等|晚点|晚些|晚一点|过会儿?|过一会儿?|待会儿?|等会儿?|等一会儿?|一会儿?|等下|等一下|以后|回头)"
        r"(?:再)?(?:说|提醒我?|叫我|做|弄|来)?(?:吧)?|再等等|推迟(?:一下)?|延后(?:一下)?|还没(?:有)?(?:做|做完|完成|好|弄|呢)?(?:呢)?"
        r"|先不(?:做|弄|管)?",
    ),
    (AlertAct.OPEN, r"(?:open|show)(?: (?:it|this|that|me))?(?: please)?|打开(?:它|看看)?|看看|查看|显示"),
    (AlertAct.CLOSE, r"(?:close|dismiss|hide)(?: (?:it|this|that))?|关闭|关掉|不用了?|忽略"),
)
_WHOLE = tuple((act, late(pattern, re.IGNORECASE)) for act, pattern in _ACTS)
# What may stand beside a time without meaning anything else; ears make "news" and "use" of "snooze".
_BESIDE = late(
    r"(?:\b(?:snoozed?|sneeze|(?:it'?s )?news|(?:let'?s )?use"
    r"|remind|ask|tell|wake|me|again|until|till|to|for|in|at|on|by|after|it|this|that|move|push|postpone"
    r"|put|off|delay|defer|shift|back|give|more|another|extra|later|not|now|wait|just|let'?s|say|make|do|i'?ll|i|will"
    r"|the|reminder|then|hold|come|change|reschedule|bring|up|need|want|can|could|would|you|instead|of|from|an?)\b"
    r"|再|提醒|叫|我|推迟|推|延后|延迟|延|改|挪|移|换|到|至|过|之?后|以后|给|帮|稍|晚|点|一下|那就|就|放|先|不|还|要|等|在|把|它|这个|说|做|弄|来|吧|的)",
    re.IGNORECASE,
)
# Politeness and hesitation, which change nothing anywhere.
_COURTESY = late(
    r"\b(?:please|ok(?:ay)?|yes|yeah|yep|well|so|oh|um+|uh+|hm+|thanks|thank you|right|sure|alright|all right|and)\b"
    r"|好的|好吧|嗯+|哦|啊|谢谢你?|请|那么|呃",
    re.IGNORECASE,
)
_MOVES = late(r"\b(?:move|push|shift|reschedule|change|bring)\b|改|挪|移|换", re.IGNORECASE)


def alert_answer(text: str, times: Sequence[TimeMention], title: str = "") -> AlertAnswer | None:
    """The answer that a sentence is; None where it is something else.

    Args:
        text: What was said.
        times: The times in it, by place in `text`.
        title: What the reminder is called: its words may be said along.
    """
    dated = [one for one in times if one.start is not None or one.duration is not None]
    plain = _act(text) or _act(_without_words(text, title))
    if plain is not None or not dated:
        return plain
    rest = _without(text, times)
    if len(dated) > 1 or dated[0].lead or dated[0].rrule:
        return None
    if _bare(_BESIDE.sub(" ", _without_words(rest, title))):
        return None
    return AlertAnswer(AlertAct.LATER, dated[0], moves=_MOVES.search(rest) is not None)


def _act(text: str) -> AlertAnswer | None:
    said = _bare(text, between=" ")
    found = next((act for act, pattern in _WHOLE if said and pattern.fullmatch(said)), None)
    return AlertAnswer(found) if found is not None else None


def _without(text: str, times: Sequence[TimeMention]) -> str:
    for one in sorted(times, key=lambda one: -one.start_char):
        text = f"{text[: one.start_char]} {text[one.end_char :]}"
    return text


def _without_words(text: str, title: str) -> str:
    """The text without the title, or what of it stands there in one piece."""
    words = [word for word in _EDGES.split(title) if word]
    for size in range(len(words), 0, -1):
        for at in range(len(words) - size + 1):
            piece = r"[\s,，]*".join(re.escape(word) for word in words[at : at + size])
            edge = r"\b" if piece.isascii() else ""
            shorter = re.sub(f"{edge}{piece}{edge}", " ", text, count=1, flags=re.IGNORECASE)
            if shorter != text:
                return shorter
    return text


def _bare(text: str, between: str = "") -> str:
    """Without courtesy and punctuation; what is left is joined by `between`."""
    kept = text.replace("’", "'")
    kept = _COURTESY.sub(" ", kept)
    return between.join(word for word in re.split(r"[^\w']+", kept) if word)

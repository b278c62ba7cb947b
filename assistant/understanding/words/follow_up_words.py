"""Both languages: asking to be reminded of what is not done by then, and to be reminded until it is done.

The patterns run over the mask with its times blotted out, so a gap of several blanks may stand for a time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.understanding.words.table import T, late


@dataclass(frozen=True, slots=True)
class FollowUpWords:
    """One language's ways of saying "if I have not done it by then, remind me".

    Attributes:
        hint: Has to be found, else nothing else is tried.
        glue: A time with the words around it that say nothing else.
        frames: The whole sentence; groups `cond`, `rest` (which has to be empty) and, where it says so, `nag`.
        forms: The condition; groups `title`, or `title` and `verb` where the verb stands behind.
        dropped: At the beginning of a title: a verb that says no more than that it is to be done. The rest names it.
        bases: Participles that a title begins with, as they are said of what is still to be done.
    """

    hint: re.Pattern[str]
    glue: re.Pattern[str]
    frames: tuple[re.Pattern[str], ...]
    forms: tuple[re.Pattern[str], ...]
    dropped: re.Pattern[str]
    bases: Mapping[str, str]


_END = r"[\s,.!?。!？，]*"
_REMIND = (
    r"(?:(?:please|then|just|can you|could you)\s+)*"
    r"(?:remind|ping|nudge|alert|notify|warn|tell|(?P<nag>nag|pester|bug|keep\s+reminding))\s+me(?:\s+again)?"
    r"(?:\s+(?:about|of)\s+(?:it|that))?(?:\s+to\s+do\s+(?:it|so|that))?"
)
_NOT = (
    r"(?:(?:still\s+)?(?:have|had|did|do|am)(?:\s+not|n['’]?t)|['’]ve\s+(?:still\s+)?not|(?:still\s+)?have(?:\s+still)?"
    r"\s+yet\s+to|['’]m\s+not|have\s+still\s+not)"
)
_DONE = r"(?:done|finished|complete(?:d)?|ready|sent|paid|written|handed\s+in|submitted|booked|bought|made|cleaned)"
_PASSIVE = r"(?:(?:is|are|was|were|has|have)(?:\s+still)?(?:\s+not|n['’]?t)(?:\s+been)?|(?:is|are)\s+still\s+not)"

EN = FollowUpWords(
    hint=late(r"\b(?:if|unless|in case)\b.*\bme\b|\bme\b.*\b(?:if|unless|in case)\b"),
    glue=late(rf"(?:\b(?:by|before|until|till|at|on|around|come|as of|in)\s+)*{T}+(?:\s+(?:at the latest|sharp))?"),
    frames=(
        late(rf"(?:if|in\s+case|(?P<unless>unless))\s+(?P<cond>.+?)[\s,]+{_REMIND}(?P<rest>.*?){_END}"),
        late(rf"{_REMIND}(?P<rest>.*?)[\s,]+(?:if|in\s+case|(?P<unless>unless))\s+(?P<cond>.+?){_END}"),
    ),
    forms=(
        late(rf"i(?:\s+|(?=['’])){_NOT}(?:\s+yet)?\s+(?P<title>\S.*?)(?:\s+yet)?\s*"),
        late(rf"(?P<title>\S.*?)\s+{_PASSIVE}(?:\s+yet)?\s+(?P<verb>{_DONE})(?:\s+yet)?\s*"),
    ),
    dropped=late(
        r"(?:managed\s+to\s+|gotten?\s+(?:a)?round\s+to\s+)?(?:finish(?:ed|ing)?|complet(?:e|ed|ing)|done|do|doing"
        r"|get|got|gotten)(?:\s+with)?\s+(?:the\s+|my\s+|our\s+)?"
    ),
    bases={
        "finished": "finish",
        "done": "do",
        "completed": "complete",
        "gotten": "get",
        "got": "get",
        "made": "make",
        "called": "call",
        "phoned": "phone",
        "emailed": "email",
        "mailed": "mail",
        "texted": "text",
        "rung": "ring",
        "sent": "send",
        "paid": "pay",
        "written": "write",
        "bought": "buy",
        "booked": "book",
        "taken": "take",
        "eaten": "eat",
        "gone": "go",
        "left": "leave",
        "replied": "reply",
        "answered": "answer",
        "read": "read",
        "submitted": "submit",
        "handed": "hand",
        "turned": "turn",
        "cleaned": "clean",
        "washed": "wash",
        "started": "start",
        "begun": "begin",
        "watered": "water",
        "fed": "feed",
        "walked": "walk",
        "picked": "pick",
        "packed": "pack",
        "signed": "sign",
        "ordered": "order",
        "fixed": "fix",
        "backed": "back",
        "heard": "hear",
        "checked": "check",
        "asked": "ask",
        "told": "tell",
        "met": "meet",
        "found": "find",
        "put": "put",
    },
)

# What is left to do for "unless I ... by then": the verb stands in its plain or its perfect form.
EN_UNLESS = (
    late(r"i(?:\s+have|['’]ve)?\s+(?P<title>\S.*?)(?:\s+already)?\s*"),
    late(rf"(?P<title>\S.*?)\s+(?:is|are|has\s+been|have\s+been|gets)\s+(?P<verb>{_DONE})\s*"),
)

_NOT_ZH = r"(?:还|還|仍|依然|都)?(?:没有|沒有|没|沒|尚未|未能?|不曾)(?:有)?(?:把|去|来)?"
_DONE_ZH = r"(?:做完|完成|弄完|搞定|弄好|做好|搞完|办好|办完|处理完|处理好|做|写完|寫完|交|发|發|写好|准备好|好|完)"

ZH = FollowUpWords(
    hint=late(r"[没沒未].*我"),
    glue=late(rf"(?:到了?|在|等到|截至|截止到?)?\s*{T}+(?:之前|以前|前|的时候|时|之后|以后|后)?(?=[^,，]|$)"),
    frames=(
        late(
            r"(?:如果|要是|假如|若是|若|万一|倘若|假使)?(?P<cond>.+?)(?:的话|的話|了)?[\s,，]*(?:请|就|那就|那么|那|麻烦|记得|再)*"
            r"(?P<nag>一直|反复|不停地?)?(?:提醒|通知|叫|催|告诉)(?:一下|下)?我(?:一下|一声|一聲)?(?P<rest>.*?)"
            rf"{_END}"
        ),
    ),
    forms=(
        late(rf"[\s,，]*我?[\s,，]*{_NOT_ZH}(?P<title>[^\s,，].*?)(?:了|的话)?\s*"),
        late(rf"[\s,，]*(?:我的?)?(?P<title>[^\s,，我].*?)[\s,，]*(?:我)?{_NOT_ZH}(?P<verb>{_DONE_ZH})(?:了)?\s*"),
    ),
    dropped=late(r"(?:做完|完成|弄完|搞定|弄好|做好|搞完|办好|办完|处理完|处理好|写完|寫完|写好|准备好|做|交|发|發)"),
    bases={},
)

TABLES: Mapping[str, FollowUpWords] = {"en": EN, "zh": ZH}

_DO = (
    r"(?:do|did|done|finish(?:ed)?|completed?|take|took|taken|answer(?:ed)?|confirm(?:ed)?|reply|replied|respond(?:ed)?"
    r"|get up|got up|get it done|acknowledge)"
)
INSISTING: Mapping[str, re.Pattern[str]] = {
    "en": late(
        r"(?:^|(?<=\s))(?:nag|pester|hound|bug)\s+me\b|\bkeep\s+(?:on\s+)?(?:reminding|nagging|pinging|bugging)\s+me\b"
        rf"|,?\s*\b(?:until|till)\s+(?:(?:i|i['’]ve|i\s+have|i['’]m|i\s+am)\s+(?:actually\s+)?{_DO}(?:\s+(?:it|so|that|them))?"
        r"|(?:it|that|this)(?:['’]s|\s+is|\s+has\s+been|\s+gets)\s+(?:done|finished|completed?|taken|paid|sent)"
        r"|i\s+say\s+(?:so|stop)|done|finished|completed?)(?=\s*[,.!]*\s*$|\s+[T])".replace("[T]", T)
        + r"|,?\s*\b(?:again and again|over and over(?: again)?|repeatedly)\b"
    ),
    "zh": late(
        r"(?:一直|反复|反復|不停地?|不断地?|不斷地?)(?=(?:提醒|叫|催|通知))"
        r"|[,，、\s]*(?:直到|直至|到)(?:我)?(?:[^,，。\s]{0,6}?)(?:做完|完成|弄完|搞定|吃完|吃了|做了|做好|办完|办好|写完|交了|付了|打了"
        r"|确认|回应|回复|说停)(?:[它这]|这件事)?(?:为止|為止|了)?(?=[,，。!！\s]*$)"
    ),
}

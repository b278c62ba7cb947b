"""What is said into an answer so that it ends, and for nothing else. Pure."""

from __future__ import annotations

import re

from assistant.understanding.words.table import late

_BETWEEN = late(r"[\s,.!?;:，。！？、；：…~～\"'“”‘’-]+")
_COURTESY = r"(?:please|ok(?:ay)?|yes|yeah|alright|all right|right|no|hey|um+|uh+|thanks|thank you|now)"
_HUSH = (
    r"(?:stop(?: it| that| talking| speaking| reading| there)*|(?:(?:that|it) (?:s |is ))?enough|shut up|hush|sh+"
    r"|(?:be |keep )?(?:quiet|silent)|silence|(?:wait|hold on)(?: a (?:moment|minute|second|bit))?"
    r"|i (?:know|see|get it|got it)|got it)"
)
_ENGLISH = late(rf"(?:{_COURTESY} )*{_HUSH}(?: (?:{_COURTESY}|{_HUSH}))*", re.IGNORECASE)
_CHINESE = late(
    r"(?:好(?:的|吧|了|啦)?|行了?|嗯+|喂|请|谢谢你?|可以了?|我|都|那)*"
    r"(?:停(?:止|下来?|一下|住)?|别(?:再)?(?:说|讲|念|读)|不(?:用|要|必)(?:再)?(?:说|讲|念|读)|够了?|安静(?:一?点|一下)?|闭嘴"
    r"|好了|行了|可以了|(?:我)?(?:知道|明白|晓得)|等(?:等|一?下|一会儿?)|打住)"
    r"(?:了|吧|啊|啦|下去|谢谢你?|好了|好吗|停|等等|别说)*"
)


def only_hushes(text: str) -> bool:
    """True where the words ask for silence and for nothing more."""
    said = _BETWEEN.sub(" ", text).strip()
    return _ENGLISH.fullmatch(said) is not None or _CHINESE.fullmatch(said.replace(" ", "")) is not None

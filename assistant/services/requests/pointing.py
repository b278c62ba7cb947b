"""Words that point at what was shown or asked just before: "the second one", "that", "yes", 第二个, 它, 好的. Pure."""

from __future__ import annotations

import re

from assistant.understanding.words.table import late

_FIRST = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
_HAN = "一二三四五六七八"
_ORDINAL = late(
    r"^(?:no,? |and |then )?(?:the |my |this |that )?(?:"
    rf"(?P<word>{'|'.join(_FIRST)})|(?P<short>\d)(?:st|nd|rd|th)|(?P<last>last|bottom)|(?P<top>top))"
    r"(?: (?:one|item|option|choice|entry|event|meeting|task|reminder))?$"
    rf"|^(?:the )?(?:number|no\.?|option|choice|#) ?(?:(?P<number>\d)|(?P<spelt>{'|'.join(_NUMBERS)}))$|^(?P<bare>\d)$"
    r"|^(?:那?第)(?P<han>[一二三四五六七八\d])(?:个|個|条|條|项|項|场|場)?(?:吧|的)?$"
    r"|^(?P<hanlast>最后|最後)(?:那)?(?:一)?(?:个|個|条|條|项|項|场|場)?(?:吧)?$",
    re.IGNORECASE,
)
_YES = late(
    r"^(?:yes|yep|yeah|yup|sure|ok|okay|right|correct|exactly|go ahead|do it|please do|of course|fine|apply)"
    r"(?:[, ]+(?:please|do it|do that|go ahead|(?:move|delete|cancel|change|complete|add|mark)"
    r"(?: (?:it|them|that|all|done))*|sure|thanks|thank you))*$"
    r"|^(?:是|是的|对|對|对的|好|好的|好吧|可以|行|没错|沒錯|确定|確定|确认|確認|嗯|嗯嗯|当然|當然)(?:[,，]?(?:谢谢|吧|移动|删除|都改))*$",
    re.IGNORECASE,
)
_NO = late(
    r"^(?:no|nope|no thanks|no,? thank you|cancel|never ?mind|don't|do not|stop"
    r"|leave (?:it|them)(?: as (?:it is|they are))?|forget it|neither|none)(?: of (?:them|these|those|the two))?"
    r"(?:[, ]+(?:please|thanks|don't|leave it|never ?mind))*$"
    r"|^(?:两个|三个|哪个)?(?:都|也)?(?:不|不要|不用|不用了|不是|算了|取消|别|別|不必|先不)(?:删除?|移动?|改|动|添加|加)?(?:了|吧)?$",
    re.IGNORECASE,
)
_ONE = late(
    r"^(?:no,? )?the one (?:on |at |with |about |from |in |called |named )?(?P<after>.+)$"
    r"|^(?:no,? )?the (?P<before>.+) one$"
    r"|^(?P<han>.+?)(?:的)?那[个個条條项項场場](?:吧)?$",
    re.IGNORECASE,
)
_PLURAL = late(
    r"\b(?:them|those|these|both|all of (?:them|it))\b|它们|他们|牠們|它們|这些|那些|這些|都|全部", re.IGNORECASE
)
_ALRIGHT = late(r"^(?:ok|okay)$", re.IGNORECASE)
_UNDO = late(
    r"^(?:please )?undo(?: (?:that|it|this|(?:the |my )?last (?:change|action|step|thing)))?$"
    r"|^(?:请|请你|帮我)?撤[销銷回](?:一下|刚才的?|剛才的?|上一步|上个|这个|這個|那个|那個|它|操作|更改)*(?:吧)?$",
    re.IGNORECASE,
)
_PLEASE = late(r"(?:[,，]? *(?:please|thanks|thank you|谢谢))+$", re.IGNORECASE)
_ARTICLE = late(r"^(?:the|my|this|that|with|about|on|at) ", re.IGNORECASE)
_EDGES = " \t\n.,;!?。，；！？、~"


def plain(text: str) -> str:
    """The words without punctuation at their ends and with single spaces."""
    return " ".join(text.split()).strip(_EDGES)


def position(words: str, count: int) -> int | None:
    """Which of `count` shown things the words name by its place, from 0; None where they name none."""
    match = _ORDINAL.match(_PLEASE.sub("", plain(words)))
    if not match or not count:
        return None
    found = match.groupdict()
    if found["last"] or found["hanlast"]:
        return count - 1
    if found["word"]:
        place = _FIRST.index(found["word"].lower())
    elif found["spelt"]:
        place = _NUMBERS.index(found["spelt"].lower())
    elif found["han"] and found["han"] in _HAN:
        place = _HAN.index(found["han"])
    elif found["top"]:
        place = 0
    else:
        place = int(found["short"] or found["number"] or found["bare"] or found["han"]) - 1
    return place if 0 <= place < count else None


def points(words: str) -> bool:
    """True where the words name something by its place."""
    return _ORDINAL.match(plain(words)) is not None


def says_yes(text: str) -> bool:
    """A bare yes to what was asked."""
    return _YES.match(plain(text)) is not None


def says_alright(text: str) -> bool:
    """A bare OK, which is too little for what can not be seen again."""
    return _ALRIGHT.match(plain(text)) is not None


def says_no(text: str) -> bool:
    """A bare no to what was asked."""
    return _NO.match(plain(text)) is not None


def says_undo(text: str) -> bool:
    """Asks to take back what was changed last, and names nothing."""
    return _UNDO.match(_PLEASE.sub("", plain(text))) is not None


def described(text: str) -> str | None:
    """The words that tell one thing from the others: "the *Friday* one", *周五*的那个; None where there are none."""
    said = _PLEASE.sub("", plain(text))
    match = _ONE.match(said)
    return next((group for group in match.groups() if group), None) if match else None


def named(text: str) -> str:
    """The words as they may stand in the name of a thing: "the party", 聚会."""
    return _ARTICLE.sub("", _PLEASE.sub("", plain(text))).strip(_EDGES)


def several(text: str) -> bool:
    """True where more than one thing is pointed at."""
    return _PLURAL.search(text) is not None

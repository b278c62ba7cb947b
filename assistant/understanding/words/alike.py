"""Words that look like times and are none, and numbers that are hours; of both languages."""

from __future__ import annotations

import re

from assistant.understanding.words.table import late

_NO_WEEK = late(
    "一[下本](?= ?(?:[那这這][个個])?[,，]?(?:周|週|星期|礼拜|禮拜))|一下(?=下)|[加记寫写安标]上(?=(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末])"
)
""" "记一下周末…", "一本周末看的书": the second character is no part of the time."""

_NAMED_NIGHT = late(
    r"\b(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|to|tomorrow|tmrw|yesterday"
    r"|last|next|this|that|every|each|the|a|an|one|all|other|same|first|second|late|early|good|at|by|per|of|on|in|for|till|until"
    r"|and|or|to|mid|pm|following|previous|christmas|easter|fawkes|bonfire|burns|walpurgis|twelfth|watch|halloween|thanksgiving|years?|year's|eve|day|school|whole|entire"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|o'clock|tonight|today|friday's|weekend|weekday|workday|call|remind|me|is|was|my|your|our|their) )"
    r"[a-z']+ (?:night(?=[ ,]|$)|(?:evening|morning|weekend)(?= (?:at|with|in|for|from|@) ))"
    r"|\b(?:parents?['’]?|games?|ladies['’]?|open) evening(?= )",
    re.IGNORECASE,
)
""" "Date night at eight": a name, no part of a day."""

_THAT_ONE = late(
    r"\b((?:the|that|this|which|other|first|second|third|fourth|fifth|last|next|previous|[a-z]+day) )(one)"
    r"(?= (?:to|until|till)\b)",
    re.IGNORECASE,
)
""" "Move the second one to five": no stretch from one to five."""

_SAME_TIME = late(
    r"(?<=\w)((?:,? at)?(?: the)? same time)(?= *[.!]?$)"
    r"|(?:的)?((?:同一|同样的?|同樣的?)(?:时间|時間|时候))(?=[。！吧]?$)",
    re.IGNORECASE,
)
""" "Move it to Tuesday, same time": it keeps its hour."""

_ONE_TO_ONE = late(r"\b1[:-]1\b(?![:\d])")
_A_NAME = late(
    "(?<=[老小阿])周一(?=起|块|塊|同)|年夜(?=饭|飯)|下午(?=茶)|早[点點](?=[睡起来來去回走休到出叫喊])|(?<=[周週])日(?=程(?!序))|前(?=往[^后前後])|睡前(?=故事|讀物|读物)|工作日(?=[程志誌])|(?<=[吃煮买買包做])元宵(?![节節])|(?:腊八|臘八|中秋|端午|元宵|重阳|重陽|清明)(?=粥|月饼|月餅|粽|糕|粿|汤圆|湯圓)"
)
""" "和老周一起", 腊八粥: a person and a dish."""

_MOVED_BACK = late("(?<=[延推])[后後](?![天])")
""" "会议延后一个小时": no time behind now."""

_TO_MEET = late("(?<![预預大纽紐])[约約](?![\\d零一二两兩三四五六七八九十半几幾今明后後早晚上下中傍凌])")
""" "明天中午约小赵吃饭": no "about"."""

_HOW_MANY = late("(?<=[还還]有|[还還]剩|.等|.有|.差)[几幾](?=[天日周週个個小分年])")

_EACH = late(r"(?<=[每两二三四五六七八九十\d隔][周月年天])一次|(?<=个月)一次")
""" "每两周一次": no Monday."""

_ON_THE_DAY = late(r"(?<=[节節一夕日号號元端秋阳明至旦])当[天日]|(?<=[节節一夕日号號元端秋陽明至旦])當[天日]")
""" "五一当天早上": of the day just named, not of today."""

_DOTTED = late(
    r"(?<![\d.])(1[0-2]|[1-9])\.(3[01]|[12]\d|0?[1-9])(?= ?(?:[日号號上下早晚中周週凌]|星期|全天|\d{1,2}[:：点點]))"
)
""" "3.15下午三点": a day of a month."""

_BARE_HOUR = late(
    r"^((?:[a-z']+ ){0,7}?(?:moved?|rescheduled?|push(?:ed)?|shift(?:ed)?|changed?|bring|put|postponed?|switch|make)\b.{0,80}? )"
    r"(?<!quarter )(?<!minutes )(?<!twenty )(?<!twenty-five )(?<!at five )(?<!at ten )(to|it|till|until)"
    r"(?= (?:[1-9]|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)"
    r"(?::\d\d)?(?:(?: on| this| next| in the)? "
    r"(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening))?"
    r"(?:(?: instead)?(?:,? (?:please|pls|plz|thanks|thx|thank you|ok(?:ay)?))?[.!?]*$"
    r"|,? (?:because|since|as|so|instead of|rather than) "
    r"|,? and (?:then )?(?:also )?(?:cancel|remind|add|delete|remove|move|set|mark|make|push|put|call)\b))",
    re.IGNORECASE,
)
""" "move lunch to 5", "make it 4": behind a change the number is an hour, as it is behind "at"."""

_FOR_HOUR = late(
    r"\b((?:alarms?|reminders?|wake[- ]?up calls?|alerts?|and another(?: one)?|and one|set (?:one|another(?: one)?)) )for"
    r"(?= (?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=$|[ ,.!?;])"
    r"(?! (?:min|hour|hr|sec|day|week|month|year|person|people|more|of\b|and (?:a )?(?:half|quarter)|half|quarter|[a-z]{2,}s\b)))",
    re.IGNORECASE,
)
""" "An alarm for 7": behind what rings the number is an hour."""

_BY_NOW = late(
    r"(?:(?<=\d)|(?<=\d[ap]m)|(?<=\d [ap]m)|(?<=sday)|(?<=nday)|(?<=iday)) now(?=[,.!]| not| instead|$)"
    r"|(?:(?<=^)|(?<=[,.!] ))now(?=,? (?:please |can you |could you )?(?:remind|set|add|schedule|cancel|move|show|delete|create|mark|wake|put|tell"
    r"|book|start|make|change|push|list|read|what|when)\b)",
    re.IGNORECASE,
)
""" "It is at 5 now, not at 4": no second time."""

_RINGS = late(r"\b(?:remind|ping|nudge|wake|alert|notify|buzz|tell|text) (?:me|us)\b|\balarm\b", re.IGNORECASE)
_IN_SO_LONG = late(
    r"(?<!\w)(after)(?= (?:\d+(?:\.\d+)?|an?|half an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|ninety|a couple of)"
    r" ?(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month)s?\b(?! (?:of|after|and)\b))",
    re.IGNORECASE,
)
""" "Remind me after 20 minutes": counted from now."""

_GOES_ON = late(
    r"((?:should|will|'ll|would|might|to|can) )(last)(?= (?:for |about |around |at least )?(?:\d|an? |one|two|three|four|five|six|half|the whole|all))",
    re.IGNORECASE,
)
""" "It should last 3 hours": a length, not the hours that are over."""

_A_BIT = late(
    r"(?<=[婉貌短长快慢好多少大小高低轻重单细楚确松])一点(?=$|[,.!?，。！？儿的])|三点(?=水)|[两三四]点(?=一线)|一点(?=点|儿|也|都)"
)
""" "改得委婉一点", 三点水: no hour."""

_ENGLISH_NAME = late(
    r"(?:(?<=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] ))(?:(?:bi)?weekly|daily|monthly|quarterly|yearly|annual)(?= ?[a-z])",
    re.IGNORECASE,
)
""" "跟team做weekly review": inside Chinese the name of a thing that happens."""

_NAMES = (
    _BY_NOW,
    _ENGLISH_NAME,
    _MOVED_BACK,
    _TO_MEET,
    _NAMED_NIGHT,
    _A_BIT,
    _ONE_TO_ONE,
    _HOW_MANY,
    _A_NAME,
    _SAME_TIME,
)


def told_apart(text: str) -> tuple[str, str]:
    """Blots out what is no time, and says "at" in front of bare hours. Both texts keep every character's place.

    Returns:
        The text without what is no time, and the same with its hours told.
    """
    text = _NO_WEEK.sub(lambda match: match.group()[0] + ",", text)
    for pattern in _NAMES:
        text = pattern.sub(lambda match: _blotted(match.group()), text)
    text = _DOTTED.sub(r"\1/\2", text)
    text = _ON_THE_DAY.sub("  ", _EACH.sub("  ", text))
    text = _THAT_ONE.sub(lambda match: match.group(1) + "x" * len(match.group(2)), text)
    if _RINGS.search(text):
        text = _IN_SO_LONG.sub("in   ", text)
    text = _GOES_ON.sub(lambda match: match[1] + "for ", text)
    return text, _FOR_HOUR.sub(r"\1at ", _BARE_HOUR.sub(lambda match: match[1] + "at".ljust(len(match[2])), text))


def _blotted(words: str) -> str:
    """Letters that mean nothing, with the spaces where they were."""
    return "".join(" " if char == " " else "x" for char in words)

"""Quick-entry marks: #list, !!! and !!, @place, ~duration, and the / commands of the input bar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from assistant.understanding.clause import COMMAND, Clause
from assistant.understanding.request import Intent
from assistant.understanding.words.table import T

_COMMAND = re.compile(r"/(\w+)(?:[\s:]+|$)")
_COMMANDS = {
    "ask": Intent.CHAT, "提问": Intent.CHAT, "提問": Intent.CHAT, "问": Intent.CHAT,
    "event": Intent.CREATE_EVENT, "日程": Intent.CREATE_EVENT, "活动": Intent.CREATE_EVENT, "活動": Intent.CREATE_EVENT,
    "task": Intent.CREATE_TASK, "todo": Intent.CREATE_TASK, "任务": Intent.CREATE_TASK, "任務": Intent.CREATE_TASK, "待办": Intent.CREATE_TASK, "待辦": Intent.CREATE_TASK,
    "remind": Intent.CREATE_REMINDER, "reminder": Intent.CREATE_REMINDER, "提醒": Intent.CREATE_REMINDER,
    "search": Intent.SEARCH, "搜索": Intent.SEARCH, "搜尋": Intent.SEARCH,
    "translate": Intent.TRANSLATE, "翻译": Intent.TRANSLATE, "翻譯": Intent.TRANSLATE,
    "summarise": Intent.SUMMARIZE, "summarize": Intent.SUMMARIZE, "总结": Intent.SUMMARIZE, "總結": Intent.SUMMARIZE,
    "write": Intent.WRITE, "写": Intent.WRITE, "寫": Intent.WRITE,
    "classify": Intent.CLASSIFY, "分类": Intent.CLASSIFY, "分類": Intent.CLASSIFY,
}  # fmt: skip
_HASH = re.compile(r"(?:(?<=\s)|^|(?<=[^\x00-\x7f]))#([\w-]{1,40})")
_BANGS = re.compile(
    r"(?:(?<=\s)|^|(?<=[^\x00-\x7f]))(!{2,3})(?=\s|$|[^\x00-\x7f])|!(high|low|normal|medium|urgent|高|中|低)(?:优先级)?(?!\w)"
)
_DURATION = re.compile(
    rf"(?:(?<=\s)|^)~ ?(?:(\d+(?:\.\d+)?) ?(?:h|hr|hrs|hours?|小时|小時|个小时)(?: ?(\d+) ?(?:m|min|mins|minutes?|分钟|分鐘))?|(\d+) ?(?:m|min|mins|minutes?|分钟|分鐘)|{T}+)(?![a-z])"
)
_PRIORITY = {
    "!!!": "high",
    "!!": "normal",
    "high": "high",
    "urgent": "high",
    "高": "high",
    "low": "low",
    "低": "low",
    "normal": "normal",
    "medium": "normal",
    "中": "normal",
}


@dataclass(frozen=True, slots=True)
class Shorthand:
    """What the marks said. `evidence` where one of them alone shows that an item is being typed."""

    intent: Intent | None = None
    list: str | None = None
    tags: tuple[str, ...] = ()
    priority: str | None = None
    place: str | None = None
    duration: timedelta | None = None

    @property
    def evidence(self) -> bool:
        return bool(self.list or self.priority or self.duration)


def take_shorthand(clause: Clause) -> Shorthand:
    """Uses the marks up."""
    intent = _command(clause)
    hashes = []
    for match in _HASH.finditer(clause.mask, clause.start, clause.end):
        if T not in match.group():
            hashes.append(clause.written(*match.span(1)))
            clause.take(*match.span(), "list" if len(hashes) == 1 else "tags")
    priority = None
    for match in _BANGS.finditer(clause.mask, clause.start, clause.end):
        priority = _PRIORITY[match.group(1) or match.group(2)]
        clause.take(*match.span(), "priority")
    duration = _duration(clause)
    return Shorthand(intent, hashes[0] if hashes else None, tuple(hashes[1:]), priority, None, duration)


def _command(clause: Clause) -> Intent | None:
    start = clause.start
    match = _COMMAND.match(clause.mask, start, clause.end)
    if not match or match.group(1) not in _COMMANDS:
        return None
    clause.take(*match.span(), COMMAND)
    clause.start = match.end()
    return _COMMANDS[match.group(1)]


def _duration(clause: Clause) -> timedelta | None:
    match = _DURATION.search(clause.mask, clause.start, clause.end)
    if not match:
        return None
    clause.take(*match.span(), "duration")
    hours, minutes, only = match.groups()
    if hours is None and only is None:
        return next((m.duration for m in clause.times if match.start() <= m.start_char < match.end()), None)
    return timedelta(hours=float(hours or 0), minutes=int(minutes or only or 0))

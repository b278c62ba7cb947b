"""Quick-entry marks: #list, !!! and !!, @place, ~duration, and the / commands of the input bar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from assistant.understanding.clause import COMMAND, Clause
from assistant.understanding.request import Intent
from assistant.understanding.words.table import T

_COMMAND = re.compile(r"/(\w+)(?:[\s:]+|$)")
_COMMANDS: dict[str, Intent] = {
    word: intent
    for intent, words in (
        (Intent.CHAT, "ask 提问 提問 问"),
        (Intent.CREATE_EVENT, "event 日程 活动 活動"),
        (Intent.CREATE_TASK, "task todo 任务 任務 待办 待辦"),
        (Intent.CREATE_REMINDER, "remind reminder 提醒"),
        (Intent.SEARCH, "search 搜索 搜尋"),
        (Intent.TRANSLATE, "translate 翻译 翻譯"),
        (Intent.SUMMARIZE, "summarise summarize 总结 總結"),
        (Intent.WRITE, "write 写 寫"),
        (Intent.CLASSIFY, "classify 分类 分類"),
    )
    for word in words.split()
}
_HASH = re.compile(r"(?:(?<=\s)|^|(?<=[^\x00-\x7f]))#([\w-]{1,40})")
_BANGS = re.compile(
    r"(?:(?<=\s)|^|(?<=[^\x00-\x7f]))(!{2,3})(?=\s|$|[^\x00-\x7f])"
    r"|!(high|low|normal|medium|urgent|高|中|低)(?:优先级)?(?!\w)"
)
_HOUR = r"(?:hours?|hrs|hr|h|小时|小時|个小时)"
_MINUTE = r"(?:minutes?|mins|min|m|分钟|分鐘)"
_DURATION = re.compile(
    rf"(?:(?<=\s)|^)~ ?(?:(\d+(?:\.\d+)?) ?{_HOUR}(?: ?(\d+) ?{_MINUTE})?|(\d+) ?{_MINUTE}|{T}+)(?![a-z])"
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

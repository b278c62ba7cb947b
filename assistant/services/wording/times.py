"""Times, days and repeats as people write them, in English and Chinese. Pure: the reader's habits are in the value.

Used for receipts and stored answers, by the commands, and by the window.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from typing import Literal

from assistant.domain.conversation import ReceiptItem
from assistant.domain.journal import JournalEntry
from assistant.domain.rules import ForeignRule, parse_rule
from assistant.services.wording import lunar_words, repeat_words

Language = Literal["en", "zh"]

_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
}
_LONG_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MANY = re.compile(r"(\w+) (\d+) \w+")
_VERBS_ZH = {
    "Added": "添加",
    "Changed": "更改",
    "Moved": "移动",
    "Completed": "完成",
    "Deleted": "删除",
    "Reopened": "重新打开",
    "Restored": "恢复",
    "Paused": "暂停",
    "Continued": "继续",
    "Planned": "安排",
    "Skipped": "跳过",
    "Imported": "导入",
    "Refreshed": "更新",
}
_KINDS_ZH = {
    "event": "日程",
    "task": "任务",
    "reminder": "提醒",
    "alarm": "闹钟",
    "timer": "计时器",
    "follow-up": "跟进提醒",
    "calendar": "日历",
    "list": "清单",
    "file": "文件",
}
_FOUND_EN = {"event": "Event", "task": "Task", "reminder": "Reminder", "message": "Chat"}
_FOUND_ZH = {"event": "日程", "task": "任务", "reminder": "提醒", "message": "对话"}
_RELATIVE = {"en": {-1: "Yesterday", 0: "Today", 1: "Tomorrow"}, "zh": {-1: "昨天", 0: "今天", 1: "明天"}}


@dataclass(frozen=True, slots=True)
class Wording:
    """How one reader wants times written.

    Attributes:
        language: "en" or "zh".
        clock24: 15:00 instead of 3:00 pm.
        day_first: 15 Oct instead of Oct 15; English only.
    """

    language: Language = "en"
    clock24: bool = True
    day_first: bool = True

    @property
    def chinese(self) -> bool:
        """True where sentences are Chinese."""
        return self.language == "zh"

    # ------------------------------------------------------------------------------------------------ days, times

    def time(self, moment: datetime | clock_time) -> str:
        """A clock time: 15:00, 3:00 pm, 下午3:00."""
        hour, minute = moment.hour, moment.minute
        if self.clock24:
            return f"{hour:02}:{minute:02}"
        short = hour % 12 or 12
        if self.chinese:
            return f"{'上午' if hour < 12 else '下午'}{short}:{minute:02}"
        return f"{short}:{minute:02} {'am' if hour < 12 else 'pm'}"

    def short_day(self, day: date, today: date) -> str:
        """A day with its weekday, and the year where that is another: Thu 15 Oct, 10月15日 周四."""
        weekday = _WEEKDAYS[self.language][day.weekday()]
        other_year = day.year != today.year
        if self.chinese:
            return f"{f'{day.year}年' if other_year else ''}{day.month}月{day.day}日 {weekday}"
        month = _MONTHS[day.month - 1]
        if self.day_first:
            return f"{weekday} {day.day} {month}{f' {day.year}' if other_year else ''}"
        return f"{weekday}, {month} {day.day}{f', {day.year}' if other_year else ''}"

    def day(self, day: date, today: date) -> str:
        """The same with Today, Tomorrow or Yesterday in front where it is one of them."""
        near = _RELATIVE[self.language].get((day - today).days)
        told = self.short_day(day, today)
        if near is None:
            return told
        return f"{near} {told}" if self.chinese else f"{near}, {told}"

    def long_day(self, day: date) -> str:
        """A day in full: Wednesday 14 October 2026, 2026年10月14日 星期三."""
        weekday = _LONG_WEEKDAYS[self.language][day.weekday()]
        if self.chinese:
            return f"{day.year}年{day.month}月{day.day}日 {weekday}"
        month = _LONG_MONTHS[day.month - 1]
        return (
            f"{weekday} {day.day} {month} {day.year}" if self.day_first else f"{weekday}, {month} {day.day}, {day.year}"
        )

    def times(self, start: datetime, end: datetime | None) -> str:
        """12:00–13:00; only the start where there is no length."""
        if end is None or end <= start:
            return self.time(start)
        return f"{self.time(start)}–{self.time(end)}"

    def span(self, start_on: date, end_on: date, today: date) -> str:
        """Whole days; `end_on` is exclusive, as everywhere inside, and the text inclusive, as people say it."""
        last = end_on - timedelta(days=1)
        if last <= start_on:
            return self.day(start_on, today)
        return f"{self.short_day(start_on, today)} – {self.short_day(last, today)}"

    def moment(self, start: datetime | date, end: datetime | date | None, *, all_day: bool = False, today: date) -> str:
        """When something is: "Tomorrow, Thu 15 Oct, 15:00–16:00", "明天 10月15日 周四 全天".

        Args:
            start: Aware and in the reader's zone, or a date.
            end: Exclusive; None where there is none.
            all_day: Only the dates count.
            today: The reader's day.
        """
        join = " " if self.chinese else ", "
        if all_day or not isinstance(start, datetime):
            first = start.date() if isinstance(start, datetime) else start
            end_on = end.date() if isinstance(end, datetime) else end
            told = self.span(first, end_on or first + timedelta(days=1), today)
            return f"{told}{join}{'全天' if self.chinese else 'all day'}"
        day = self.day(start.date(), today)
        ends = end if isinstance(end, datetime) else None
        # Until midnight is still the same evening.
        if ends is None or (ends - timedelta(microseconds=1)).date() == start.date():
            return f"{day}{join}{self.times(start, ends)}"
        return f"{day}{join}{self.time(start)} – {self.short_day(ends.date(), today)}{join}{self.time(ends)}"

    # ---------------------------------------------------------------------------------------------------- lengths

    def length(self, span: timedelta) -> str:
        """45 min, 1 h 30 min, 2 days; 45分钟, 1小时30分钟, 2天."""
        minutes = int(span.total_seconds() // 60)
        if minutes < 1:
            seconds = max(0, int(span.total_seconds()))
            return f"{seconds}秒" if self.chinese else f"{seconds} s"
        days, rest = divmod(minutes, 1440)
        hours, minutes = divmod(rest, 60)
        if self.chinese:
            parts = [(days, "天"), (hours, "小时"), (minutes, "分钟")]
            return "".join(f"{number}{unit}" for number, unit in parts if number)
        parts = [(days, "day" if days == 1 else "days"), (hours, "h"), (minutes, "min")]
        return " ".join(f"{number} {unit}" for number, unit in parts if number)

    def late(self, by: timedelta) -> str:
        """Late by 45 min, 已晚 45 分钟."""
        return f"已晚 {self._spaced(by)}" if self.chinese else f"Late by {self.length(by)}"

    def _spaced(self, span: timedelta) -> str:
        minutes = int(span.total_seconds() // 60)
        hours, rest = divmod(minutes, 60)
        parts = [(hours // 24, "天"), (hours % 24, "小时"), (rest, "分钟")]
        return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 分钟"

    def ahead(self, by: timedelta) -> str:
        """In 30 min, 30分钟后."""
        return f"{self.length(by)}后" if self.chinese else f"In {self.length(by)}"

    def lead(self, minutes: int) -> str:
        """30 min before, 提前30分钟; at the start for 0."""
        if minutes == 0:
            return "开始时" if self.chinese else "At the start"
        told = self.length(timedelta(minutes=minutes))
        return f"提前{told}" if self.chinese else f"{told} before"

    # ------------------------------------------------------------------------------------------------------ search

    def found_when(self, item: ReceiptItem | None, at: datetime | None, today: date) -> str:
        """When something is that was found: the day and hours of an item, the day of a conversation."""
        if item is not None and item.start_on is not None:
            start = date.fromisoformat(item.start_on)
            return self.span(start, date.fromisoformat(item.end_on) if item.end_on else start, today)
        if at is None:
            return ""
        if item is None:
            return self.day(at.date(), today)
        end = item.end_at.astimezone(at.tzinfo) if item.end_at is not None else None
        return self.moment(at, end, today=today)

    def found_kind(self, kind: str) -> str:
        """The word for a family of what is found."""
        return _FOUND_ZH[kind] if self.chinese else _FOUND_EN[kind]

    # ---------------------------------------------------------------------------------------------------- journal

    def entry(self, entry: JournalEntry) -> str:
        """A line of the history: "Added event: Lunch", “添加日程：Lunch”."""
        if not self.chinese:
            return entry.label
        head, colon, title = entry.label.partition(": ")
        many = _MANY.fullmatch(entry.label)
        if many:
            return f"{_VERBS_ZH.get(many[1], many[1])} {many[2]} 项"
        verb, _, kind = head.partition(" ")
        told = f"{_VERBS_ZH.get(verb, verb)}{_KINDS_ZH.get(kind, kind)}"
        return f"{told}：{title}" if colon else told

    # ---------------------------------------------------------------------------------------------------- repeats

    def repeat(self, rrule: str) -> str:
        """A rule in words: Every week on Mon, 每周一; "Repeats" where it is beyond words."""
        try:
            rule = parse_rule(rrule)
        except ForeignRule as foreign:
            return lunar_words.foreign(str(foreign), chinese=self.chinese)
        except ValueError:
            return "重复" if self.chinese else "Repeats"
        parts = dict(part.split("=", 1) for part in rule.rest.split(";"))
        try:
            if parts.get("RSCALE") == "CHINESE":
                told = lunar_words.lunar(rule.freq, rule.interval, parts, chinese=self.chinese)
            elif self.chinese:
                told = repeat_words.chinese(rule.freq, rule.interval, parts)
            else:
                told = repeat_words.english(rule.freq, rule.interval, parts, day_first=self.day_first)
        except (ValueError, IndexError):
            return "重复" if self.chinese else "Repeats"
        told += lunar_words.skip(parts, chinese=self.chinese)
        if rule.count is not None:
            return f"{told}，共{rule.count}次" if self.chinese else f"{told}, {rule.count} times"
        if rule.until is not None:
            until = rule.until.date()
            day = f"{until.year}年{until.month}月{until.day}日" if self.chinese else self.short_day(until, date.min)
            return f"{told}，至{day}" if self.chinese else f"{told} until {day}"
        return told


def gigabytes(size: int) -> str:
    """1.1 GB, or MB where it is less than one."""
    return f"{size / 1e9:.1f} GB" if size >= 1_000_000_000 else f"{size / 1e6:.0f} MB"

"""Frames that stand apart and tell of one time: its end said later, its hours or its first day said before."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.understanding.times.frames import FROM_NOW, Frame
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import Weekday
from assistant.understanding.times.rules_range import apply_part
from assistant.understanding.times.rules_repeat import NAMES, WEEKEND, WORKDAYS, by_grain
from assistant.understanding.times.values import PARTS, Repeat

_ONWARD = frozenset(("", "起", "开始", "開始", ","))

_FROM_THEN = frozenset(("起", "开始", "開始"))


def _begin_earlier(frames: list[Frame], index: int, text: str) -> None:
    """Let a beginning said in front count for a repeat: 从下周一起每天, "from Monday, every day"."""
    frame, before = frames[index], frames[index - 1] if index else None
    if before is None or before.prefix not in ("", "from", "starting", "since") or before.date is None:
        return
    between = text[before.end : frame.start].strip(" ,，")
    onward = between in (_ONWARD if before.prefix else _FROM_THEN)
    if before.clock is None and before.repeat is None and frame.since is None and onward:
        frames[index] = replace(frame, start=before.start, since=Frame(date=before.date))
        frames[index - 1] = Frame()


_BETWEEN_CLOCKS = frozenset(("and", "&", ",", "、", "和", "与", "跟"))
_TO_THE_END = re.compile(r"(?:结束|結束|为止|為止|止|截止)?(?=[\s,，。.;；!！]|$)")
_UNIT_WEEK = "WEEKLY"
_FOR_SO_LONG = re.compile(r"[,，。 ]*(?:连续|連續|一共|坚持|堅持|总共|總共|持续|持續|连着|連着)[\u4e00-\u9fff]{0,2}$")


def _clock_earlier(frames: list[Frame], index: int, text: str) -> None:
    """Let an hour said in front count for a repeat: "at 8am and 8pm every day"."""
    frame, before = frames[index], frames[index - 1] if index else None
    if before is None or before.clock is None or frame.clock is None or before.repeat or before.date or before.when:
        return
    between = text[before.end : frame.start].strip(" ")
    if between not in _BETWEEN_CLOCKS or before.clock.minute != frame.clock.minute or before.prefix or before.second:
        return
    more = (frame.clock, *frame.more)
    frames[index] = replace(frame, start=before.start, clock=before.clock, more=more)
    frames[index - 1] = Frame()


def _hour_later(frames: list[Frame], index: int, text: str) -> None:
    """Let the hour said with the last of several weekdays hold for those before it: 周六周日早上六点."""
    frame, before = frames[index], frames[index - 1] if index else None
    if before is None or not isinstance(before.date, Weekday) or not isinstance(frame.date, Weekday):
        return
    if (
        before.clock
        or before.when
        or before.range
        or before.prefix
        or before.second
        or frame.prefix
        or not (frame.clock or frame.range)
    ):
        return
    if text[before.end : frame.start].strip(" ") in ("", "、", "和", "与", "跟", "&", "and"):
        frames[index - 1] = replace(before, clock=frame.clock, range=frame.range, when=frame.when)


def _days_earlier(frames: list[Frame], index: int, text: str) -> None:
    """Let days said in front count for a daily hour: 工作日每天早上九点半, "weekdays, every day at nine"."""
    frame, before = frames[index], frames[index - 1] if index else None
    if before is None or before.repeat is None or frame.repeat is None or before.clock or before.range:
        return
    if frame.repeat.freq != "DAILY" or frame.repeat.interval > 1 or before.repeat.freq != _UNIT_WEEK:
        return
    if text[before.end : frame.start].strip(" ,，的") == "" and before.repeat.days:
        part = before.repeat.part or frame.repeat.part
        frames[index] = replace(frame, start=before.start, repeat=replace(before.repeat, part=part))
        frames[index - 1] = Frame()


_IN_IT = re.compile(r"(?:期间|期間|之内|之內|[里裡内內的中]|,|，| )*")
_FROM_NOW = re.compile(r"(?:接下来|接下來|未来|未來|今后|今後|往后|往後|以后|the (?:next|coming)|next|over the next)")
_LONG = (Grain.week, Grain.month, Grain.year)
_YEARS = (Grain.quarter, Grain.year)
_HOLDS = {"DAILY": (Grain.week, Grain.month, *_YEARS), "WEEKLY": (Grain.month, *_YEARS), "MONTHLY": _YEARS}
"""The stretches that hold several instances of a repeat."""


def _span_earlier(frames: list[Frame], index: int, text: str) -> None:
    """Let a stretch of days said in front bound a repeat: 下周每天早上七点, 接下来十天每晚九点."""
    frame, before = frames[index], frames[index - 1] if index else None
    bound = frame.until or frame.count or frame.lasting or frame.since
    if before is None or frame.repeat is None or bound or frame.repeat.base or before.prefix or before.repeat:
        return
    if before.clock or before.when or before.range or not _IN_IT.fullmatch(text[before.end : frame.start]):
        return
    span, ahead = before.span, _FROM_NOW.match(text[before.start : before.end].lower()) is not None
    if span is not None:
        since, until = Frame(date=span.start), Frame(date=span.end)
    elif before.date is not None and (ahead or before.date.grain in _HOLDS.get(frame.repeat.freq, ())):
        since = until = Frame(date=before.date)
    else:
        return
    notes = frame.notes | {FROM_NOW} if ahead else frame.notes
    frames[index] = replace(frame, start=before.start, since=since, until=until, notes=notes)
    frames[index - 1] = Frame()


_IN_A_ROW = re.compile(r"(?:连续|連續|一连|一連|为期|為期|持续|持續)")


def _length_earlier(frames: list[Frame], index: int, text: str) -> None:
    """Let a length said in front be that of a repeat: 连续五天每天早上八点."""
    frame, before = frames[index], frames[index - 1] if index else None
    if before is None or frame.repeat is None or before.kind != "duration" or before.length is None:
        return
    if frame.count or frame.until or frame.lasting or text[before.end : frame.start].strip(" ,，的"):
        return
    if _IN_A_ROW.match(text[before.start : before.end]):
        frames[index] = replace(frame, start=before.start, lasting=before.length)
        frames[index - 1] = Frame()
        if index > 1:
            frames[index - 2], frames[index - 1] = frames[index - 1], frames[index - 2]


def _row_of_days(frames: list[Frame], index: int, text: str) -> None:
    """Let an hour behind so many days in a row be one of every day: 连续五天早上六点."""
    frame, before = frames[index], frames[index - 1] if index else None
    length = before.length if before is not None and before.kind == "duration" else None
    if before is None or length is None or not length.days or frame.clock is None or frame.date or frame.span:
        return
    if _IN_A_ROW.match(text[before.start : before.end]) and not text[before.end : frame.start].strip(" ,，的"):
        frames[index] = replace(frame, repeat=by_grain(Grain.day, 1))


_BUT_NOT = re.compile(r"[\s,]*(?:except(?: for)?|excluding|but not|apart(?: from)?|excl?\.?)(?: on)?(?: the)?\s*\Z")


_WEEKDAY = re.compile(r"(?:on )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*")
_ONLY_ON = re.compile(r"[\s,]*(?:but )?(?:only|just)(?: on)?(?: the)?\s*\Z|\s*,\s*(?:on )?\Z")
_NEVER = re.compile(r"(?!)")


def _of_most_days(repeat: Repeat) -> bool:
    return repeat.freq == "DAILY" or (repeat.days == WORKDAYS and repeat.interval == 1)


def _days_out(frame: Frame, text: str) -> tuple[str, ...]:
    """The weekdays that a time names: of "except Fridays" and "except Friday at five"."""
    if frame.repeat is not None and frame.repeat.days:
        return frame.repeat.days
    said = _WEEKDAY.match(text[frame.start : frame.end].lower())
    return (said.group(1)[:2].upper(),) if said else ()


def _but_weekends(frames: list[Frame], index: int, text: str) -> bool:
    """Let "except weekends", "except Fridays" and "weekdays only" take days from a repeat of every day."""
    frame = frames[index]
    daily = [i for i, one in enumerate(frames[:index]) if one.repeat is not None and _of_most_days(one.repeat)]
    out = _days_out(frame, text)
    if not daily or (frame.repeat is None and not out):
        return False
    only = frame.repeat is not None and frame.repeat.days == WORKDAYS
    held = (_ONLY_ON if only else _BUT_NOT if out else _NEVER).search(text[frames[index - 1].end : frame.start].lower())
    before = frames[daily[-1]]
    if held is None or before.repeat is None or (only and before.repeat.days):
        return False
    kept = tuple(name for name in before.repeat.days or NAMES if name not in out)
    days = replace(before.repeat, freq=_UNIT_WEEK, days=WORKDAYS if only else kept)
    joined = replace(before, repeat=days, clock=before.clock or frame.clock, range=before.range or frame.range)
    if held.start() == 0 and daily[-1] == index - 1:
        frames[index - 1] = frames[index] = replace(joined, end=frame.end)
    else:
        frames[daily[-1]] = joined
        frames[index] = replace(joined, start=frames[index - 1].end + held.start(), end=frame.end)
    return True


_WEEK = r"(?:[周週]|星期|礼拜|禮拜)"
_DAYS_ZH = (
    rf"(?P<days>周末|週末|双休日|雙休日|工作日|{_WEEK}[一二三四五六日天](?:[、和与,，]?{_WEEK}?[一二三四五六日天])*)"
)
_BUT_ZH = re.compile(
    rf"[,，;；。 ]*(?:除了)?{_DAYS_ZH}都?(?:除外|不用|不算|不要|不响|不響|不需要|休息|跳过|跳過)(?:了|提醒|响|叫)?"
)
_ONLY_ZH = re.compile(rf"[,，;；。 ]*(?:只要|只在|仅限|僅限|仅在|只限|仅|僅|只){_DAYS_ZH}(?:提醒|响|響|有效|才响)?")


def _days_named(said: str) -> tuple[str, ...]:
    """The weekdays of 周末, 工作日 or 周二和周四."""
    if said == "工作日":
        return WORKDAYS
    if said.endswith(("末", "休日")):
        return WEEKEND
    marks = re.sub("星期|礼拜|禮拜", "", said).replace("天", "日")
    return tuple(NAMES["一二三四五六日".index(mark)] for mark in marks if mark in "一二三四五六日")


def _some_days(frame: Frame, repeat: Frame, text: str) -> Frame | None:
    """Of a daily repeat some days only, or not some: 每天七点半叫我，周末除外. None where it is not so."""
    rule = repeat.repeat
    if rule is None or (rule.freq != "DAILY" and rule.days != WORKDAYS) or rule.interval > 1:
        return None
    for pattern, wanted in ((_BUT_ZH, False), (_ONLY_ZH, True)):
        for match in pattern.finditer(text, repeat.end):
            if match.start() <= frame.start and frame.end <= match.end():
                named = _days_named(match["days"])
                days = tuple(name for name in rule.days or NAMES if (name in named) is wanted)
                repeat.repeat = replace(rule, freq=_UNIT_WEEK, days=days)
                return replace(repeat, start=match.start(), end=match.end())
    return None


def _hour_too(frame: Frame, repeat: Frame, text: str) -> bool:
    """Let a further hour behind a repeat count for it: 每天早上八点和晚上八点."""
    clock = frame.clock
    if clock is None or frame.date or frame.repeat or frame.range or frame.prefix or repeat.clock is None:
        return False
    if clock.minute != repeat.clock.minute or text[repeat.end : frame.start].strip(" ") not in _BETWEEN_CLOCKS:
        return False
    part = frame.when.name if frame.when is not None and frame.when.offset is None else ""
    repeat.more = (*repeat.more, apply_part(clock, part, PARTS[part].half) if part else clock)
    repeat.end = frame.end
    return True


def _day_later(frames: list[Frame], index: int, text: str) -> bool:
    """Let a weekday and its hour said behind a bare repeat by the week count for it: 每两周一次，周三下午四点."""
    frame, before = frames[index], frames[index - 1] if index else None
    if before is None or before.repeat is None or before.repeat.freq != _UNIT_WEEK or before.repeat.days:
        return False
    if before.clock or before.when or before.range or not isinstance(frame.date, Weekday) or frame.prefix:
        return False
    if text[before.end : frame.start].strip(" ,，的") not in ("", "一次"):
        return False
    days = replace(before.repeat, days=(NAMES[frame.date.day],))
    frames[index] = replace(frame, start=before.start, date=None, repeat=days)
    frames[index - 1] = Frame()
    return True


def _day_earlier(frames: list[Frame], index: int) -> None:
    """Let a day and an hour said in front begin a bare repeat: "Sunday at 8 take the bins out, every week"."""
    frame, before = frames[index], frames[index - 1] if index else None
    bare = frame.repeat
    if before is None or bare is None or before.date is None or before.prefix or before.repeat or before.second:
        return
    silent = frame.clock or frame.range or frame.when or frame.since or bare.part or bare.base
    timed = before.clock is not None or before.range is not None
    if silent or bare.days or bare.month_days or bare.months or (bare.freq == "DAILY" and not timed):
        return
    if bare.freq == _UNIT_WEEK and isinstance(before.date, Weekday):
        bare = replace(bare, days=(NAMES[before.date.day],))
    frames[index - 1] = replace(before, repeat=bare, date=None, since=Frame(date=before.date))
    frames[index] = replace(frames[index - 1], start=frame.start, end=frame.end)


def _until_said_with_to(frame: Frame, text: str) -> None:
    """Read 到 before a day that ends a clause as the end of a repeat: 每周二瑜伽，到六月底结束."""
    if (
        frame.prefix
        or frame.date is None
        or frame.clock
        or frame.range
        or text[frame.start - 1 : frame.start] not in ("到", "至")
    ):
        return
    closed = _TO_THE_END.match(text, frame.end)
    if closed:
        frame.prefix, frame.start, frame.end = "until", frame.start - 1, closed.end()


def _second_lead(frames: list[Frame], index: int, text: str) -> None:
    """Let a length behind a lead be a lead as well: 提前15分钟和1小时."""
    frame, before = frames[index], frames[index - 1] if index else None
    if before is None or (before.kind, frame.kind) != ("lead", "duration"):
        return
    if text[before.end : frame.start].strip(" ") in ("和", "、", "及", "与"):
        frame.kind = "lead"


def _fewer_days(frames: list[Frame], index: int, repeat: Frame | None, text: str) -> Frame | None:
    """The repeat, where a time only says which of its days are meant or are not."""
    some = _some_days(frames[index], repeat, text) if repeat is not None else None
    if some is not None:
        frames[index] = some
        return repeat
    less = repeat is not None and frames[index].repeat is None and _but_weekends(frames, index, text)
    return frames[index] if less else None


def bound_later(frames: list[Frame], text: str) -> None:
    """Let an end said further on count for a repeat: "every day at 8 stretch until 31 December", "… for 8 weeks".

    Such a frame becomes a repeat as well, with the same rule: its words belong to the time and not to the title.
    """
    repeat: Frame | None = None
    for index, frame in enumerate(frames):
        _hour_later(frames, index, text)
        _second_lead(frames, index, text)
        if frame.repeat is None:
            _row_of_days(frames, index, text)
            frame = frames[index]
        fewer = _fewer_days(frames, index, repeat, text)
        if fewer is not None:
            repeat = fewer
            continue
        if frame.repeat is not None or _day_later(frames, index, text):
            _length_earlier(frames, index, text)
            _begin_earlier(frames, index, text)
            _span_earlier(frames, index, text)
            _clock_earlier(frames, index, text)
            _days_earlier(frames, index, text)
            _day_earlier(frames, index)
            _but_weekends(frames, index, text)
            repeat = frames[index]
            continue
        if repeat is not None:
            _until_said_with_to(frame, text)
            if _hour_too(frame, repeat, text):
                frames[index] = Frame()
                continue
        if repeat is None or repeat.until is not None or repeat.count or repeat.lasting is not None:
            continue
        length = frame.length
        told = _FOR_SO_LONG.search(text, repeat.end, frame.start) if frame.kind == "duration" else None
        row = length is not None and not length.seconds and _IN_A_ROW.match(text[frame.start : frame.end]) is not None
        if frame.prefix == "until" and frame.date is not None and frame.clock is None:
            repeat.until = Frame(date=frame.date)
        elif frame.kind == "duration" and length is not None and (told or row or length.grain in _LONG):
            repeat.lasting = length
            frame.start = told.start() if told else frame.start
        elif frame.kind == "count":
            repeat.count = frame.count
        elif frame.prefix == "starting" and frame.date is not None and frame.clock is None and repeat.since is None:
            repeat.since = Frame(date=frame.date)
        else:
            continue
        frames[index] = replace(repeat, start=frame.start, end=frame.end)

"""Times said by what they stand beside: "an hour before the meeting", 开会前半小时, "after the dentist"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.understanding.clause import COMMAND, Clause
from assistant.understanding.ends import OF_THE_CLOCK
from assistant.understanding.times import TimeKind, TimeMention
from assistant.understanding.words.table import T

_DEFAULT_LEAD = 15
"""Minutes of "remind me before the meeting"."""

_DAY = 1440


@dataclass(frozen=True, slots=True)
class Beside:
    """The words that name an existing item, and how far from it: so long before its start, or after its end.

    Both None where a time of the item was said, so that the moment is known without it.
    """

    words: str
    minutes_before: int | None = None
    minutes_after: int | None = None

    @property
    def counted(self) -> bool:
        """True where the moment is known from the words alone."""
        return self.minutes_before is None and self.minutes_after is None


def take_beside(clause: Clause) -> Beside | None:
    """Uses up the words of an item that a reminder is counted from; None where there are none.

    Only of a request to be reminded: that begins with it, or whose first words are such a time.
    """
    words = clause.words
    asked = words.rings.match(clause.mask, clause.start, clause.end)
    for pattern in words.beside:
        for match in pattern.finditer(clause.mask, clause.start, clause.end):
            start, end = match.span("item")
            first = match.start() <= clause.start or not clause.mask[clause.start : match.start()].strip(" ,在" + T)
            rings = words.rings.search(clause.mask, match.end(), clause.end) if first else asked
            if rings is None or not _names_an_item(clause, start, end) or _is_dated(clause, match):
                continue
            if not first and _of_an_errand(clause, asked, match):
                continue
            found = _distance(clause, match.span(), match.group("way"))
            if found is None:
                continue
            name = clause.written(start, end).strip()
            left, right = match.span()
            clause.take(left, right, COMMAND)
            if left <= clause.start:
                clause.start = right + len(clause.mask[right:]) - len(clause.mask[right:].lstrip(" ,"))
            return replace(found, words=name)
    return None


def _is_dated(clause: Clause, match: re.Match[str]) -> bool:
    """Of 周五三点面试提前一小时提醒 the item is said with its hour: a new one with an alert."""
    said = clause.words.forward.match(clause.clean.low[match.end("way") :].lstrip())
    return said is not None and any(
        mention.grain in OF_THE_CLOCK and mention.kind is TimeKind.INSTANT and mention.end_char <= match.start("item")
        for mention in clause.times
    )


def _of_an_errand(clause: Clause, asked: re.Match[str] | None, match: re.Match[str]) -> bool:
    """Of "at nine to warm up before the race" the hour was said, so the race only belongs to what is to be done."""
    if asked is None or clause.mask[match.start()] == T:
        return False
    between = clause.mask[asked.end() : match.start()]
    timed = any(mention.grain in OF_THE_CLOCK and mention.start is not None for mention in clause.times)
    return timed and " to " in between


def _names_an_item(clause: Clause, start: int, end: int) -> bool:
    words = clause.words
    name = clause.mask[start:end].strip()
    if not name or words.no_item.fullmatch(name):
        return False
    return words.happening.search(name) is not None or words.owned.match(name) is not None


def _distance(clause: Clause, span: tuple[int, int], way: str) -> Beside | None:
    """How far: a lead or a length beside the words, or a bare before or after."""
    start, end = span
    near = [mention for mention in clause.times if mention.kind is TimeKind.DURATION and mention.duration]
    near = [mention for mention in near if start <= mention.start_char and mention.end_char <= end]
    if clause.words.later.search(way):
        minutes = round(near[0].duration.total_seconds() / 60) if near and near[0].duration else 0
        clause.times = [mention for mention in clause.times if mention not in near]
        return Beside("", minutes_after=minutes)
    leads = [mention for mention in near if mention.lead]
    if leads:
        return _before(clause, leads[0])
    if way:
        return Beside("", minutes_before=_DEFAULT_LEAD) if not near else None
    return _days_before(clause, span)


def _days_before(clause: Clause, span: tuple[int, int]) -> Beside | None:
    """Of 牙医前一天: alone 前一天 is a day that is over; behind an item it is how long before."""
    for mention in clause.times:
        if not (span[0] <= mention.start_char and mention.end_char <= span[1]) or mention.text[:1] != "前":
            continue
        length = next((found.duration for found in clause.find(mention.text[1:]) if found.duration), None)
        if length is not None:
            clause.times = [other for other in clause.times if other is not mention]
            return Beside("", minutes_before=round(length.total_seconds() / 60))
    return None


def _before(clause: Clause, lead: TimeMention) -> Beside:
    """So long before the item; a stated moment of it is moved, and then the item need not be found."""
    minutes = round(lead.duration.total_seconds() / 60) if lead.duration else 0
    dated = [mention for mention in clause.times if not mention.lead and mention.kind is not TimeKind.DURATION]
    if len(dated) == 1 and not dated[0].rrule and (dated[0].grain in OF_THE_CLOCK or minutes >= _DAY):
        return Beside("")
    return Beside("", minutes_before=minutes)

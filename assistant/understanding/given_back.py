"""Times that are words of a name after all: feasts and years in titles, numbers of houses."""

from __future__ import annotations

import re

from assistant.understanding.clause import Clause
from assistant.understanding.ends import OF_THE_CLOCK, counts, is_clock
from assistant.understanding.times import Grain, TimeKind, TimeMention
from assistant.understanding.words.table import T

_NUMBER = re.compile(r"(?:at |no\.? )?\d{1,4}$", re.IGNORECASE)
_BESIDE = re.compile(r"(?= ?[a-z\u3400-\u9fff])")
_LONG = (Grain.week, Grain.month, Grain.quarter, Grain.year)
_YEARS = re.compile(r"(?:19|20)\d\d ?(?:-|–|to|through) ?(?:19|20)\d\d")
"""Of "sort photos 2019-2021": years that things are of."""

_QUARTERS = re.compile(r"[一二三四1-4]季度")
"""Of 讨论三季度预算: no length of three quarters."""

_EDGE = re.compile(r"[年季月周]度?[初中底末]$")
"""Behind an hour part of a name: 下午两点年底盘点."""


def give_back_holidays(clause: Clause) -> None:
    """A feast beside another date is part of a name ("Christmas party on the 12th"): its words go to the title."""
    dated = [mention for mention in clause.times if not mention.lead and mention.kind is not TimeKind.DURATION]
    if len(dated) < 2:
        return
    for mention in dated:
        elsewhere = any(
            other is not mention and not is_clock(other) and not (other.rrule and other.rrule == mention.rrule)
            for other in clause.times
            if counts(other)
        )
        said = mention.text.lower()
        named = mention.start_char == clause.start and clause.words.day_name.fullmatch(said) is not None
        attribute = (mention.holiday and mention.rrule is None) or named or clause.words.regular.fullmatch(said)
        if attribute and elsewhere and _beside_words(clause, mention):
            clause.times = [other for other in clause.times if other is not mention]
            clause.free_time(mention.start_char, mention.end_char)


def give_back_numbers(clause: Clause) -> None:
    """Of "At 12 Main Street", "room 4": a number beside a name, after an hour was said, is no second hour."""
    timed = [mention for mention in clause.times if counts(mention) and mention.grain in OF_THE_CLOCK]
    for mention in timed:
        after = clause.clean.text[mention.end_char : mention.end_char + 2]
        named = len(after) == 2 and after[0] == " " and after[1].isupper() and len(timed) > 1
        address = clause.words.address.match(clause.mask, mention.end_char, clause.end)
        if _NUMBER.match(mention.text) and (address or (named and mention is not timed[0])):
            clause.times.remove(mention)
            clause.free_time(mention.start_char, mention.end_char)


def give_back_attributes(clause: Clause) -> None:
    """Of "The summer party", "my weekend list": a vague span between an article and a noun is part of a name."""
    for mention in list(clause.times):
        vague = mention.kind is TimeKind.INTERVAL and mention.grain not in (Grain.hour, Grain.minute, Grain.second)
        before = clause.mask[clause.start : mention.start_char]
        after = clause.mask[mention.end_char : clause.end]
        if (
            vague
            and (clause.words.article_before.search(before) or clause.words.article.match(mention.text.lower()))
            and clause.words.noun_after.match(after)
        ) or _is_a_name(clause, mention, before, after):
            clause.times.remove(mention)
            clause.free_time(mention.start_char, mention.end_char)


def _is_a_name(clause: Clause, mention: TimeMention, before: str, after: str) -> bool:
    """A list ("weekend list"), a person ("call June") or a haste ("asap") that only looks like a time."""
    words, said = clause.words, mention.text.lower()
    if words.kept_list.match(after) or words.haste.fullmatch(said):
        return True
    return words.given_name.fullmatch(said) is not None and words.met.search(before) is not None


def give_back_named_days(clause: Clause, begin: int) -> None:
    """Of 晚上提醒我准备下周的课件: behind the hour, a day between a verb and its object is part of the title.

    Said alone it is so only of a feast, a week or more behind a verb of what is to be done, which begins at `begin`.
    """
    words, mask = clause.words, clause.mask
    for years in [one for one in clause.times if _YEARS.fullmatch(one.text) or _QUARTERS.fullmatch(one.text)]:
        clause.times.remove(years)
        clause.free_time(years.start_char, years.end_char)
    dated = [mention for mention in clause.times if counts(mention)]
    for mention in dated:
        named = mention.grain in _LONG or mention.holiday
        done = named and words.doing.fullmatch(mask, begin, mention.start_char)
        if mention is dated[0] and not done:
            continue
        owned = words.owner_after.match(mask, mention.end_char, clause.end)
        topic = not words.spaced and (mention.grain in _LONG or _EDGE.search(mention.text) is not None)
        if owned is None and (topic or (done and (mention.holiday or mention is not dated[0]))):
            owned = _BESIDE.match(mask, mention.end_char, clause.end)
        before = mask[: mention.start_char].rstrip()[-1:]
        topic = topic and dated[0].grain in OF_THE_CLOCK
        beside = topic if before == T else before.isalpha()
        if owned and mention.rrule is None and beside and not is_clock(mention):
            clause.times.remove(mention)
            clause.free_time(mention.start_char, mention.end_char)
            clause.free(mention.end_char, owned.end())


def _beside_words(clause: Clause, mention: TimeMention) -> bool:
    after = clause.mask[mention.end_char : clause.end].lstrip()
    return bool(after) and after[0].isalnum()

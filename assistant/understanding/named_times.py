"""Times among the words of a name: "Halloween party", "print tomorrow's agenda", "pay June's rent"."""

from __future__ import annotations

import re

from assistant.understanding.clause import COMMAND, TIME, Clause
from assistant.understanding.ends import OF_THE_CLOCK, counts, is_clock
from assistant.understanding.times import Grain, TimeKind, TimeMention

_MONTHS = (Grain.month, Grain.quarter, Grain.year)
_ARTICLE = re.compile(r"\b(?:the|my|our|an?|his|her|their) ")
_NO_DAY = ("the", "about", "of")
"""Words before a feast that make no day of it: "about the Halloween party"."""


def keep_names(clause: Clause, begin: int, *, event: bool) -> None:
    """Gives the words of times that name what is made back to its title; the request's own words end at `begin`.

    "June's rent" and, beside another day, "tomorrow's agenda" tell no time at all; "Halloween party" tells both.
    """
    dated = [mention for mention in clause.times if counts(mention)]
    begin = max(begin, clause.start)
    for mention in dated:
        if mention.holiday and _names_a_feast(clause, begin, mention):
            clause.slots[mention.start_char : mention.end_char] = [""] * (mention.end_char - mention.start_char)
        elif mention.kind is TimeKind.INSTANT and is_clock(mention):
            _keep_hour(clause, begin, mention, dated, event=event)
        elif mention.text.lower().endswith("'s") and not mention.holiday:
            _keep_owned(clause, begin, mention, dated)


def _keep_hour(clause: Clause, begin: int, mention: TimeMention, dated: list[TimeMention], *, event: bool) -> None:
    """Of "remind me at five to catch the 5:40 train" the second hour names the train."""
    words, mask = clause.words, clause.mask
    article = _ARTICLE.search(mention.text.lower()) or words.article_before.search(mask[begin : mention.start_char])
    if mention.start_char < begin or article is None or not words.noun_after.match(mask, mention.end_char, clause.end):
        return
    clocks = [other for other in dated if other is not mention and other.grain in OF_THE_CLOCK]
    if clocks or not event:
        inside = article.start() if article.re is _ARTICLE else 0
        _give_back(clause, mention, inside, told=not clocks)


def _keep_owned(clause: Clause, begin: int, mention: TimeMention, dated: list[TimeMention]) -> None:
    others = [other for other in dated if other is not mention]
    elsewhere = any(not is_clock(other) or other.end_char < mention.start_char for other in others)
    of_a_month = mention.grain in _MONTHS
    word = clause.mask.rfind(" ", begin, max(mention.start_char - 1, begin)) + 1
    owned = clause.words.of_that_day.match(clause.mask, max(word, begin), clause.end)
    first = of_a_month and elsewhere and not clause.mask[begin : mention.start_char].strip()
    if first or (owned is not None and _behind_words(clause, begin, mention)):
        _give_back(clause, mention, 0, told=not elsewhere and not of_a_month)


def _behind_words(clause: Clause, begin: int, mention: TimeMention) -> bool:
    """Free words stand before it, so that it is no time that the item begins with ("add tomorrow's lunch")."""
    before = range(begin, mention.start_char)
    return any(not clause.slots[i] and clause.mask[i].isalpha() for i in before)


def _names_a_feast(clause: Clause, begin: int, mention: TimeMention) -> bool:
    words, mask = clause.words, clause.mask
    glue = words.before_time.search(mask, begin, mention.start_char)
    if mention.start_char < begin or (glue and glue.group().split()[-1] not in _NO_DAY):
        return False
    after = words.noun_after.match(mask, mention.end_char, clause.end)
    if after is None or words.rings.match(mask, mention.end_char + 1, clause.end):
        return False
    does = words.doing.match(mask, mention.end_char + 1, clause.end)
    return does is None or words.happening.match(mask, mention.end_char + 1, clause.end) is not None


def _give_back(clause: Clause, mention: TimeMention, inside: int, *, told: bool) -> None:
    """Its words from `inside` on, or with what ties it to those before, are free; it tells a time if `told`."""
    start = mention.start_char + inside
    glue = None if inside else clause.words.before_time.search(clause.mask, max(clause.start, start - 40), start)
    for i in range(glue.start() if glue else start, mention.end_char):
        if clause.slots[i] in (COMMAND, TIME):
            clause.slots[i] = ""
    if not told:
        clause.times = [other for other in clause.times if other is not mention]
        clause.free_time(start, mention.end_char)

"""A sentence to what it asks for, by rules; says where the rules are unsure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from assistant.understanding.clause import Clause, mask_of, quoted_spans
from assistant.understanding.clean import Clean, clean
from assistant.understanding.intents import BEYOND_DOUBT
from assistant.understanding.language import detect
from assistant.understanding.reading import Reading, read
from assistant.understanding.request import Context, Intent, Request, Route, Understanding
from assistant.understanding.several import read_all
from assistant.understanding.times import TimeContext, TimeMention, find_times
from assistant.understanding.trust import worth_asking
from assistant.understanding.words import words_of
from assistant.understanding.words.alike import told_apart

_LONGEST = 400
"""Longer texts are no quick requests: they are talk, or a text to work on, and only their beginning is read."""

_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]{2}")
"""A word: a letter alone ("room A") asks for nothing, and no rule of English knows it."""

_ASKED = 200
"""Longer texts are no wish in words that no rule knows."""

_COMMAND = 0.93
"""Weights from here on come from command words."""

_SHAPED = 0.84
"""The weight of an item that is told by its shape alone."""

_CLOSE = 0.06
"""Readings nearer than this are both likely."""


def understand(text: str, context: Context) -> Understanding:
    """Reads one sentence.

    Never raises, whatever the text. Takes well under 5 ms for a sentence and under 100 ms for any text.
    """
    language = detect(text[:_LONGEST])
    if not text.strip():
        return Understanding(
            text=text, requests=(_talk(0.5),), route=Route.RULES, language=context.language or language, sure=True
        )
    tidy = _tidied(text)
    finder = _Finder(tidy, context, language)
    mentions = finder(tidy.text)
    best = _read(tidy, language, mentions, finder)
    if _mixed(tidy.text) and (language == "en" or _LATIN.search(tidy.text)):
        other = _read(tidy, "en" if language == "zh" else "zh", mentions, finder)
        if _clearer(other, best):
            best = other
    requests = tuple(_in_place(tidy, reading.request) for reading in best)
    if len(text) > _LONGEST and any(request.writes for request in requests):
        requests = (_talk(0.6),)
    mask = mask_of(tidy, mentions)
    sure = all(_sure(r) for r in best) and not (
        len(requests) == 1 and len(text) <= _ASKED and worth_asking(requests[0], mask, language)
    )
    return Understanding(text=text, requests=requests, route=Route.RULES, language=language, sure=sure)


def _tidied(text: str) -> Clean:
    """The clean text; a language whose letters do not occur has nothing to tidy, and its table is not even loaded."""
    text = text[:_LONGEST]
    tables = [words_of("en")] if _LATIN.search(text) else []
    tables += [words_of("zh")] if _has_han(text) else []
    return clean(text, tuple(tables))


def _talk(confidence: float) -> Request:
    return Request(intent=Intent.CHAT, confidence=confidence)


def found_times(text: str, context: Context) -> tuple[TimeMention, ...]:
    """The times of a sentence, in places of the written text: what a model may point at by number."""
    tidy = _tidied(text)
    return tuple(_written(tidy, mention) for mention in _Finder(tidy, context, detect(text[:_LONGEST]))(tidy.text))


def read_as(text: str, intent: Intent, context: Context) -> Request:
    """The whole sentence as one request of a given intent."""
    language = detect(text[:_LONGEST])
    tidy = _tidied(text)
    finder = _Finder(tidy, context, language)
    reading = read(_clause(tidy, language, finder(tidy.text), finder), intent)
    return _in_place(tidy, reading.request)


def _clearer(other: list[Reading], usual: list[Reading]) -> bool:
    """The words of the sentence's second language are a clear command and those of its first are not."""
    theirs, ours = other[0].request, usual[0].request
    if theirs.intent is ours.intent and ours.confidence >= _SHAPED:
        return False
    bar = max(ours.confidence, BEYOND_DOUBT + 0.01) if ours.writes and ours.confidence >= _COMMAND else ours.confidence
    return theirs.writes and theirs.confidence >= _COMMAND and theirs.confidence > bar


def _mixed(text: str) -> bool:
    return any("a" <= char.lower() <= "z" for char in text) and any(char >= "\u3400" for char in text)


def _has_han(text: str) -> bool:
    return any("\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" for char in text)


def _without_it(mention: TimeMention, text: str) -> TimeMention:
    """Of "make it 4" and "move it to 4" the words in front are no part of the hour."""
    start = mention.start_char
    if text[start : start + 3].lower() not in ("it ", "to "):
        return mention
    return replace(mention, start_char=start + 3, text=text[start + 3 : mention.end_char])


class _Finder:
    """The time engine with the context of one sentence."""

    def __init__(self, tidy: Clean, context: Context, language: str) -> None:
        known: Literal["en", "zh"] | None = None if _mixed(tidy.text) else "zh" if language == "zh" else "en"
        self._context = TimeContext(
            now=context.now, zone=context.zone, lang=known, day_first=context.day_first, week_start=context.week_start
        )
        self.today = context.now.astimezone(context.zone).date()

    def __call__(self, text: str) -> tuple[TimeMention, ...]:
        text, hours = told_apart(text)
        found = find_times(hours, self._context)
        return tuple(_without_it(mention, text) for mention in found)


def _read(tidy: Clean, language: str, mentions: tuple[TimeMention, ...], finder: _Finder) -> list[Reading]:
    return read_all(_clause(tidy, language, mentions, finder))


def _clause(tidy: Clean, language: str, mentions: tuple[TimeMention, ...], finder: _Finder) -> Clause:
    spans = quoted_spans(tidy.low)
    open_times = [m for m in mentions if not any(a < m.start_char and m.end_char < b for a, b in spans)]
    mask = mask_of(tidy, tuple(open_times))
    return Clause(tidy, words_of(language), mask, 0, len(mask), open_times, finder.today, finder)


def _in_place(tidy: Clean, request: Request) -> Request:
    """The times with the places and words of the written text."""
    return replace(request, times=tuple(_written(tidy, mention) for mention in request.times))


def _written(tidy: Clean, mention: TimeMention) -> TimeMention:
    start, end = tidy.origin(mention.start_char, mention.end_char)
    start += len(tidy.written[start:end]) - len(tidy.written[start:end].lstrip())
    return replace(mention, text=tidy.written[start:end], start_char=start, end_char=end)


def _sure(reading: Reading) -> bool:
    return abs(reading.writing - reading.talking) > _CLOSE or max(reading.writing, reading.talking) > BEYOND_DOUBT

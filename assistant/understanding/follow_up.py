"""Reminders with a condition: if I have not finished it by five; and those that go on until it is done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understanding.clause import Clause, trim
from assistant.understanding.words.follow_up_words import EN_UNLESS, INSISTING, TABLES, FollowUpWords
from assistant.understanding.words.table import T

NAG = "nag"
_WORDS = re.compile(r"[^\s,.!?。！，]")
_GAP = re.compile(r"\s{2,}|[,，]")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What should be done by then.

    Attributes:
        title: As a task would be called.
        reference: The words that a task which is there already goes by.
        spans: Where its words stand in the clean text.
        nags: To be reminded of until it is done.
    """

    title: str
    reference: str
    spans: tuple[tuple[int, int], ...]
    nags: bool


def find_follow_up(clause: Clause) -> FollowUp | None:
    """The follow-up that the whole sentence asks for; None where it asks for something else."""
    table = TABLES.get(clause.words.language)
    if table is None or not table.hint.search(clause.mask, clause.start, clause.end):
        return None
    trim(clause)
    bare = _without_times(clause, table)
    for frame in table.frames:
        match = frame.fullmatch(bare, clause.start, clause.end)
        if match is None or _WORDS.search(match["rest"]):
            continue
        forms = EN_UNLESS if match.groupdict().get("unless") else table.forms
        low, high = match.span("cond")
        while low < high and bare[low] in " ,，":
            low += 1
        for form in forms:
            said = form.fullmatch(bare, low, high)
            if said is not None:
                found = _named(clause, table, bare, said)
                return FollowUp(*found, nags=match.groupdict().get("nag") is not None)
    return None


def _without_times(clause: Clause, table: FollowUpWords) -> str:
    """The mask with blanks for its times and what belongs to them; every character keeps its place."""
    return table.glue.sub(lambda found: " " * len(found.group()), clause.mask).replace(T, " ")


def _named(
    clause: Clause, table: FollowUpWords, bare: str, said: re.Match[str]
) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    """Title, reference and places of what the condition is about."""
    start, end = said.span("title")
    spans: list[tuple[int, int]] = []
    at = start
    for gap in (*_GAP.finditer(bare, start, end), None):
        stop = end if gap is None else gap.start()
        if bare[at:stop].strip():
            spans.append((at, stop))
        at = stop if gap is None else gap.end()
    glue = " " if clause.words.spaced else ""
    title = glue.join(clause.written(*span).strip() for span in spans).strip(" ,.，。")
    short = table.dropped.match(title.lower())
    reference = title[short.end() :] if short is not None and short.end() < len(title) else title
    if "verb" in said.re.groupindex:
        title = _with_verb(clause, table, title, said["verb"].strip())
    else:
        first, _, rest = title.partition(" ")
        plain = f"{table.bases.get(first.lower(), first)} {rest}".strip()
        reference = plain if reference == title else reference
        title = plain
    return title, clause.words.article.sub("", reference) or reference, tuple(spans)


def _with_verb(clause: Clause, table: FollowUpWords, title: str, verb: str) -> str:
    """Puts the verb in front: the report isn't sent, send the report; 报告还没交, 交报告."""
    if clause.words.spaced:
        return f"{table.bases.get(verb, 'finish')} {title}"
    return f"{'完成' if verb in ('做', '好', '完') else verb}{title}"


def take_insistence(clause: Clause) -> str | None:
    """Uses up what says that a reminder shall not give up, and says how it insists."""
    pattern = INSISTING.get(clause.words.language)
    if pattern is None:
        return None
    found = list(pattern.finditer(clause.mask, clause.start, clause.end))
    for match in found:
        clause.take(*match.span(), "insists")
    return NAG if found else None

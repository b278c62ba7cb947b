"""One clause under the reading: which of its characters are used up, and for what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from assistant.understanding.clean import Clean
from assistant.understanding.times import TimeMention
from assistant.understanding.words.table import Q, T, Words

if TYPE_CHECKING:
    from assistant.understanding.beside import Beside

_QUOTED = re.compile(
    r"\"[^\"]{1,200}\"|(?<![a-z0-9])'[^']{1,200}'(?![a-z0-9])|《[^》]{1,100}》|「[^」]{1,200}」|『[^』]{1,200}』|(?<=\s)`[^`]{1,200}`"
)

_AT = re.compile(r"(?<=@)[\u3400-\u9fff][^\s,。;!?#@]{0,23}")
"""A marked place: its name asks for nothing."""

COMMAND = "command"
TIME = "time"
LEAD = "lead"


@dataclass(slots=True)
class Clause:
    """[start, end) of the clean text; `slots[i]` says what character i went to, "" for a character still free."""

    clean: Clean
    words: Words
    mask: str
    start: int
    end: int
    times: list[TimeMention]
    today: date
    find: Callable[[str], tuple[TimeMention, ...]]
    """The time engine, for words out of the sentence."""
    slots: list[str] = field(default_factory=list)
    beside: Beside | None = None
    """The item that a reminder is counted from."""

    def __post_init__(self) -> None:
        if not self.slots:
            self.slots = [""] * len(self.mask)

    def take(self, start: int, end: int, slot: str) -> None:
        """Uses [start, end) up for `slot`; times stay times."""
        for i in range(max(start, self.start), min(end, self.end)):
            if self.slots[i] != TIME:
                self.slots[i] = slot

    def free(self, start: int, end: int) -> None:
        """Gives [start, end) back to the title, but for the times in it."""
        for i in range(start, end):
            if self.slots[i] != TIME:
                self.slots[i] = ""

    def free_time(self, start: int, end: int) -> None:
        """Makes a time [start, end) ordinary words again."""
        self.slots[start:end] = [""] * (end - start)
        self.mask = self.mask[:start] + self.clean.low[start:end] + self.mask[end:]

    @property
    def has_time(self) -> bool:
        return any(not mention.lead for mention in self.times)

    def written(self, start: int, end: int) -> str:
        """The user's own words of [start, end)."""
        return self.clean.words(start, end)


def mask_of(clean: Clean, mentions: tuple[TimeMention, ...]) -> str:
    """The lower-case text with times and quoted words blotted out (see words/table.py)."""
    chars = list(clean.low)
    for mention in mentions:
        chars[mention.start_char : mention.end_char] = T * (mention.end_char - mention.start_char)
    for match in _QUOTED.finditer(clean.low):
        inside = range(match.start() + 1, match.end() - 1)
        for i in inside:
            chars[i] = Q
    for match in _AT.finditer(clean.low):
        chars[match.start() : match.end()] = [T if char == T else Q for char in chars[match.start() : match.end()]]
    return "".join(chars)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where quoted words stand, marks included."""
    return [match.span() for match in _QUOTED.finditer(text)]


def trim(clause: Clause) -> None:
    """Moves the borders past polite words at both ends."""
    words, mask, first = clause.words, clause.mask, clause.start
    while True:
        while clause.start < clause.end and mask[clause.start] in " ,.;:!?。、~-<[(":
            clause.start += 1
        match = words.openers.match(mask, clause.start, clause.end)
        if not match or match.end() == clause.start or match.end() >= clause.end:
            break
        clause.start = match.end()
    match = words.closers.search(mask, clause.start, clause.end)
    if match and match.start() > clause.start:
        clause.end = match.start()
    asked = mask[clause.start : clause.end].endswith("吗") and any(
        char in mask[first : clause.start] for char in "能可"
    )
    if asked and mask[clause.start] not in "看查问听念说显列告":
        clause.end -= 1  # 能提醒我…吗: asked out of politeness


def take_times(clause: Clause) -> None:
    """Uses up the times and the glue around them."""
    words, mask = clause.words, clause.mask
    for mention in clause.times:
        start, end = mention.start_char, mention.end_char
        for i in range(start, end):
            clause.slots[i] = TIME
        before = words.before_time.search(mask, max(clause.start, start - 40), start)
        if before:
            clause.take(before.start(), start, COMMAND)
        after = words.after_time.match(mask, end, clause.end)
        if after:
            clause.take(end, after.end(), COMMAND)

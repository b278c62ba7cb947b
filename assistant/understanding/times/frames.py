"""Frames: what stands together about one time, in any order ("tomorrow at 5", "5pm tomorrow")."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import Node, Shifted, day_node
from assistant.understanding.times.rules_part import When
from assistant.understanding.times.rules_range import ClockRange, DateRange
from assistant.understanding.times.spans import Length
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import Clock, Repeat, Zone

FROM_NOW = "from now"
"""Note of a repeat: its bound is a length counted from now."""

# which places must be free for a token to take its own
_PLACES = {
    "range": ("range", "clock"),
    "span": ("date", "span", "repeat"),
    "repeat": ("repeat", "span"),
    "around": ("around", "clock", "range", "when"),
}


@dataclass(slots=True)
class Frame:
    """The parts of one time expression.

    Attributes:
        first: Place of the first token.
        last: Place of the last token.
        prefix: How the time bounds something: by, before, after, since, until, starting, from; or nothing.
    """

    start: int = 0
    end: int = 0
    prefix: str = ""
    date: Node | None = None
    clock: Clock | None = None
    when: When | None = None
    range: ClockRange | None = None
    span: DateRange | None = None
    repeat: Repeat | None = None
    zone: Zone | None = None
    around: tuple[str, bool] | None = None
    until: Frame | None = None
    since: Frame | None = None
    count: int = 0
    more: tuple[Clock, ...] = ()
    """Further times of day of a repeat: "every day at 8 and 20"."""
    lasting: Length | None = None
    length: Length | None = None
    kind: str = "time"
    strong: bool = False
    second: Frame | None = None
    notes: set[str] = field(default_factory=set)

    def take(self, word: Token) -> bool:
        """Put a token into its place; False where that is taken or does not fit."""
        value: Any = word.value
        if word.kind == "date":
            return self._take_date(value, word)
        if word.kind == "clock":
            return self._take_clock(value)
        if word.kind == "when":
            return self._take_when(value, word)
        if word.kind == "zone":
            self.zone, free = self.zone or value, self.zone is None
            return free
        if word.kind not in _PLACES or any(getattr(self, place) for place in _PLACES[word.kind]):
            return False
        if word.kind == "repeat" and self.date and not self.when:
            return False
        setattr(self, word.kind, value)
        self._note(word)
        self.strong = self.strong or not word.weak
        return True

    def _note(self, word: Token) -> None:
        """Keep what a rule noted: "day1" says that a range holds tomorrow."""
        self.notes |= word.notes
        for note in word.notes:
            if note.startswith("day") and self.date is None:
                self.date = day_node(int(note[3:]))

    def _take_date(self, node: Node, word: Token) -> bool:
        if self.date or self.span or (self.repeat is not None):
            return False
        if self.when is not None and self.when.offset is not None:
            return False
        if "instant" in word.notes and (self.clock or self.when or self.range):
            return False
        if (
            (self.clock or self.range or self.when)
            and node.grain in (Grain.week, Grain.month, Grain.quarter, Grain.second)
            and not isinstance(node, Shifted)
        ):
            return False
        if isinstance(node, Shifted) and node.clocked and (self.clock or self.when or self.range):
            return False
        if "year" in word.notes and (self.clock or self.when):
            return False
        self.date = node
        self.notes |= word.notes
        self.strong = self.strong or not word.weak
        return True

    def _take_clock(self, clock: Clock) -> bool:
        if self.clock or self.range or self.around:
            return False
        if (isinstance(self.date, Shifted) and self.date.clocked) or "instant" in self.notes:
            return False
        if (
            self.date is not None
            and self.date.grain in (Grain.week, Grain.month, Grain.quarter, Grain.year)
            and not isinstance(self.date, Shifted)
        ):
            return False
        self.clock = clock
        self.strong = True
        return True

    def _take_when(self, when: When, word: Token) -> bool:
        if self.when is not None or self.around or (when.offset is not None and (self.date or self.span)):
            return False
        if self.date is not None and (
            self.date.grain in (Grain.week, Grain.month, Grain.quarter, Grain.year, Grain.second)
            or (isinstance(self.date, Shifted) and self.date.clocked)
        ):
            return False
        self.when = when
        if self.repeat is not None and not self.repeat.part:
            self.repeat.part = when.name
        if self.repeat is not None and when.also:
            self.repeat.also = when.also
        self.strong = self.strong or not word.weak
        return True

    @property
    def empty(self) -> bool:
        """Whether nothing was taken yet."""
        return not (self.date or self.clock or self.when or self.range or self.span or self.repeat or self.around)

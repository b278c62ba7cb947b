"""The shape of a language's table: what the engine asks of it.

Patterns run over a lower-case *mask* of the sentence that has its length: every character of a time expression is `T`,
every character inside quotation marks is `Q`. So a pattern says `T+` for "a time" and never reads quoted words.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, cast

from assistant.understanding.request import Intent

T = "\ue000"
"""Stands for each character of a time expression."""

Q = "\ue001"
"""Stands for each character inside quotation marks."""


_OFTEN_USED = ("finditer", "fullmatch", "groupindex", "match", "search", "sub")


class Late:
    """A pattern that is compiled when it is first used; it has all that a compiled one has.

    What is used often is kept at hand from then on: looking it up each time takes longer than most searches.
    """

    __slots__ = ("_compiled", "_flags", "_source", *_OFTEN_USED)

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        """Methods and facts of the compiled pattern."""
        compiled = self._compiled
        if compiled is None:
            compiled = self._compiled = re.compile(self._source, self._flags)
            for often in _OFTEN_USED:
                setattr(self, often, getattr(compiled, often))
        return getattr(compiled, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is not compiled yet: there are hundreds, and a sentence uses a few."""
    return cast("re.Pattern[str]", Late(source, flags))


class Act(StrEnum):
    """What is to happen, before it is known to what."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    COMPLETE = "complete"
    QUERY = "query"


class Thing(StrEnum):
    """What it happens to."""

    EVENT = "event"
    TASK = "task"
    REMINDER = "reminder"
    ALARM = "alarm"
    TIMER = "timer"


# So many characters of a needed word are looked up.
_BEGINNING = 4


class Where(StrEnum):
    """Where in a clause a rule may match."""

    START = "start"
    ANYWHERE = "anywhere"


@dataclass(frozen=True)
class Rule:
    """A way of asking for something. Its pattern is compiled at the first need: a hundred of them take a while.

    What the pattern matches is used up, but for its named groups: `title` and `keep` stay words of the title, the others
    go to the slot of their name. A rule has an `intent`, or an `act` (and perhaps a `thing`) of which the engine makes one.

    Attributes:
        weight: How sure the words make it, 0 to 1; the heaviest rule wins.
        source: The pattern, readable: ‹T› is a whole time, ‹t› one character of a time, ‹Q› quoted words.
        needs_time: Only with a time in the clause.
    """

    name: str
    weight: float
    source: str
    intent: Intent | None = None
    act: Act | None = None
    thing: Thing | None = None
    where: Where = field(default=Where.START, kw_only=True)
    needs_time: bool = field(default=False, kw_only=True)

    @property
    def regex(self) -> str:
        """The pattern over a mask."""
        return self.source.replace("‹T›", f" ?{T}++").replace("‹t›", T).replace("‹Q›", Q + "++")

    @property
    def sum(self) -> int:
        """Tells this pattern from others."""
        return zlib.crc32(self.source.encode())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.regex)


class Rules(tuple[Rule, ...]):
    """The rules of a language, the heaviest first. Any thread."""

    @cached_property
    def _needs(self) -> tuple[frozenset[int], dict[str, list[tuple[str, int]]]]:
        """Places of the rules that need no word; by how words begin, the words with the places that need one of them."""
        from assistant.understanding.words.needed import NEEDED  # written from the rules, so loaded after them

        free: set[int] = set()
        needs: dict[str, list[tuple[str, int]]] = {}
        for place, rule in enumerate(self):
            words = NEEDED.get(rule.sum)
            for word in words.split("|") if words else ():
                needs.setdefault(word[:_BEGINNING], []).append((word, place))
            if not words:
                free.add(place)
        return frozenset(free), needs

    def that_may_match(self, mask: str) -> list[Rule]:
        """Those that have one of their words in the mask, or need none: the others cannot match.

        The few pieces of a sentence are looked up among the thousands of words, not the other way round.
        """
        free, needs = self._needs
        found = set(free)
        pieces = {mask[at : at + size] for size in range(1, _BEGINNING + 1) for at in range(len(mask) - size + 1)}
        for piece in pieces & needs.keys():
            found.update(place for word, place in needs[piece] if place not in found and word in mask)
        return [self[place] for place in sorted(found)]


def by_weight(*groups: tuple[Rule, ...]) -> Rules:
    """The rules of all groups, the heaviest first; of equal ones the earlier."""
    return Rules(sorted((rule for group in groups for rule in group), key=lambda rule: -rule.weight))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language. Patterns with one group cut that group; see the engine's modules for where each is used."""

    language: str
    spaced: bool
    """Words stand apart."""

    # clean.py
    fillers: re.Pattern[str]
    gerunds: tuple[re.Pattern[str], Mapping[str, str]]
    """A way of asking that a verb in -ing (group `verb`) follows, and what these verbs are as an order."""
    corrections: tuple[re.Pattern[str], ...]
    typos: Mapping[str, str]
    spelling: frozenset[str]
    known: frozenset[str]
    slips: tuple[tuple[re.Pattern[str], str], ...]
    """Words written or heard as others of the same sound, and what they are."""

    # clause.py
    openers: re.Pattern[str]
    closers: re.Pattern[str]
    lead_in: re.Pattern[str]
    """Glue between a time at the start and the command."""
    before_time: re.Pattern[str]
    after_time: re.Pattern[str]

    # several.py
    joints: re.Pattern[str]
    """Where a second request may begin: used up is the match, the rest is the next clause."""
    taken_up: re.Pattern[str]
    """Names an item that a word behind it ("… move it to Friday") takes up: no joint between them."""
    soft_joints: re.Pattern[str]
    """Where a second item may begin that has a time of its own but no command word."""
    again: re.Pattern[str]
    """Begins another reminder behind a first one: a time and what it is about."""
    alert_first: re.Pattern[str]
    """Begins a request to be reminded."""
    alert: tuple[re.Pattern[str], ...]
    """Words around a lead ("remind me T before") that set an alert on the item itself."""

    alert_noun: re.Pattern[str]
    """Behind a length: an alert."""
    several_alerts: re.Pattern[str]
    """In front of a length of two parts: each is an alert of its own."""
    alert_glue: re.Pattern[str]
    """In front of such a length."""

    # beside.py
    rings: re.Pattern[str]
    """Words that ask to be reminded."""
    beside: tuple[re.Pattern[str], ...]
    """A lead, or the words before and after, with the `item` that it is counted from; `way` says which."""
    owned: re.Pattern[str]
    """Begins the name of a thing that the person has."""
    no_item: re.Pattern[str]
    """Names nothing that could be looked up."""
    later: re.Pattern[str]
    """A `way` that means after."""

    brought_forward: re.Pattern[str]
    """Says that a lead is how far something moves, not when to be told."""

    forward: re.Pattern[str]
    """The verb in such a lead."""

    moving: re.Pattern[str]
    """Begins a change of when something is."""
    shifted: re.Pattern[str]
    """How much later or earlier; group 1 is the length."""
    within: re.Pattern[str]
    """A span whose end is the last moment for a thing to be done."""

    # intents.py
    rules: Rules
    """The heaviest first."""
    things: Mapping[Thing, re.Pattern[str]]
    ours: re.Pattern[str]
    """Nouns of what the assistant keeps: a sentence that has one may be a wish in words no rule knows."""
    own_list: re.Pattern[str]
    """A list of the person's own, its name in the group, or the word for a task."""
    asks: re.Pattern[str]
    """Asks for something to be shown or told."""
    undoing: re.Pattern[str]
    """Something is not to be, or to go away."""
    happened: re.Pattern[str]
    """Tells of what is over."""
    unsettled: re.Pattern[str]
    """Tells of what may be or might have been."""
    happening: re.Pattern[str]
    """Nouns and verbs of things that happen: an event even without a command word."""
    meeting: re.Pattern[str]
    """Ends in the word for a meeting or a lesson."""
    doing: re.Pattern[str]
    """Verbs of things to be done, at the start of a title."""
    errand: re.Pattern[str]
    """A thing to be done that is no order to a machine: a task even without a time."""
    chore: re.Pattern[str]
    """The same where the person says that they have to: verbs that else might be an order."""
    comes_due: re.Pattern[str]
    """A statement that something (`title`, or `keep` with its verb) is due; over the sentence with its times."""
    falls_due: re.Pattern[str]
    """Says that the time is the last moment."""
    plan: re.Pattern[str]
    """How a person tells of what is to come: perhaps to be noted."""
    duty: re.Pattern[str]
    """How a person says what they have to do: with a deadline a task."""
    having: re.Pattern[str]
    """How a person says that they have an appointment: with its hour an event."""
    ordering: re.Pattern[str]
    """Tells a machine or a shop to do something."""
    telling: re.Pattern[str]
    """A statement or question, not a bare item."""

    reason: re.Pattern[str]
    """Behind a change: why it is made."""

    # settling.py
    article_before: re.Pattern[str]
    regular: re.Pattern[str]
    """A repeat that may as well be part of a name."""
    day_name: re.Pattern[str]
    """A day that may as well name what begins with it: "Friday drinks on Thursday"."""
    new_one: re.Pattern[str]
    """Ends in words that ask for one: "set up a"."""
    from_to: re.Pattern[str]
    """An old time and a new one, groups 1 and 2."""
    past_asked: re.Pattern[str]
    """A question about what has been: "what did I have on Monday"."""
    noun_after: re.Pattern[str]
    address: re.Pattern[str]
    """Behind a number: it is that of a house."""
    kept_list: re.Pattern[str]
    """Behind a time that is the name of a list."""
    haste: re.Pattern[str]
    """No moment, but how urgent it is."""
    given_name: re.Pattern[str]
    """A month that is a person's name as well."""
    met: re.Pattern[str]
    """Ends in a word that a person follows."""
    owner_after: re.Pattern[str]
    """Behind a time: what follows belongs to it."""
    of_that_day: re.Pattern[str]
    """From the word before a time on: what follows is of that day, "print tomorrow's agenda"."""

    # slots.py
    places: tuple[re.Pattern[str], ...]
    named_places: tuple[re.Pattern[str], ...]
    """Said to be a place, so also for tasks and reminders."""
    people: tuple[re.Pattern[str], ...]
    people_split: re.Pattern[str]
    kin: frozenset[str]
    """Words for people that are no names."""
    lists: tuple[re.Pattern[str], ...]
    calendars: tuple[re.Pattern[str], ...]
    generic_lists: frozenset[str]
    evening: re.Pattern[str]
    """Happens in the evening, so the hour is one of the evening."""
    waking: re.Pattern[str]
    """Said of getting up: the hour is one of the morning."""
    tags: tuple[re.Pattern[str], ...]
    priorities: tuple[tuple[re.Pattern[str], str], ...]
    edge_before: re.Pattern[str]
    """Glue at the start of a piece of title."""
    continues: re.Pattern[str]
    """Group 1 begins a piece that goes on with the title before it: "meeting … *about* the budget"."""
    edge_after: re.Pattern[str]
    """Glue at the end of a piece of title."""
    article: re.Pattern[str]
    bare_article: re.Pattern[str]
    """An article that a title does not need."""
    reminder_edges: re.Pattern[str]
    """Words at the ends of a reminder's title that only say that it is one, or "some time"."""
    generic_titles: frozenset[str]
    topic: re.Pattern[str]
    """A sort of item and, in the group, the name that it is then given: 会议，主题：预算."""
    reference_edges: tuple[re.Pattern[str], ...]
    """What only says which sort of item a reference means, at its ends."""

"""Components: what stands between BEGIN and END, read from a file one after the other.

A file is followed line by line; only the component being read is held. Wrong nesting is mended where it is plain what
was meant (an END that was forgotten before the next BEGIN) and told; a component that the end of the file cuts off is
left out, because nobody knows what is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.ical.lines import Property, property_of
from assistant.ical.problems import Problem, Report, Trouble, short

DEEPEST = 12
MOST_TEXT = 24 * 2**20
MOST_MENDED = 1_000
_MOST_OPEN = 64
# What stands in something that is none of ours is held back until that is closed, up to this many characters.
_MOST_AROUND = 2**20
# A component of these kinds stands in no other one: where one begins, the END before it was forgotten.
KINDS = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"})


@dataclass(slots=True)
class Component:
    """A component with its properties and inner components, in the order of the file."""

    kind: str
    line: int
    parts: list[Property | Component] = field(default_factory=list)

    def properties(self) -> Iterator[Property]:
        """Its own properties."""
        for part in self.parts:
            if isinstance(part, Property):
                yield part

    def inner(self, kind: str) -> Iterator[Component]:
        """Its inner components of a kind."""
        for part in self.parts:
            if isinstance(part, Component) and part.kind == kind:
                yield part

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next((one for one in self.properties() if one.name == name), None)

    def body(self) -> Iterator[str]:
        """The unfolded lines between BEGIN and END."""
        for part in self.parts:
            if isinstance(part, Property):
                yield part.text
            else:
                yield f"BEGIN:{part.kind}"
                yield from part.body()
                yield f"END:{part.kind}"

    @property
    def raw(self) -> str:
        """Its body as one text."""
        return "\n".join(self.body())


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds, piece by piece: a component, or (else) a property of the calendar itself."""

    component: Component | None = None
    property: Property | None = None


class _Reader:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._open: list[Component] = []
        self._kinds: Counter[str] = Counter()
        self._size = 0
        self._beyond = 0  # components open inside the deepest one that is followed
        self._mended = 0

    def take(self, line: int, text: str) -> Iterator[Read]:
        """One line; gives what it completes."""
        prop = property_of(text, line)
        if prop is None:
            self._report(Problem(line, Trouble.NO_LINE, (short(text),)))
        elif prop.name == "BEGIN":
            yield from self._begin(prop)
        elif prop.name == "END":
            yield from self._end(prop)
        elif self._open:
            self._size += len(text)
            if not self._beyond and self._size <= MOST_TEXT:
                self._open[-1].parts.append(prop)
        else:
            yield Read(property=prop)

    def _begin(self, prop: Property) -> Iterator[Read]:
        kind = prop.value.strip().upper()
        if kind == "VCALENDAR":
            yield from self._forgotten(prop.line)
            return
        if not kind:
            self._report(Problem(prop.line, Trouble.BEGIN_NOTHING))
            return
        if kind in KINDS and self._open and self._in_its_way():
            yield from self._forgotten(prop.line)
        if len(self._open) >= _MOST_OPEN:
            self._beyond += 1
            return
        if not self._open:
            self._size = 0
        self._open.append(Component(kind, prop.line))
        self._kinds[kind] += 1

    def _in_its_way(self) -> bool:
        """True where what is open cannot have been meant to hold an event."""
        return self._open[0].kind in KINDS or len(self._open) >= DEEPEST or self._size > _MOST_AROUND

    def _end(self, prop: Property) -> Iterator[Read]:
        kind = prop.value.strip().upper()
        if kind == "VCALENDAR":
            yield from self._forgotten(prop.line)
            return
        if self._beyond:
            self._beyond -= 1
            return
        if not self._kinds[kind]:
            self._report(Problem(prop.line, Trouble.NO_BEGIN, (short(kind),)))
            return
        while self._open:
            whole = self._open[-1].kind == kind
            if not whole:
                self._report(Problem(self._open[-1].line, Trouble.NO_END, (short(self._open[-1].kind),)))
            yield from self._close(whole=whole)
            if whole:
                return

    def _close(self, *, whole: bool) -> Iterator[Read]:
        """Closes the innermost component; what one without an END has swallowed comes out of it again."""
        done = self._open.pop()
        self._kinds[done.kind] -= 1
        if not whole:
            yield from _swallowed(done)
        if self._open:
            if len(self._open) < DEEPEST:
                self._open[-1].parts.append(done)
            elif len(self._open) == DEEPEST:
                self._report(Problem(done.line, Trouble.TOO_DEEP))
        elif self._size > MOST_TEXT:
            self._report(Problem(done.line, Trouble.TOO_BIG, (short(done.kind),)))
        else:
            self._mended += not whole
            if self._mended <= MOST_MENDED or whole:
                yield Read(component=done)
            elif self._mended == MOST_MENDED + 1:
                self._report(Problem(done.line, Trouble.MANY_MENDED, (str(MOST_MENDED),)))

    def _forgotten(self, line: int) -> Iterator[Read]:
        """Closes what should have been closed before this line."""
        self._beyond = 0
        if self._open:
            last = self._open[-1]
            self._report(Problem(last.line, Trouble.NO_END_BEFORE, (short(last.kind), str(line))))
        while self._open:
            yield from self._close(whole=False)

    def finish(self) -> Iterator[Read]:
        """The file ends here."""
        if self._open:
            first = self._open[0]
            self._report(Problem(first.line, Trouble.CUT_OFF, (short(first.kind),)))
        for one in self._open:
            yield from _swallowed(one)


def _swallowed(unclosed: Component) -> Iterator[Read]:
    """Takes whole components out of one that had no END and is none that could hold them."""
    own: list[Property | Component] = []
    for part in unclosed.parts:
        if isinstance(part, Component) and part.kind in KINDS:
            yield Read(component=part)
        else:
            own.append(part)
    unclosed.parts = own


def read_components(lines: Iterator[tuple[int, str]], report: Report) -> Iterator[Read]:
    """Components and calendar properties in the order of the file. A lone component without a calendar counts too."""
    reader = _Reader(report)
    for line, text in lines:
        yield from reader.take(line, text)
    yield from reader.finish()


def from_raw(kind: str, raw: str) -> Component:
    """The component whose `raw` this is."""
    top = Component(kind, 0)
    stack = [top]
    for text in raw.split("\n") if raw else ():
        prop = property_of(text, 0)
        if prop is None:
            continue
        if prop.name == "BEGIN":
            inner = Component(prop.value.strip().upper(), 0)
            stack[-1].parts.append(inner)
            stack.append(inner)
        elif prop.name == "END":
            if len(stack) > 1:
                stack.pop()
        else:
            stack[-1].parts.append(prop)
    return top

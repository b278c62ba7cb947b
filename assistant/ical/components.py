"""Components: what stands between BEGIN and END, read from a file one after the other.

A file is followed line by line; only the component being read is held. Wrong nesting is mended where it is plain what
was meant (an END that was forgotten before the next BEGIN) and told; a component that the end of the file cuts off is
left out, because nobody knows what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.ical.lines import Problem, Property, Report, property_of

DEEPEST = 12
_MOST_OPEN = 64
MOST_TEXT = 24 * 2**20
# A component of these kinds stands in no other one: where one begins, the END before it was forgotten.
_OUTERMOST = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"})


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
        self._size = 0
        self._beyond = 0  # components open inside the deepest one that is followed

    def take(self, line: int, text: str) -> Iterator[Read]:
        """One line; gives what it completes."""
        prop = property_of(text, line)
        if prop is None:
            self._report(Problem(line, f"“{_short(text)}” is no line of a calendar file"))
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
            self._report(Problem(prop.line, "BEGIN of nothing"))
            return
        if len(self._open) >= _MOST_OPEN:
            self._beyond += 1
            return
        if kind in _OUTERMOST and self._open and self._open[0].kind in _OUTERMOST:
            yield from self._forgotten(prop.line)
        if not self._open:
            self._size = 0
        self._open.append(Component(kind, prop.line))

    def _end(self, prop: Property) -> Iterator[Read]:
        kind = prop.value.strip().upper()
        if kind == "VCALENDAR":
            yield from self._forgotten(prop.line)
            return
        if self._beyond:
            self._beyond -= 1
            return
        if all(one.kind != kind for one in self._open):
            self._report(Problem(prop.line, f"END:{_short(kind)} without its BEGIN"))
            return
        while self._open:
            done = self._open.pop()
            if done.kind != kind:
                self._report(Problem(done.line, f"{_short(done.kind)} has no END"))
            yield from self._closed(done)
            if done.kind == kind:
                return

    def _closed(self, done: Component) -> Iterator[Read]:
        if self._open:
            if len(self._open) < DEEPEST:
                self._open[-1].parts.append(done)
            elif len(self._open) == DEEPEST:
                self._report(Problem(done.line, "nested too deeply to be kept"))
        elif self._size > MOST_TEXT:
            self._report(Problem(done.line, f"this {_short(done.kind)} is too big and was left out"))
        else:
            yield Read(component=done)

    def _forgotten(self, line: int) -> Iterator[Read]:
        """Closes what should have been closed before this line."""
        self._beyond = 0
        if self._open:
            self._report(Problem(self._open[-1].line, f"{_short(self._open[-1].kind)} has no END before line {line}"))
        while self._open:
            yield from self._closed(self._open.pop())

    def finish(self) -> None:
        """The file ends here."""
        if self._open:
            first = self._open[0]
            self._report(Problem(first.line, f"this {_short(first.kind)} is cut off by the end of the file"))


def read_components(lines: Iterator[tuple[int, str]], report: Report) -> Iterator[Read]:
    """Components and calendar properties in the order of the file. A lone component without a calendar counts too."""
    reader = _Reader(report)
    for line, text in lines:
        yield from reader.take(line, text)
    reader.finish()


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


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"

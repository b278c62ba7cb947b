"""Components: what stands between BEGIN and END, read from a file one after the other.

A file is followed line by line; only the component being read is held. Wrong nesting is mended where it is plain what
was meant (an END that was forgotten before the next BEGIN) and told; a component that the end of the file cuts off is
left out, because nobody knows what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.ical.lines import NAMED, Property
from assistant.ical.problems import Problem, Report, Trouble, short

DEEPEST = 12
MOST_TEXT = 24 * 2**20
MOST_MENDED = 1_000
MOST_ODD_LINES = 1_000
MOST_LINES = 50_000
MOST_PROPERTIES = 1_000
_MOST_OPEN = 64
_AT_ONCE = 10_000
# What stands in something that is none of ours is held back until that is closed, up to this many characters.
_MOST_AROUND = 2**20
# A component of these kinds stands in no other one: where one begins, the END before it was forgotten.
KINDS = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"})
# Of the calendar itself, said by whoever writes the file.
_OF_THE_WRITER = frozenset({"VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "NAME"})


@dataclass(slots=True)
class Component:
    """A component with what it holds, in the order of the file.

    Attributes:
        kind: What stands after BEGIN, in capitals.
        line: Where it begins in its file.
        parts: Properties and inner components; lines beyond `MOST_LINES` are not taken for properties, but kept as
            they stand, those that follow each other as one text.
    """

    kind: str
    line: int
    parts: list[Property | Component | str] = field(default_factory=list)

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
        for part in self.parts:
            if isinstance(part, Property) and part.name == name:
                return part
        return None

    def body(self) -> Iterator[str]:
        """The unfolded lines between BEGIN and END."""
        for part in self.parts:
            if isinstance(part, Property):
                yield part.text
            elif isinstance(part, str):
                yield from part.split("\n")
            else:
                yield f"BEGIN:{part.kind}"
                yield from part.body()
                yield f"END:{part.kind}"

    @property
    def raw(self) -> str:
        """Its body as one text."""
        return "\n".join(
            part.text if isinstance(part, Property) else part if isinstance(part, str) else _enclosed(part)
            for part in self.parts
        )


def _enclosed(component: Component) -> str:
    return "\n".join((f"BEGIN:{component.kind}", *component.body(), f"END:{component.kind}"))


Piece = Component | Property


class _Reader:
    """Follows a file.

    Attributes:
        ready: The whole components since it was emptied.
        open: Those that have begun and not ended, the innermost last.
        full: The innermost has so many lines that those that come are only kept.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self.ready: list[Component] = []
        self.open: list[Component] = []
        self.full = False
        self._rest: list[str] = []
        self._kinds: dict[str, int] = {}  # how many of a kind are open
        self._size = 0
        self._lines = 0
        self._beyond = 0  # components open inside the deepest one that is followed
        self._mended = 0
        self._odd = 0

    def _odd_line(self, line: int, trouble: Trouble, *about: str) -> None:
        """Tells of a line that does not fit; a file of nothing else is not told line by line."""
        self._odd += 1
        if self._odd <= MOST_ODD_LINES:
            self._report(Problem(line, trouble, tuple(short(text) for text in about)))
        elif self._odd == MOST_ODD_LINES + 1:
            self._report(Problem(line, Trouble.MANY_ODD_LINES, (str(MOST_ODD_LINES),)))

    def nothing(self, line: int, text: str) -> bool:
        """A line that is no content line. False once nobody needs to be told any more."""
        if not text.isspace():
            self._odd_line(line, Trouble.NO_LINE, text)
        return self._odd <= MOST_ODD_LINES

    def keep(self, name: str, text: str, line: int) -> None:
        """A property of the innermost component."""
        self._size += len(text)
        if self._beyond or self._size > MOST_TEXT:
            return
        self._lines += 1
        if self._lines <= MOST_LINES:
            self.open[-1].parts.append(Property(name, text, line))
            return
        if self._lines == MOST_LINES + 1:
            self._report(Problem(line, Trouble.MANY_LINES, (str(MOST_LINES),)))
        self.full = True
        self._rest.append(text)

    def take_rest(self, text: str) -> None:
        """A line of a full component."""
        self._rest.append(text)
        if len(self._rest) > _AT_ONCE:
            self._put_rest()

    def _put_rest(self) -> None:
        """Before another component becomes the innermost one."""
        self.full = False
        text = "\n".join(self._rest)
        self._size += len(text)
        self.open[-1].parts.append(text)
        self._rest.clear()

    def begin(self, text: str, line: int) -> None:
        """A BEGIN."""
        if self.full:
            self._put_rest()
        kind = _kind(text, 5)
        if kind == "VCALENDAR":
            self._forgotten(line)
            return
        if not kind:
            self._odd_line(line, Trouble.BEGIN_NOTHING)
            return
        ours = kind in KINDS
        if ours and self.open and self._in_its_way():
            self._forgotten(line)
        if len(self.open) >= _MOST_OPEN:
            self._beyond += 1
            return
        if not self.open:
            self._size = 0
        if ours or not self.open:
            self._lines = 0
        self.open.append(Component(kind, line))
        self._kinds[kind] = self._kinds.get(kind, 0) + 1

    def _in_its_way(self) -> bool:
        """True where what is open cannot have been meant to hold an event."""
        return self.open[0].kind in KINDS or len(self.open) >= DEEPEST or self._size > _MOST_AROUND

    def end(self, text: str, line: int) -> None:
        """An END."""
        if self.full:
            self._put_rest()
        kind = _kind(text, 3)
        if kind == "VCALENDAR":
            self._forgotten(line)
        elif self._beyond:
            self._beyond -= 1
        elif self.open and self.open[-1].kind == kind:
            self._close(whole=True)
        elif kind not in self._kinds:
            self._odd_line(line, Trouble.NO_BEGIN, kind)
        else:
            while self.open[-1].kind != kind:
                self._odd_line(self.open[-1].line, Trouble.NO_END, self.open[-1].kind)
                self._close(whole=False)
            self._close(whole=True)

    def _close(self, *, whole: bool) -> None:
        """Closes the innermost component; what one without an END has swallowed comes out of it again."""
        done = self.open.pop()
        left = self._kinds.pop(done.kind) - 1
        if left:
            self._kinds[done.kind] = left
        if not whole:
            self._give_back(done)
        if self.open:
            if len(self.open) < DEEPEST:
                self.open[-1].parts.append(done)
            elif len(self.open) == DEEPEST:
                self._odd_line(done.line, Trouble.TOO_DEEP)
        elif self._size > MOST_TEXT:
            self._report(Problem(done.line, Trouble.TOO_BIG, (short(done.kind),)))
        else:
            self._mended += not whole
            if self._mended <= MOST_MENDED or whole:
                self.ready.append(done)
            elif self._mended == MOST_MENDED + 1:
                self._report(Problem(done.line, Trouble.MANY_MENDED, (str(MOST_MENDED),)))

    def _give_back(self, unclosed: Component) -> None:
        """Takes whole components out of one that had no END and is none that could hold them."""
        own: list[Property | Component | str] = []
        for part in unclosed.parts:
            if isinstance(part, Component) and part.kind in KINDS:
                self.ready.append(part)
            else:
                own.append(part)
        unclosed.parts = own

    def _forgotten(self, line: int) -> None:
        """Closes what should have been closed before this line."""
        self._beyond = 0
        if self.open:
            last = self.open[-1]
            self._odd_line(last.line, Trouble.NO_END_BEFORE, last.kind, str(line))
        while self.open:
            self._close(whole=False)

    def finish(self) -> None:
        """The file ends here."""
        if self.full:
            self._put_rest()
        if self.open:
            first = self.open[0]
            self._report(Problem(first.line, Trouble.CUT_OFF, (short(first.kind),)))
        for one in self.open:
            self._give_back(one)


def _kind(text: str, at: int) -> str:
    """The kind of component that a line names, which begins with a name of that length."""
    value = text[at + 1 :] if text[at] == ":" else Property(text[:at], text, 0).value
    return value.strip().upper()


def read_components(lines: Iterator[tuple[int, str]], report: Report) -> Iterator[Piece]:
    """Components and properties of the calendar itself, in the order of the file.

    What says only who wrote the file is left out. A lone component without a calendar counts too.
    """
    reader = _Reader(report)
    ready, named, properties, telling = reader.ready, NAMED.match, 0, True
    for line, text in lines:
        found = named(text)
        if found is None:
            telling = telling and reader.nothing(line, text)
            continue
        name = found[0].upper()
        if name == "BEGIN":
            reader.begin(text, line)
        elif name == "END":
            reader.end(text, line)
        elif reader.full:
            reader.take_rest(text)
            continue
        elif reader.open:
            reader.keep(name, text, line)
            continue
        elif name not in _OF_THE_WRITER:
            properties += 1
            if properties <= MOST_PROPERTIES:
                yield Property(name, text, line)
            elif properties == MOST_PROPERTIES + 1:
                report(Problem(line, Trouble.MANY_PROPERTIES, (str(MOST_PROPERTIES),)))
        if ready:
            yield from ready
            ready.clear()
    reader.finish()
    yield from ready


def from_raw(kind: str, raw: str) -> Component:
    """The component whose `raw` this is."""
    top = Component(kind, 0)
    stack, lines = [top], 0
    for text in raw.split("\n") if raw else ():
        found = NAMED.match(text)
        if found is None:
            continue
        name = found[0].upper()
        if name == "BEGIN":
            inner = Component(_kind(text, 5), 0)
            stack[-1].parts.append(inner)
            stack.append(inner)
        elif name == "END":
            if len(stack) > 1:
                stack.pop()
        else:
            lines += 1
            stack[-1].parts.append(Property(name, text, 0) if lines <= MOST_LINES else text)
    return top

"""Content lines: read from bytes one by one and unfolded, taken apart, escaped, folded again.

Files come from anywhere: of every encoding, cut off, megabytes long without a line end. Reading never fails; what
cannot be used is told as a `Problem` with the line where it stands, and nothing bigger than `MOST_LINE` is ever held.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO

from assistant.ical.problems import Problem, Report, Trouble

MOST_LINE = 16 * 2**20
_AT_ONCE = 2**18
_FOLD = 75
_MOST_VALUES = 1_000
# The search for the end of a longer one would need many times its size in memory.
_LONGEST_PARAMETER = 2**18
_NAMED = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
_PARAMETER_VALUE = re.compile(r'"([^"]*)"|([^,]+)')
_CARET = re.compile(r"\^([n'^])")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Property:
    """One content line, unfolded: `text` as it stands, `name` in capitals, `line` where it begins in the file."""

    __slots__ = ("_parts", "line", "name", "text")

    def __init__(self, name: str, text: str, line: int) -> None:
        self.name = name
        self.text = text
        self.line = line
        self._parts: tuple[dict[str, tuple[str, ...]], str] | None = None

    @property
    def parameters(self) -> dict[str, tuple[str, ...]]:
        """Values of each parameter by its name in capitals."""
        if self._parts is None:
            self._parts = _taken_apart(self.text, len(self.name))
        return self._parts[0]

    @property
    def value(self) -> str:
        """What stands after the colon, still escaped."""
        if self._parts is None:
            self._parts = _taken_apart(self.text, len(self.name))
        return self._parts[1]

    def parameter(self, name: str) -> str:
        """The first value of a parameter, or nothing."""
        found = self.parameters.get(name)
        return found[0] if found else ""


def _taken_apart(text: str, at: int) -> tuple[dict[str, tuple[str, ...]], str]:
    if text[at] == ":":
        return {}, text[at + 1 :]
    parameters: dict[str, tuple[str, ...]] = {}
    while found := _PARAMETER.match(text, at, at + _LONGEST_PARAMETER):
        pieces = islice(_PARAMETER_VALUE.finditer(found[2]), _MOST_VALUES)
        values = tuple(_plain_parameter(piece[1] or piece[2] or "") for piece in pieces)
        parameters.setdefault(found[1].upper(), values)
        at = found.end()
    # Behind a parameter that nobody can read, the value begins at the next colon.
    colon = text.find(":", at)
    return parameters, text[colon + 1 :] if colon >= 0 else ""


def _plain_parameter(text: str) -> str:
    if "^" not in text:
        return text
    return _CARET.sub(lambda found: {"n": "\n", "'": '"', "^": "^"}[found[1]], text)


def property_of(text: str, line: int) -> Property | None:
    """A content line taken as what it says it is; None where it is none."""
    found = _NAMED.match(text)
    return None if found is None else Property(found[0].upper(), text, line)


# ------------------------------------------------------------------------------------------------------------ reading


def read_lines(file: IO[bytes], report: Report) -> Iterator[tuple[int, str]]:
    """The unfolded lines of a file with the numbers of their beginnings, empty ones left out."""
    parts: list[bytes] = []
    size, began, number = 0, 1, 0
    decode = _Decoder(report)
    for physical in _physical_lines(_bytes_of(file)):
        number += 1
        if physical[:1] in (b" ", b"\t") and parts:
            size += len(physical)
            if size <= MOST_LINE:
                parts.append(physical[1:])
            continue
        if not physical:  # some write an empty line even in the midst of a folded one
            continue
        if parts and (text := _logical(parts, size, began, decode, report)):
            yield began, text
        parts, size, began = [physical], len(physical), number
    if parts and (text := _logical(parts, size, began, decode, report)):
        yield began, text


def _logical(parts: list[bytes], size: int, began: int, decode: _Decoder, report: Report) -> str:
    if size > MOST_LINE:
        report(Problem(began, Trouble.LONG_LINE))
        return ""
    text = decode(parts[0] if len(parts) == 1 else b"".join(parts), began)
    return "" if text.isspace() else text


def _bytes_of(file: IO[bytes]) -> Iterator[bytes]:
    """The file in pieces, as UTF-8 where its first bytes say that it is UTF-16 or UTF-32."""
    first = file.read(4)
    for mark, name in (
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if first.startswith(mark):
            decoder = codecs.getincrementaldecoder(name)("replace")
            yield decoder.decode(first).encode("utf-8", "replace")
            while piece := file.read(_AT_ONCE):
                yield decoder.decode(piece).encode("utf-8", "replace")
            return
    rest = first.removeprefix(codecs.BOM_UTF8) if len(first) >= len(codecs.BOM_UTF8) else first
    yield rest
    while piece := file.read(_AT_ONCE):
        yield piece


def _physical_lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Lines without their ends, whichever ends they have; of a line without end no more than can be used."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        if b"\n" not in piece and b"\r" not in piece:
            size += len(piece)
            if size <= MOST_LINE + _AT_ONCE:
                held.append(piece)
            continue
        whole = b"".join((*held, piece))
        # A carriage return at the end may be half of an end of line: it waits for the next piece.
        waits = whole.endswith(b"\r")
        lines = whole.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        last = lines.pop()
        if waits:
            last = lines.pop() + b"\r"
        yield from lines
        held, size = ([last], len(last)) if last else ([], 0)
    if held:
        yield from b"".join(held).replace(b"\r", b"\n").split(b"\n")


class _Decoder:
    """Bytes of one line to text: UTF-8 where it is that, else what is likeliest; said once a file."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._told = False

    def __call__(self, line: bytes, number: int) -> str:
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = self._guessed(line)
            if not self._told:
                self._told = True
                self._report(Problem(number, Trouble.NOT_UTF8))
        return _CONTROL.sub("", text) if _CONTROL.search(text) else text

    def _guessed(self, line: bytes) -> str:
        # Chinese files are GB 18030; what is not valid there is taken for Western European.
        try:
            return line.decode("gb18030")
        except UnicodeDecodeError:
            return line.decode("cp1252", "replace")


# ------------------------------------------------------------------------------------------------------------ writing


def folded(text: str) -> str:
    """A content line as it goes into a file: at most 75 bytes each, CRLF at the ends, letters whole."""
    data = text.encode("utf-8", "replace")
    if len(data) <= _FOLD:
        return text + "\r\n"
    pieces, at, room = [], 0, _FOLD
    while at < len(data):
        end = min(at + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[at:end].decode("utf-8"))
        at, room = end, _FOLD - 1
    return "\r\n ".join(pieces) + "\r\n"


def unescaped(value: str) -> str:
    """TEXT as people read it."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def escaped(text: str) -> str:
    """People's text as TEXT."""
    clean = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return clean.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def parameter_value(text: str) -> str:
    """A value as a parameter can hold it, quoted where it needs to be."""
    clean = text.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{clean}"' if any(mark in clean for mark in ";:,") else clean


def listed(value: str) -> list[str]:
    """The texts of a comma-separated TEXT list."""
    if "\\" not in value:
        return value.split(",")
    pieces = re.split(r"(?<!\\)((?:\\\\)*),", value)
    joined = ["".join(pieces[at : at + 2]) for at in range(0, len(pieces), 2)]
    return [unescaped(piece) for piece in joined]

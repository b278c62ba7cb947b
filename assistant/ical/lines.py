"""Content lines, unfolded: taken apart, escaped, folded again."""

from __future__ import annotations

import re
from itertools import islice

_FOLD = 75
_MOST_VALUES = 1_000
# The search for the end of a longer one would need many times its size in memory.
_LONGEST_PARAMETER = 2**18
NAMED = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
_PARAMETER_VALUE = re.compile(r'"([^"]*)"|([^,]+)')
_CARET = re.compile(r"\^([n'^])")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


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
    found = NAMED.match(text)
    return None if found is None else Property(found[0].upper(), text, line)


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

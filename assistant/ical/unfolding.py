"""From the bytes of a file to its content lines, unfolded.

Files come from anywhere: of every encoding, cut off, megabytes long without a line end, megabytes of line ends. Reading
never fails; what cannot be used is told as a `Problem` with the line where it stands, and nothing much bigger than
`MOST_LINE` is ever held. A file is taken in blocks of whole lines, because most of what is to be done with a line can
be done with all lines of a block at once, at a hundredth of the price.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from assistant.ical.problems import Problem, Report, Trouble

MOST_LINE = 16 * 2**20
_AT_ONCE = 2**18
# A file with so many lines that are no GB 18030 is in another encoding.
_MOST_WRONG = 1_000
# Where a line ends that the next one does not go on.
_BREAK = re.compile(rb"\n(?=[^ \t\n])")
_LAST_BREAK = re.compile(rb"(?s:.*)\n(?=[^ \t\n])")
# A line end that the next piece of the file may have the rest of.
_HALF_END = re.compile(rb"(?:\r{0,2}\n|\r{1,2})\Z")
# Some write two returns before a line feed.
_RETURNS = re.compile(rb"\r{1,2}\n|\r")
# No part of a letter in any encoding that is guessed.
_CONTROL = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\r")
_ODD_BYTE = re.compile(r"[\udc80-\udcff]")
_LETTER = re.compile(r"[^\x00-\x7f\udc80-\udcff]")
# What is not UTF-8, letter by letter, as Western European.
_WESTERN = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
# Marks a fold inside a block, whose own control characters are gone by then.
_FOLD = "\x1f"
_GAP_IN_FOLD = re.compile(rf"(?<!\n)\n++{_FOLD}")
_BEGINNINGS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    ("BE".encode("utf-16-le"), "utf-16-le"),
    ("BE".encode("utf-16-be"), "utf-16-be"),
)


class Source(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most that many bytes, none at the end."""
        ...


def read_lines(file: Source, report: Report) -> Iterator[tuple[int, str]]:
    """The unfolded lines of a file with the numbers of their beginnings (from 1), empty ones left out."""
    decoder = _Decoder(report)
    for first, block in _blocks(_with_one_end(_bytes_of(file)), report):
        text = decoder.block(block)
        number = first
        if not decoder.folded and not decoder.odd:
            for line in text.split("\n"):
                if line:
                    yield number, line
                number += 1
            continue
        for line in text.split("\n"):
            if line and (clean := decoder.line(line, number)):
                yield number, clean
            number += 1 + line.count(_FOLD)


class _Decoder:
    """Bytes to text: UTF-8 where it is that, else what is likeliest; said once a file."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._told = False
        self._wrong = 0
        self.folded = False
        self.odd = False

    def block(self, block: bytes) -> str:
        """Whole lines, where folds are marked; `line` makes the rest of one of them.

        Sets `folded` where lines have marks, and `odd` where some bytes are not UTF-8.
        """
        block = block.translate(None, _CONTROL)
        try:
            text, self.odd = block.decode("utf-8"), False
        except UnicodeDecodeError:
            text, self.odd = block.decode("utf-8", "surrogateescape"), True
            if self._wrong >= _MOST_WRONG:
                letters = _LETTER.search(text)
                text = text.translate(_WESTERN) if letters else block.decode("cp1252", "replace")
                self.odd = False
        self.folded = "\n " in text or "\n\t" in text
        if self.folded:
            text = text.replace("\n ", _FOLD).replace("\n\t", _FOLD)
            if f"\n{_FOLD}" in text:  # some write an empty line even in the midst of a folded one
                text = _GAP_IN_FOLD.sub(lambda found: _FOLD * len(found[0]), text)
        return text

    def line(self, marked: str, number: int) -> str:
        """The line of a block without its marks, its letters guessed where they are not UTF-8."""
        text = marked.replace(_FOLD, "")
        if not self.odd or not _ODD_BYTE.search(text):
            return text
        line = text.encode("utf-8", "surrogateescape")
        if _FOLD in marked:  # letters were folded in their midst
            try:
                return line.decode("utf-8")
            except UnicodeDecodeError:
                pass
        if not self._told:
            self._told = True
            self._report(Problem(number, Trouble.NOT_UTF8))
        return self._guessed(line)

    def _guessed(self, line: bytes) -> str:
        # Chinese files are GB 18030; what is not valid there is taken for Western European.
        try:
            return line.decode("gb18030")
        except UnicodeDecodeError:
            self._wrong += 1
        return line.decode("cp1252", "replace")


def _bytes_of(file: Source) -> Iterator[bytes]:
    """The file in pieces, as UTF-8 where its first bytes say that it is UTF-16 or UTF-32."""
    first = file.read(4)
    for beginning, name in _BEGINNINGS:
        if first.startswith(beginning):
            decoder = codecs.getincrementaldecoder(name)("replace")
            yield decoder.decode(first).encode("utf-8", "replace")
            while piece := file.read(_AT_ONCE):
                yield decoder.decode(piece).encode("utf-8", "replace")
            return
    yield first.removeprefix(codecs.BOM_UTF8)
    while piece := file.read(_AT_ONCE):
        yield piece


def _with_one_end(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same with a line feed at each end of a line, whatever stood there; never after the last line of a piece."""
    waits = b""
    for piece in pieces:
        whole = waits + piece
        end = _HALF_END.search(whole, max(len(whole) - 3, 0))
        waits = end[0] if end is not None else b""
        yield _plain_ends(whole[: len(whole) - len(waits)])
    yield _plain_ends(waits)


def _plain_ends(piece: bytes) -> bytes:
    if b"\r\r" in piece:
        return _RETURNS.sub(b"\n", piece)
    return piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in piece else piece


def _blocks(pieces: Iterable[bytes], report: Report) -> Iterator[tuple[int, bytes]]:
    """Blocks of whole unfolded lines, each with the number of its first line; what is no use of a line is left out."""
    number, size, too_long = 1, 0, False
    held: list[bytes] = []  # the beginning of a line that is not whole yet
    for piece in pieces:
        end = _BREAK.search(piece)
        if not too_long and size + (end.start() if end is not None else len(piece)) > MOST_LINE:
            report(Problem(number, Trouble.LONG_LINE))
            number += sum(part.count(b"\n") for part in held)
            held, size, too_long = [], 0, True
        if too_long:
            dropped = end.end() if end is not None else len(piece)
            number += piece.count(b"\n", 0, dropped)
            too_long = end is None
            piece = piece[dropped:]
        last = _LAST_BREAK.match(piece)
        if last is not None:
            block = b"".join((*held, piece[: last.end() - 1]))
            yield number, block
            number += block.count(b"\n") + 1
            held, size = [], 0
            piece = piece[last.end() :]
        held.append(piece)
        size += len(piece)
    yield number, b"".join(held)

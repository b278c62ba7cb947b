"""Content lines of a file: the same however its bytes arrive, in any encoding, with any line ends."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.ical import unfolding
from assistant.ical.problems import Problem, Trouble

PIECES = (
    b"\n",
    b"\r\n",
    b"\r",
    b"\r\r\n",
    b" ",
    b"\t",
    b"\n ",
    b"\n\n\t",
    b"X:",
    b"\xe4\xbd\xa0",
    b"\xe4\n \xbd\xa0",
    b"\xff",
)


class Slow:
    """Gives a few bytes at a time, after the first four."""

    def __init__(self, content: bytes, most: int) -> None:
        self._file = io.BytesIO(content)
        self._most = most

    def read(self, size: int, /) -> bytes:
        return self._file.read(size if self._file.tell() == 0 else min(size, self._most))


def read(content: bytes, most: int = 2**20) -> tuple[list[tuple[int, str]], list[Problem]]:
    problems: list[Problem] = []
    return list(unfolding.read_lines(Slow(content, most), problems.append)), problems


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join), st.integers(1, 5))
@example(b"\r\r\r\nX:", 1)
def test_lines_do_not_depend_on_the_pieces_that_they_come_in(content: bytes, most: int) -> None:
    whole = b"BEGIN:VCALENDAR\n" + content
    assert read(whole, most) == read(whole)


@given(st.lists(st.sampled_from((b"X:", b"\xe4\xbd\xa0", b"y", b"\n", b"\n ", b"\n\n ")), max_size=40).map(b"".join))
def test_each_line_is_told_with_the_number_of_its_beginning(content: bytes) -> None:
    text = (b"A:\n" + content).decode()
    for number, line in read(text.encode())[0]:
        rest = "\n".join(text.split("\n")[number - 1 :])
        assert re.sub(r"\n+ ", "", rest).split("\n")[0] == line


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_a_file_is_read_in_the_encoding_that_it_has(encoding: str) -> None:
    lines, problems = read("BEGIN:VEVENT\r\nSUMMARY:看牙\r\n 医\r\nEND:VEVENT\r\n".encode(encoding))
    assert lines == [(1, "BEGIN:VEVENT"), (2, "SUMMARY:看牙医"), (4, "END:VEVENT")]
    assert [problem.trouble for problem in problems] == ([Trouble.NOT_UTF8] if encoding == "gb18030" else [])


def test_a_file_in_neither_encoding_is_taken_for_western_from_beginning_to_end() -> None:
    lines, problems = read("SUMMARY:Caf\xe9\n".encode("cp1252") * 40_000)
    assert {text for _number, text in lines} == {"SUMMARY:Café"}
    assert [problem.line for problem in problems] == [1]


def test_a_line_that_is_too_long_is_left_out_and_those_after_it_have_their_numbers() -> None:
    long = b"X-LONG:" + b"x\n " * (unfolding.MOST_LINE // 3 + 1)
    lines, problems = read(b"A:1\n" + long + b"\nB:2\n")
    assert [text for _number, text in lines] == ["A:1", "B:2"]
    assert lines[1][0] == 2 + long.count(b"\n") + 1
    assert [(problem.line, problem.trouble) for problem in problems] == [(2, Trouble.LONG_LINE)]

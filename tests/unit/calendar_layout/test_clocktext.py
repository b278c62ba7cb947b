"""Clock times typed into a field."""

from __future__ import annotations

from datetime import time

import pytest

from assistant.desktop.calendar.editing.clocktext import read_time


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16:30", time(16, 30)),
        ("16.30", time(16, 30)),
        ("1630", time(16, 30)),
        ("930", time(9, 30)),
        ("9", time(9)),
        ("4pm", time(16)),
        ("4:15 pm", time(16, 15)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("noon", time(12)),
        ("24:00", time(0)),
        ("16：30", time(16, 30)),
        ("下午3:00", time(15)),
        ("下午3点半", time(15, 30)),
        ("上午9点", time(9)),
        ("15点20分", time(15, 20)),
        (" 08:05 ", time(8, 5)),
    ],
)
def test_times(text: str, value: time) -> None:
    assert read_time(text) == value


@pytest.mark.parametrize("text", ["", "25:00", "12:60", "soon", "4:5:6", "13am", "-3", "12345", "9 am pm"])
def test_what_is_no_time(text: str) -> None:
    assert read_time(text) is None

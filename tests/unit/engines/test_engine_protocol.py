"""Frames over pipes: partial reads, garbage, torn ends."""

from __future__ import annotations

import io
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.engines.protocol import LIMIT, MARK, FrameReader, FrameWriter


class Dribble(io.RawIOBase):
    """Gives at most `step` bytes at a time."""

    def __init__(self, data: bytes, step: int) -> None:
        self._data = io.BytesIO(data)
        self._step = step

    def read(self, size: int = -1) -> bytes:
        return self._data.read(min(size, self._step))


class Sipping:
    """Takes at most three bytes at a time."""

    def __init__(self) -> None:
        self.data = b""

    def write(self, data: memoryview) -> int:
        self.data += bytes(data[:3])
        return min(len(data), 3)


def written(*frames: dict[str, object]) -> bytes:
    sink = io.BytesIO()
    writer = FrameWriter(sink)
    for frame in frames:
        writer.write(frame)
    return sink.getvalue()


def read_all(data: bytes, step: int = 65536) -> list[dict[str, object]]:
    reader = FrameReader(Dribble(data, step))
    found = []
    while (frame := reader.read()) is not None:
        found.append(frame)
    return found


@given(
    frames=st.lists(st.dictionaries(st.text(), st.text() | st.integers() | st.booleans() | st.none()), max_size=5),
    step=st.integers(1, 40),
)
def test_what_is_written_is_read_however_small_the_pieces(frames: list[dict[str, object]], step: int) -> None:
    assert read_all(written(*frames), step) == frames


def test_a_frame_is_written_whole_where_the_pipe_takes_little() -> None:
    sink = Sipping()
    FrameWriter(sink).write({"text": "明天下午三点"})
    assert read_all(sink.data) == [{"text": "明天下午三点"}]


@given(noise=st.binary(max_size=200))
def test_noise_before_a_frame_is_skipped(noise: bytes) -> None:
    # The noise may end in the beginning of a mark, but not hold a complete one.
    if MARK in noise + MARK[:3]:
        return
    assert read_all(noise + written({"a": 1}))[-1] == {"a": 1}


def test_noise_that_looks_like_a_frame_is_skipped() -> None:
    not_json = MARK + struct.pack(">I", 5) + b"{bad}"
    not_object = MARK + struct.pack(">I", 4) + b"1234"
    too_long = MARK + struct.pack(">I", LIMIT + 1)
    assert read_all(not_json + not_object + too_long + written({"a": 1}) + b"ASF" + written({"b": 2})) == [
        {"a": 1},
        {"b": 2},
    ]


def test_a_frame_torn_by_the_end_is_no_frame() -> None:
    whole = written({"a": 1}, {"b": 2})
    assert read_all(whole[:-1]) == [{"a": 1}]
    assert read_all(whole[:3]) == []
    assert read_all(b"") == []


def test_half_a_surrogate_pair_survives() -> None:
    assert read_all(written({"text": "\ud83d"})) == [{"text": "\ud83d"}]


def test_a_frame_that_is_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        FrameWriter(io.BytesIO()).write({"text": "x" * LIMIT})


def test_the_body_is_plain_json() -> None:
    assert json.loads(written({"a": "é"})[8:]) == {"a": "é"}

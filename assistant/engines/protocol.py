"""Frames between a process and its engine: JSON objects with a length in front, over ordinary pipes.

A frame is the four bytes ``ASF1``, the length of the body as a big-endian 32-bit number, and the body as UTF-8 JSON.
The mark lets a reader find the next frame again when something else got onto the pipe.
"""

from __future__ import annotations

import json
import logging
import struct
import threading
from collections.abc import Mapping
from typing import Any, Protocol

_log = logging.getLogger(__name__)

MARK = b"ASF1"
LIMIT = 32 * 1024 * 1024
_HEADER = struct.Struct(">4sI")

Frame = dict[str, Any]


class Source(Protocol):
    """Where bytes come from; `read(n)` may return fewer than asked, nothing at the end."""

    def read(self, size: int, /) -> bytes | None: ...


class Sink(Protocol):
    """Where bytes go; `write` may take fewer than given (a raw pipe)."""

    def write(self, data: memoryview, /) -> int | None: ...


class FrameWriter:
    """Writes frames. Safe in any thread; a frame is never torn by another one.

    Raises:
        OSError: From `write`, where the other side is gone.
        ValueError: From `write`, where the frame is larger than `LIMIT`.
    """

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._lock = threading.Lock()

    def write(self, frame: Mapping[str, Any]) -> None:
        """Writes one frame completely."""
        body = json.dumps(frame, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        if len(body) > LIMIT:
            raise ValueError(f"a frame of {len(body)} bytes is too large")
        rest = memoryview(_HEADER.pack(MARK, len(body)) + body)
        with self._lock:
            while rest:
                rest = rest[self._sink.write(rest) or 0 :]


class FrameReader:
    """Reads frames in one thread. What is not a frame is skipped."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._buffer = bytearray()

    def read(self) -> Frame | None:
        """The next frame, or None at the end of the stream (a frame torn by the end is lost)."""
        while True:
            if not self._find_mark() or not self._fill(_HEADER.size):
                return None
            _, length = _HEADER.unpack_from(self._buffer)
            if length > LIMIT:
                self._skip(len(MARK))
                continue
            if not self._fill(_HEADER.size + length):
                return None
            frame = _parse(bytes(self._buffer[_HEADER.size : _HEADER.size + length]))
            if frame is None:
                self._skip(len(MARK))
                continue
            del self._buffer[: _HEADER.size + length]
            return frame

    def _find_mark(self) -> bool:
        """Drops everything before the next mark; False at the end of the stream."""
        while True:
            if not self._fill(len(MARK)):
                return False
            at = self._buffer.find(MARK)
            if at == 0:
                return True
            self._skip(at if at > 0 else len(self._buffer) - len(MARK) + 1)

    def _skip(self, count: int) -> None:
        _log.debug("%d bytes on the pipe are no frame", count)
        del self._buffer[:count]

    def _fill(self, size: int) -> bool:
        while len(self._buffer) < size:
            piece = self._source.read(max(size - len(self._buffer), 65536))
            if not piece:
                return False
            self._buffer += piece
        return True


def _parse(body: bytes) -> Frame | None:
    try:
        frame = json.loads(body.decode("utf-8", "surrogatepass"))
    except ValueError:
        return None
    return frame if isinstance(frame, dict) else None

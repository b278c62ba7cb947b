"""Evaluated prompts on disk. A file that is not perfect is thrown away: it only saves time.

A file is the mark ``APS1``, number of tokens, CRC-32 of all that follows, length of the state (little-endian 32, 32 and
64 bits), the tokens as 32-bit numbers, and llama.cpp's state of the sequence.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import struct
import zlib
from array import array
from collections.abc import Sequence
from pathlib import Path

_log = logging.getLogger(__name__)

CAP = 200 * 1024 * 1024
_HEADER = struct.Struct("<4sIIQ")
_MARK = b"APS1"
_SUFFIX = ".state"


class StateStore:
    """Kept states in one folder, the least used ones leave first. Errors of the disk are logged, never raised."""

    def __init__(self, folder: Path, owner: str, cap: int = CAP) -> None:
        """`owner` names everything that a state depends on besides its tokens: model, library, parameters."""
        self._folder = folder
        self._owner = owner.encode()
        self._cap = cap

    def path(self, tokens: Sequence[int]) -> Path:
        """Where the state of exactly these tokens is or would be."""
        name = hashlib.sha256(self._owner + b"\0" + array("i", tokens).tobytes()).hexdigest()
        return self._folder / f"{name[:40]}{_SUFFIX}"

    def load(self, tokens: Sequence[int]) -> bytes | None:
        """The state of exactly these tokens, or None."""
        path = self.path(tokens)
        try:
            data = path.read_bytes()
            os.utime(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            _log.info("a kept prompt state could not be read: %s", error.strerror)
            return None
        state = _unpack(data, tokens)
        if state is None:
            self.discard(tokens)
        return state

    def save(self, tokens: Sequence[int], state: bytes) -> None:
        """Keeps a state; whole or not at all."""
        body = array("i", tokens).tobytes() + state
        if len(body) > self._cap:
            return
        path = self.path(tokens)
        fresh = path.with_suffix(f".{os.getpid()}.new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._make_room(len(body))
            with fresh.open("wb") as file:
                file.write(_HEADER.pack(_MARK, len(tokens), zlib.crc32(body), len(state)))
                file.write(body)
            fresh.replace(path)
        except OSError as error:
            _log.info("a prompt state could not be kept: %s", error.strerror)
            with contextlib.suppress(OSError):
                fresh.unlink()

    def discard(self, tokens: Sequence[int]) -> None:
        """Removes a state that turned out to be unusable."""
        _log.info("a kept prompt state was damaged and is made anew")
        try:
            self.path(tokens).unlink(missing_ok=True)
        except OSError as error:
            _log.info("a damaged prompt state could not be removed: %s", error.strerror)

    def _make_room(self, size: int) -> None:
        files = [(entry.stat(), Path(entry.path)) for entry in os.scandir(self._folder) if entry.name.endswith(_SUFFIX)]
        total = sum(stat.st_size for stat, _ in files) + size
        for stat, path in sorted(files, key=lambda item: item[0].st_mtime_ns):
            if total <= self._cap:
                return
            path.unlink(missing_ok=True)
            total -= stat.st_size


def _unpack(data: bytes, tokens: Sequence[int]) -> bytes | None:
    if len(data) < _HEADER.size:
        return None
    mark, count, check, size = _HEADER.unpack_from(data)
    body = memoryview(data)[_HEADER.size :]
    expected = array("i", tokens).tobytes()
    if mark != _MARK or count != len(tokens) or len(body) != len(expected) + size or zlib.crc32(body) != check:
        return None
    return bytes(body[len(expected) :]) if body[: len(expected)] == expected else None

"""What a GGUF file says about itself, read without loading it: is it sound, how much memory will it need.

Written after the format's public description (ggml, docs/gguf.md). Pure; maps the file read-only.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.config.errors import ModelError

Scalar = int | float | bool | str

_SCALARS = {
    0: struct.Struct("<B"),
    1: struct.Struct("<b"),
    2: struct.Struct("<H"),
    3: struct.Struct("<h"),
    4: struct.Struct("<I"),
    5: struct.Struct("<i"),
    6: struct.Struct("<f"),
    7: struct.Struct("<?"),
    10: struct.Struct("<Q"),
    11: struct.Struct("<q"),
    12: struct.Struct("<d"),
}
_STRING, _ARRAY = 8, 9
_U32, _U64 = struct.Struct("<I"), struct.Struct("<Q")
_LONG_ARRAY = 4096

# ggml type -> (elements in a block, bytes of a block). A type that is not here is only checked by where it begins.
_BLOCKS: Mapping[int, tuple[int, int]] = {
    0: (1, 4),
    1: (1, 2),
    2: (32, 18),
    3: (32, 20),
    6: (32, 22),
    7: (32, 24),
    8: (32, 34),
    9: (32, 36),
    10: (256, 84),
    11: (256, 110),
    12: (256, 144),
    13: (256, 176),
    14: (256, 210),
    15: (256, 292),
    16: (256, 66),
    17: (256, 74),
    18: (256, 98),
    19: (256, 50),
    20: (32, 18),
    21: (256, 110),
    22: (256, 82),
    23: (256, 136),
    24: (1, 1),
    25: (1, 2),
    26: (1, 4),
    27: (1, 8),
    28: (1, 8),
    29: (256, 56),
    30: (1, 2),
}


@dataclass(frozen=True, slots=True)
class Gguf:
    """A sound header.

    Attributes:
        size: Bytes of the file.
        values: Single values by key.
        lists: Short lists of numbers by key (some models give a figure for each layer).
        lengths: Length of every list by key.
    """

    size: int
    values: Mapping[str, Scalar]
    lists: Mapping[str, tuple[Scalar, ...]]
    lengths: Mapping[str, int]

    @property
    def architecture(self) -> str:
        """For example ``qwen2``; the first part of most keys."""
        return str(self.values.get("general.architecture", ""))

    def number(self, key: str, default: int = 0) -> int:
        """A number below the architecture's name; of a list, the largest."""
        full = f"{self.architecture}.{key}"
        value = self.values.get(full)
        if isinstance(value, int | float):
            return int(value)
        numbers = [int(item) for item in self.lists.get(full, ()) if isinstance(item, int | float)]
        return max(numbers, default=default)

    def state_bytes(self, context: int) -> int:
        """What the memory of `context` tokens takes, at 16 bits a number."""
        heads = max(self.number("attention.head_count", 1), 1)
        shared = self.number("attention.head_count_kv", heads) or heads
        width = self.number("embedding_length") // heads
        key = self.number("attention.key_length", width)
        value = self.number("attention.value_length", width)
        return context * self.number("block_count") * shared * (key + value) * 2

    def work_bytes(self, context: int, batch: int) -> int:
        """A generous figure for the buffers of one evaluation of `batch` tokens."""
        vocabulary = self.lengths.get("tokenizer.ggml.tokens", 32000)
        heads = self.number("attention.head_count", 1)
        wide = max(self.number("feed_forward_length"), 4 * self.number("embedding_length"))
        return batch * 4 * (vocabulary + 3 * wide + heads * context)


class _Damaged(Exception):
    """Why the header cannot be read."""


def read(path: Path) -> Gguf:
    """Reads and checks the header and where every tensor lies.

    Raises:
        ModelError: ``model.missing`` where there is no such file, ``model.damaged`` where it is not a GGUF, is
            damaged or ends too early.
    """
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            if size < 24:
                raise _Damaged("the file is too short")
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return _Reader(data, size).header()
    except FileNotFoundError as error:
        raise ModelError("model.missing", f"There is no file {path}.", path=path) from error
    except OSError as error:
        raise ModelError("model.damaged", f"The model {path} cannot be read: {error.strerror}.", path=path) from error
    except _Damaged as error:
        message = f"The model {path.name} is damaged or is no GGUF file: {error}."
        raise ModelError("model.damaged", message, path=path, reason=str(error)) from error


class _Reader:
    def __init__(self, data: mmap.mmap, size: int) -> None:
        self._data = data
        self._size = size
        self._at = 0
        self._values: dict[str, Scalar] = {}
        self._lists: dict[str, tuple[Scalar, ...]] = {}
        self._lengths: dict[str, int] = {}

    def header(self) -> Gguf:
        if self._data[:4] != b"GGUF":
            raise _Damaged("it does not begin like one")
        self._at = 4
        version = self._number(_U32)
        if version not in (2, 3):
            raise _Damaged(f"its version is {version}")
        tensors, pairs = self._number(_U64), self._number(_U64)
        if tensors * 24 > self._size or pairs * 13 > self._size:
            raise _Damaged("its counts are impossible")
        for _ in range(pairs):
            self._pair()
        ends = [self._tensor() for _ in range(tensors)]
        alignment = self._values.get("general.alignment", 32)
        if not isinstance(alignment, int) or alignment <= 0:
            raise _Damaged("its alignment is impossible")
        start = (self._at + alignment - 1) // alignment * alignment
        if not ends or "general.architecture" not in self._values:
            raise _Damaged("it holds no model")
        if start + max(ends) > self._size:
            missing = start + max(ends) - self._size
            raise _Damaged(f"it is cut off, at least {missing:,} bytes are missing")
        return Gguf(self._size, self._values, self._lists, self._lengths)

    def _number(self, form: struct.Struct) -> int:
        try:
            value: int = form.unpack_from(self._data, self._at)[0]
        except (struct.error, OverflowError) as error:
            raise _Damaged("the header ends too early") from error
        self._at += form.size
        return value

    def _string(self) -> str:
        length = self._number(_U64)
        if self._at + length > self._size:
            raise _Damaged("a text runs past the end")
        text = self._data[self._at : self._at + length].decode("utf-8", "replace")
        self._at += length
        return text

    def _pair(self) -> None:
        key, kind = self._string(), self._number(_U32)
        if kind == _STRING:
            self._values[key] = self._string()
        elif kind == _ARRAY:
            self._list(key)
        else:
            self._values[key] = self._number(self._scalar(kind))

    def _list(self, key: str) -> None:
        kind, count = self._number(_U32), self._number(_U64)
        self._lengths[key] = count
        if count > self._size:
            raise _Damaged("a list runs past the end")
        if kind == _STRING:
            self._skip_strings(count)
            return
        form = self._scalar(kind)
        if count <= _LONG_ARRAY:
            self._lists[key] = tuple(self._number(form) for _ in range(count))
            return
        self._at += form.size * count
        if self._at > self._size:
            raise _Damaged("a list runs past the end")

    def _skip_strings(self, count: int) -> None:
        # A vocabulary has some 300,000 of them, so this loop is kept bare.
        data, at, unpack = self._data, self._at, _U64.unpack_from
        try:
            for _ in range(count):
                at += 8 + unpack(data, at)[0]
        except (struct.error, OverflowError) as error:
            raise _Damaged("a list runs past the end") from error
        self._at = at

    @staticmethod
    def _scalar(kind: int) -> struct.Struct:
        form = _SCALARS.get(kind)
        if form is None:
            raise _Damaged(f"a value has the unknown kind {kind}")
        return form

    def _tensor(self) -> int:
        """Where the tensor ends, counted from the start of the data."""
        self._string()
        dimensions = self._number(_U32)
        if dimensions > 8:
            raise _Damaged(f"a tensor has {dimensions} dimensions")
        elements = 1
        for _ in range(dimensions):
            elements *= self._number(_U64)
        kind, offset = self._number(_U32), self._number(_U64)
        block, size = _BLOCKS.get(kind, (1, 0))
        return offset + -(-elements // block) * size

"""Small GGUF files made by hand."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence


def text(value: str) -> bytes:
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def pair(key: str, value: object) -> bytes:
    match value:
        case str():
            return text(key) + struct.pack("<I", 8) + text(value)
        case bool():
            return text(key) + struct.pack("<I?", 7, value)
        case int():
            return text(key) + struct.pack("<II", 4, value)
        case float():
            return text(key) + struct.pack("<If", 6, value)
        case [str(), *_]:
            body = b"".join(text(str(item)) for item in value)
            return text(key) + struct.pack("<IIQ", 9, 8, len(value)) + body
        case list():
            return text(key) + struct.pack("<IIQ", 9, 4, len(value)) + struct.pack(f"<{len(value)}I", *value)
    raise TypeError(value)


def gguf(
    values: Mapping[str, object],
    tensors: Sequence[tuple[str, Sequence[int], int]] = (("weight", (32, 2), 0),),
    *,
    version: int = 3,
    data: bytes | None = None,
) -> bytes:
    """A file with these values and tensors (name, dimensions, ggml type; one after the other, 32-bit floats)."""
    body = b"".join(pair(key, value) for key, value in values.items())
    offset = 0
    for name, dimensions, kind in tensors:
        body += text(name) + struct.pack("<I", len(dimensions)) + struct.pack(f"<{len(dimensions)}Q", *dimensions)
        body += struct.pack("<IQ", kind, offset)
        size = 4
        for dimension in dimensions:
            size *= dimension
        offset += size
    head = b"GGUF" + struct.pack("<IQQ", version, len(tensors), len(values)) + body
    head += b"\0" * (-len(head) % 32)
    return head + (b"\0" * offset if data is None else data)


SMALL = {
    "general.architecture": "llama",
    "llama.block_count": 2,
    "llama.context_length": 1024,
    "llama.embedding_length": 64,
    "llama.feed_forward_length": 128,
    "llama.attention.head_count": 4,
    "llama.attention.head_count_kv": 2,
    "tokenizer.ggml.tokens": ["a", "b", "c"],
}

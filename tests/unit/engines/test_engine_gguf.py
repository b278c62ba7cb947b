"""What a GGUF header says, and everything that can be wrong with it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.config.errors import ModelError
from assistant.engines.llm import memory
from assistant.engines.llm.gguf import read
from tests.helpers.gguf_files import SMALL, gguf


def write(folder: Path, data: bytes) -> Path:
    path = folder / "model.gguf"
    path.write_bytes(data)
    return path


def refused(path: Path) -> ModelError:
    with pytest.raises(ModelError) as error:
        read(path)
    return error.value


def test_the_header_is_read(tmp_path: Path) -> None:
    data = gguf({**SMALL, "general.quantized": True, "llama.rope.freq_base": 10000.0, "llama.list": [3, 1, 2]})
    header = read(write(tmp_path, data))
    assert header.size == len(data)
    assert header.architecture == "llama"
    assert header.number("block_count") == 2
    assert header.number("list") == 3
    assert header.number("rope.freq_base") == 10000
    assert header.number("nothing", 7) == 7
    assert header.lengths["tokenizer.ggml.tokens"] == 3
    assert header.values["general.quantized"] is True


def test_figures_of_a_layer_each_are_taken_at_their_largest(tmp_path: Path) -> None:
    header = read(write(tmp_path, gguf({**SMALL, "llama.attention.head_count_kv": [1, 4]})))
    # 2 layers of 4 heads, 16 wide, key and value, 2 bytes
    assert header.state_bytes(100) == 100 * 2 * 4 * 32 * 2


def test_memory_is_reckoned_from_the_header(tmp_path: Path) -> None:
    header = read(write(tmp_path, gguf(SMALL)))
    assert header.state_bytes(100) == 100 * 2 * 2 * 32 * 2
    whole = memory.needed(header, 100, 32)
    assert whole - memory.needed(header, 100, 32, weights=False) == header.size
    # The model knows 1024 tokens: a larger context takes no more.
    assert memory.needed(header, 5000, 32) == memory.needed(header, 1024, 32)


def test_too_little_memory_is_refused_with_figures() -> None:
    memory.check("model", 100, 100)
    with pytest.raises(ModelError) as error:
        memory.check("model", 3_000_000_000, 1_000_000_000)
    assert error.value.code == "model.memory"
    assert error.value.facts == {"needed": 3_000_000_000, "available": 1_000_000_000, "model": "model"}
    assert "3.0 GB" in error.value.message
    assert "1.0 GB" in error.value.message
    assert memory.available() > 0


def test_no_file_is_missing_not_damaged(tmp_path: Path) -> None:
    assert refused(tmp_path / "nothing.gguf").code == "model.missing"
    assert refused(tmp_path).code == "model.damaged"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "too short"),
        (b"PK\x03\x04" + b"\0" * 100, "begin"),
        (gguf(SMALL, version=99), "version is 99"),
        (b"GGUF" + struct.pack("<IQQ", 3, 2**40, 1) + b"\0" * 100, "impossible"),
        (b"GGUF" + struct.pack("<IQQ", 3, 1, 2**40) + b"\0" * 100, "impossible"),
        (gguf(SMALL, tensors=()), "no model"),
        (gguf({"a": 1}), "no model"),
        (gguf({**SMALL, "general.alignment": 0}), "alignment"),
        (gguf(SMALL, tensors=[("w", [1] * 9, 0)]), "9 dimensions"),
        (gguf(SMALL)[:-1], "cut off"),
        (gguf(SMALL, tensors=[("a", (64,), 0), ("b", (64,), 0)])[:-256], "256 bytes are missing"),
    ],
)
def test_damage_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    error = refused(write(tmp_path, data))
    assert error.code == "model.damaged"
    assert reason in error.message


def test_a_download_cut_anywhere_is_noticed(tmp_path: Path) -> None:
    data = gguf(SMALL)
    for length in range(len(data)):
        assert refused(write(tmp_path, data[:length])).code == "model.damaged"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(at=st.integers(0, 400), junk=st.binary(min_size=1, max_size=16))
def test_junk_in_the_header_never_does_worse_than_an_error(tmp_path: Path, at: int, junk: bytes) -> None:
    data = bytearray(gguf(SMALL))
    data[at : at + len(junk)] = junk
    found = []
    try:
        read(write(tmp_path, bytes(data)))
    except ModelError as error:
        found.append(error.code)
    assert found in ([], ["model.damaged"])

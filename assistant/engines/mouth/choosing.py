"""Which voice speaks: what the person chose, else the best that is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.config.errors import InputError
from assistant.services.model_ports import ModelLibrary, ModelRecord
from assistant.services.voice_ports import VoiceRecord

_KOKORO_LANGUAGES = {"a": "en", "b": "en", "z": "zh"}
_BEST = {"en": ("kokoro:af_heart", "joe"), "zh": ("kokoro:zf_xiaoxiao",)}
_PEOPLE = {"f": "woman", "m": "man"}
_PLACES = {"a": "American", "b": "British", "z": "Mandarin"}


def neural(library: ModelLibrary) -> tuple[VoiceRecord, ...]:
    """The neural voices whose models are here."""
    found: list[VoiceRecord] = []
    for record in library.list():
        if record.kind != "mouth" or record.path is None or not record.installed:
            continue
        if record.name == "mouth-kokoro":
            found += [
                VoiceRecord(
                    f"kokoro:{path.stem}", _title(path.stem), (_KOKORO_LANGUAGES[path.stem[0]],), "neural", record.name
                )
                for path in sorted(record.path.glob("*_*.bin"))
                if path.stem[0] in _KOKORO_LANGUAGES
            ]
        else:
            name = record.name.removeprefix("mouth-")
            found.append(VoiceRecord(name, record.title, record.languages, "neural", record.name))
    return tuple(found)


def spec(wanted: str, language: str, library: ModelLibrary) -> dict[str, Any]:
    """What the engine needs to speak `language` with the voice `wanted` ("auto" chooses).

    Raises:
        InputError: ``voice.unknown``.
    """
    there = {voice.name: voice for voice in neural(library)}
    if wanted == "auto":
        wanted = next((name for name in _BEST[language] if name in there), "system")
    if wanted == "system" or wanted.startswith("system:"):
        return {"kind": "system", "name": wanted.partition(":")[2]}
    voice = there.get(wanted)
    if voice is None:
        raise InputError("voice.unknown", f"There is no voice {wanted}.", voice=wanted)
    record = library.get(voice.model)
    assert record.path is not None, "it is installed"
    kind, _, name = wanted.partition(":")
    if kind == "kokoro":
        return {"kind": "kokoro", "model": str(_model(record)), "name": name}
    return {"kind": "piper", "model": str(_model(record))}


def _model(record: ModelRecord) -> Path:
    assert record.path is not None
    return record.path if record.path.is_file() else next(record.path.glob("*.onnx"))


def _title(name: str) -> str:
    place, _, person = name.partition("_")
    return f"{person.capitalize()} ({_PLACES[place[0]]} {_PEOPLE.get(place[1:], 'voice')})"


def system(found: Sequence[Mapping[str, Any]]) -> tuple[VoiceRecord, ...]:
    """The system's voices that speak English or Chinese."""
    made = []
    for one in found:
        codes = {str(code).split("-")[0] for code in one["languages"]}
        languages = tuple(name for name, known in (("en", {"en"}), ("zh", {"zh", "cmn"})) if codes & known)
        if languages:
            made.append(VoiceRecord(f"system:{one['name']}", str(one["title"]), languages, "system"))
    return tuple(made)

"""What a kind of model is for, and which settings say that one of them is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from assistant.config.settings import Settings, Value

_KOKORO, _JOE = "mouth-kokoro", "mouth-joe"


@dataclass(frozen=True, slots=True)
class ModelUse:
    """One kind.

    Attributes:
        kind: As in the catalogue.
        keys: Settings that say which one is used.
        own_files: A file of one's own can be added.
        chosen: The name of the one that is used, from the settings and the names that are here.
        values: The settings that use the model of this name.
        note: One sentence about this kind.
    """

    kind: str
    keys: tuple[str, ...]
    own_files: bool
    chosen: Callable[[Settings, frozenset[str]], str]
    values: Callable[[str], Mapping[str, Value]]
    note: Callable[[], str]


def _voice_model(settings: Settings, here: frozenset[str]) -> str:
    wanted = settings.text("voice_en")
    if wanted == "auto":
        return next((name for name in (_KOKORO, _JOE) if name in here), "")
    return _KOKORO if wanted.startswith("kokoro:") else _JOE if wanted == "joe" else ""


def _voice_values(name: str) -> Mapping[str, Value]:
    if name == _KOKORO:
        return {"voice_en": "kokoro:af_heart", "voice_zh": "kokoro:zf_xiaoxiao"}
    return {"voice_en": name.removeprefix("mouth-")}


LLM = ModelUse(
    "llm",
    ("model",),
    True,
    lambda settings, _here: settings.text("model"),
    lambda name: {"model": name},
    lambda: QCoreApplication.translate("Settings", "Calendar, tasks and reminders work without a model."),
)
EARS = ModelUse(
    "ears",
    ("ears_model",),
    False,
    lambda settings, _here: settings.text("ears_model"),
    lambda name: {"ears_model": name},
    lambda: QCoreApplication.translate("Settings", "One of these makes out what you say."),
)
MOUTH = ModelUse(
    "mouth",
    ("voice_en", "voice_zh"),
    False,
    _voice_model,
    _voice_values,
    lambda: QCoreApplication.translate("Settings", "More natural voices. Without them the system’s own voice speaks."),
)

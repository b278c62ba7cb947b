"""The model that an engine is to load, where it is on this computer."""

from __future__ import annotations

from pathlib import Path

from assistant.config.errors import ModelError
from assistant.services.model_ports import ModelLibrary, ModelRecord


def on_disk(library: ModelLibrary, name: str) -> tuple[ModelRecord, Path]:
    """The model of this name and its file or folder.

    Raises:
        ModelError: ``model.missing`` where it is not installed.
        NotFoundError: ``model.unknown``.
    """
    record = library.get(name)
    if not record.installed or record.path is None:
        message = f"The model {name} is not on this computer yet. Fetch it with: assistant models pull {name}"
        raise ModelError("model.missing", message, model=name)
    return record, record.path

"""A room with a microphone and a loudspeaker that only programs hear, and ears and mouths in it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.services.assistant import Assistant
from tests.helpers.models import shared_models
from tests.helpers.sound_room import Room


@dataclass(frozen=True, slots=True)
class Hall:
    """A room, a folder that is gone afterwards, and the engines."""

    room: Room
    folder: Path
    assistant: Assistant


@contextmanager
def hall(*models: str) -> Iterator[Hall]:
    """Needs pulseaudio; the models are fetched into the folder of those for tests where they are missing."""
    folder = Path(tempfile.mkdtemp(prefix="room", dir="/tmp"))  # a socket's path may not be long
    room = Room(folder)
    os.environ.update(room.variables)
    paths = replace(Paths.profile(folder / "profile"), models=shared_models())
    paths.ensure()
    settings = Settings(None)
    settings.set("voice_en", "joe")
    assistant = build(paths, settings)
    try:
        for name in models:
            assistant.library.pull(name, lambda _progress: None, Cancellation())
        yield Hall(room, folder, assistant)
    finally:
        assistant.close()
        room.close()
        shutil.rmtree(folder, ignore_errors=True)

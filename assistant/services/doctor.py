"""A check of everything the program stands on, in sentences."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryFile

from assistant.config.errors import AssistantError
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.domain.clock import Clock
from assistant.services.model_ports import ModelLibrary, Progress
from assistant.services.sound_ports import Sounds
from assistant.services.wording.times import gigabytes

_LOW_DISK = 500_000_000


class Health(StrEnum):
    """How a thing is."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `name` is stable; `text` is a sentence."""

    name: str
    health: Health
    text: str


class Doctor:
    """Looks at the profile, the database, the model and the computer. Blocks; changes nothing."""

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        clock: Clock,
        library: Callable[[], ModelLibrary],
        database: Callable[[], Finding],
        sounds: Callable[[], Sounds | None] = lambda: None,
    ) -> None:
        self._paths = paths
        self._settings = settings
        self._clock = clock
        self._library = library
        self._database = database
        self._sounds = sounds

    def examine(self, *, thorough: bool = False) -> Iterator[Finding]:
        """Looks at one thing after another.

        Args:
            thorough: Also read the whole model and compare its checksum, which takes a while.
        """
        yield self._database()
        yield from self._folders()
        yield self._disk()
        yield self._settings_file()
        yield from self._model(thorough=thorough)
        yield self._time()
        yield from self._sound()

    def _sound(self) -> Iterator[Finding]:
        """Whether reminders can be heard; nothing to say where the program was put together without sound."""
        sounds = self._sounds()
        if sounds is None:
            return
        if self._settings.text("sound") == "off":
            yield Finding("sound", Health.OK, "Reminders make no sound, as set.")
            return
        try:
            yield Finding("sound", Health.OK, f"Reminders sound on {sounds.look()}.")
        except AssistantError as error:
            yield Finding("sound", Health.WARNING, f"Reminders come without a sound. {error.message}")

    def _folders(self) -> Iterator[Finding]:
        named = (
            ("config", self._paths.config),
            ("data", self._paths.data),
            ("models", self._paths.models),
            ("logs", self._paths.logs),
            ("state", self._paths.state),
        )
        for name, folder in named:
            try:
                with TemporaryFile(dir=folder):
                    yield Finding(f"folder.{name}", Health.OK, f"The folder {folder} can be written.")
            except OSError as error:
                text = f"The folder {folder} cannot be written: {error.strerror}."
                yield Finding(f"folder.{name}", Health.PROBLEM, text)

    def _disk(self) -> Finding:
        try:
            free = shutil.disk_usage(self._paths.data).free
        except OSError as error:
            return Finding("disk", Health.PROBLEM, f"The disk cannot be asked for its free space: {error.strerror}.")
        text = f"{gigabytes(free)} are free on the disk of {self._paths.data}."
        return Finding("disk", Health.WARNING if free < _LOW_DISK else Health.OK, text)

    def _settings_file(self) -> Finding:
        if self._settings.problems:
            return Finding("settings", Health.WARNING, " ".join(self._settings.problems))
        return Finding("settings", Health.OK, "The settings were read.")

    def _model(self, *, thorough: bool) -> Iterator[Finding]:
        name = self._settings.text("model")
        try:
            record = self._library().get(name)
        except AssistantError as error:
            yield Finding("model", Health.WARNING, error.message)
            return
        if not record.installed:
            text = f"The model {name} is not installed. All but conversation works. Get it with: models pull {name}"
            yield Finding("model", Health.WARNING, text)
            return
        yield Finding("model", Health.OK, f"The model {record.title} is installed at {record.path}.")
        import psutil  # 15 ms that only this check is worth

        free = int(psutil.virtual_memory().available)
        fits = Health.OK if record.memory <= free else Health.WARNING
        text = f"The model needs about {gigabytes(record.memory)} of memory; {gigabytes(free)} are free."
        yield Finding("model.memory", fits, text)
        if thorough:
            yield self._verified(name)

    def _verified(self, name: str) -> Finding:
        def ignore(_progress: Progress) -> None:
            """Nobody watches."""

        if self._library().verify(name, ignore, Cancellation()):
            return Finding("model.checksum", Health.OK, "The checksum of the model is right.")
        text = f"The model file is damaged. Get it again with: models pull {name}"
        return Finding("model.checksum", Health.PROBLEM, text)

    def _time(self) -> Finding:
        now = self._clock.now()
        zone = str(self._clock.zone())
        text = f"It is {now:%Y-%m-%d %H:%M} in the time zone {zone}."
        if now.astimezone(UTC) < datetime(2025, 1, 1, tzinfo=UTC):
            return Finding("clock", Health.PROBLEM, f"{text} The clock of this computer is wrong.")
        if zone == "UTC" and not os.environ.get("TZ") and not Path("/etc/localtime").exists():
            return Finding("clock", Health.WARNING, f"{text} The system names no time zone.")
        return Finding("clock", Health.OK, text)

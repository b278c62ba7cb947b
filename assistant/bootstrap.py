"""The only place that names concrete stores and engines: puts the program together."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from assistant.config.connections import ConnectionLedger
from assistant.config.errors import ModelError
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.config.system_clock import system_clock
from assistant.domain.clock import Clock
from assistant.services.assistant import Assistant
from assistant.services.doctor import Finding, Health
from assistant.services.model_ports import LanguageModel, ModelLibrary
from assistant.services.reminders.presence import Presence
from assistant.services.reminders.wakeups import ClockWakeUps
from assistant.services.sound_ports import Sounds
from assistant.services.wording.times import gigabytes
from assistant.store import open_store

if TYPE_CHECKING:
    from assistant.services.calendar_files.sources import Fetcher
    from assistant.services.voice_ports import Ears, Mouth


def build(paths: Paths, settings: Settings, *, clock: Clock | None = None, with_engines: bool = True) -> Assistant:
    """Opens the profile's database and joins the services. Engines and models are loaded when first asked for.

    Args:
        paths: The profile; its folders exist.
        settings: The profile's settings.
        clock: Another clock than the computer's.
        with_engines: False leaves the language model out: asking it says that there is none.

    Raises:
        StoreError: The database cannot be used; it is untouched.
    """
    ticking: Clock = clock or system_clock()
    connections = ConnectionLedger()
    presence = Presence(paths.presence)
    heavy = _Heavy(paths, settings, connections)
    return Assistant(
        paths=paths,
        settings=settings,
        clock=ticking,
        store=open_store(paths, ticking),
        wakeups=ClockWakeUps(ticking, presence),
        presence=presence,
        connections=connections,
        library=heavy.library,
        model=heavy.model if with_engines else _no_model,
        database=lambda: _database(paths),
        ears=heavy.ears if with_engines else None,
        mouth=heavy.mouth if with_engines else None,
        sounds=heavy.sounds if with_engines else None,
        calendars=heavy.calendars,
    )


class _Heavy:
    """Makes what most commands do without; the modules are imported then, not before."""

    def __init__(self, paths: Paths, settings: Settings, connections: ConnectionLedger) -> None:
        self._paths = paths
        self._settings = settings
        self._connections = connections

    def library(self) -> ModelLibrary:
        from assistant.engines.models.library import LocalModelLibrary

        return LocalModelLibrary(self._paths, self._settings, self._connections)

    def model(self, models: ModelLibrary) -> LanguageModel:
        from assistant.engines.llm.client import LlmEngine

        return LlmEngine(models, self._settings, self._paths)

    def ears(self, models: ModelLibrary) -> Ears:
        from assistant.engines.ears.client import LocalEars

        return LocalEars(models, self._settings)

    def mouth(self, models: ModelLibrary) -> Mouth:
        from assistant.engines.mouth.client import LocalMouth

        return LocalMouth(models, self._settings)

    def sounds(self) -> Sounds:
        from assistant.engines.sound.client import SoundEngine

        return SoundEngine()

    def calendars(self) -> Fetcher:
        from assistant.sync.web_calendar import WebCalendars

        return WebCalendars(self._connections)


def _no_model(_models: ModelLibrary) -> LanguageModel:
    raise ModelError("model.missing", "No language model is used here.")


def language_model(paths: Paths, settings: Settings) -> LanguageModel | None:
    """The chosen model alone, without a store; None where it is not installed."""
    heavy = _Heavy(paths, settings, ConnectionLedger())
    models = heavy.library()
    name = settings.text("model")
    if not any(record.name == name and record.installed for record in models.list()):
        return None
    return heavy.model(models)


def _database(paths: Paths) -> Finding:
    """The health of the database file."""
    from assistant.store.checkup import check_up

    try:
        found = check_up(paths.database)
    except sqlite3.Error as error:
        return Finding("database", Health.PROBLEM, f"The database {paths.database} cannot be read: {error}.")
    if found.problem:
        return Finding("database", Health.PROBLEM, f"The database {paths.database} is damaged: {found.problem}.")
    text = f"The database is sound: {gigabytes(found.bytes)}, version {found.version}, {found.journal_mode} journal."
    return Finding("database", Health.OK if found.journal_mode == "wal" else Health.WARNING, text)

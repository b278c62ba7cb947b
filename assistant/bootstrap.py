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
from assistant.services.presence import Presence
from assistant.services.sound_ports import Sounds
from assistant.services.wakeups import ClockWakeUps
from assistant.services.wording import gigabytes
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

    def library() -> ModelLibrary:
        from assistant.engines.models.library import LocalModelLibrary  # not needed by most commands

        return LocalModelLibrary(paths, settings, connections)

    def model(models: ModelLibrary) -> LanguageModel:
        if not with_engines:
            raise ModelError("model.missing", "No language model is used here.")
        from assistant.engines.llm.client import LlmEngine

        return LlmEngine(models, settings, paths)

    def ears(models: ModelLibrary) -> Ears:
        from assistant.engines.ears.client import LocalEars

        return LocalEars(models, settings)

    def mouth(models: ModelLibrary) -> Mouth:
        from assistant.engines.mouth.client import LocalMouth

        return LocalMouth(models, settings)

    def sounds() -> Sounds:
        from assistant.engines.sound.client import SoundEngine

        return SoundEngine()

    def calendars() -> Fetcher:
        from assistant.sync.web_calendar import WebCalendars

        return WebCalendars(connections)

    return Assistant(
        paths=paths,
        settings=settings,
        clock=ticking,
        store=open_store(paths, ticking),
        wakeups=ClockWakeUps(ticking, presence),
        presence=presence,
        connections=connections,
        library=library,
        model=model,
        database=lambda: _database(paths),
        ears=ears if with_engines else None,
        mouth=mouth if with_engines else None,
        sounds=sounds if with_engines else None,
        calendars=calendars,
    )


def language_model(paths: Paths, settings: Settings) -> LanguageModel | None:
    """The chosen model alone, without a store; None where it is not installed."""
    from assistant.engines.llm.client import LlmEngine
    from assistant.engines.models.library import LocalModelLibrary

    models = LocalModelLibrary(paths, settings, ConnectionLedger())
    name = settings.text("model")
    if not any(record.name == name and record.installed for record in models.list()):
        return None
    return LlmEngine(models, settings, paths)


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

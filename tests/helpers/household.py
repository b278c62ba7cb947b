"""All services on a store in memory, a clock that is told the time, a scripted model: for tests of use cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from assistant.config.connections import ConnectionLedger
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.services.assistant import Assistant
from assistant.services.doctor import Finding, Health
from assistant.services.notices import Notice
from assistant.services.ports import Store
from assistant.services.wording.region import Region
from tests.helpers.clock import FakeClock
from tests.helpers.fake_store import FakeStore
from tests.helpers.scripted_model import OneModelLibrary, ScriptedModel
from tests.helpers.scripted_voice import ScriptedEars, ScriptedMouth


class HeldWakeUps:
    """The `WakeUps` port; `ring` plays the scheduler."""

    def __init__(self) -> None:
        self.next: datetime | None = None
        self._callback: Callable[[], None] | None = None

    def set_next(self, moment: datetime | None) -> None:
        self.next = moment

    def start(self, callback: Callable[[], None]) -> None:
        self._callback = callback

    def ring(self) -> None:
        assert self._callback is not None, "nobody started the wake-ups"
        self._callback()

    def nudge(self) -> None:
        self.ring()

    def close(self) -> None:
        self._callback = None


class Household:
    """An `Assistant` with its surroundings in reach; `news` holds every notice in order."""

    def __init__(
        self,
        *,
        clock: FakeClock | None = None,
        store: Store | None = None,
        model_installed: bool = True,
        folder: Path = Path("/nonexistent"),
        region: Region | None = None,
    ) -> None:
        self.clock = clock or FakeClock()
        self.store = store or FakeStore()
        self.wakeups = HeldWakeUps()
        self.model = ScriptedModel()
        self.library = OneModelLibrary(installed=model_installed)
        self.ears = ScriptedEars()
        self.mouth = ScriptedMouth()
        self.settings = Settings(None)
        self.news: list[Notice] = []
        self.assistant = Assistant(
            paths=Paths.profile(folder),
            settings=self.settings,
            clock=self.clock,
            store=self.store,
            wakeups=self.wakeups,
            connections=ConnectionLedger(),
            library=lambda: self.library,
            model=lambda _library: self.model,
            ears=lambda _library: self.ears,
            mouth=lambda _library: self.mouth,
            database=lambda: Finding("database", Health.OK, "The database is sound."),
            region=region or Region(),
        )
        self.assistant.notices.subscribe(self.news.append)

    def again(self) -> Household:
        """The program ended and started anew on the same store."""
        return Household(clock=self.clock, store=self.store)

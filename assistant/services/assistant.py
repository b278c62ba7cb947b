"""Everything the two doors, window and command line, can ask for, in one value."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from assistant.config.connections import ConnectionLedger
from assistant.config.errors import EngineError
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.clock import Clock
from assistant.services.calendar.almanac import Almanac, almanac_for
from assistant.services.calendar.planning import PlanningService
from assistant.services.calendar.schedule import ScheduleService
from assistant.services.changes import Changes
from assistant.services.conversation.examples import ExampleService
from assistant.services.conversation.service import ConversationService
from assistant.services.doctor import Doctor, Finding
from assistant.services.model_ports import LanguageModel, ModelLibrary
from assistant.services.names import follow_language
from assistant.services.notices import Notices
from assistant.services.once import Once
from assistant.services.ports import Store, WakeUps
from assistant.services.reminders.follow_ups import FollowUpService
from assistant.services.reminders.insisting import Manner
from assistant.services.reminders.presence import Presence
from assistant.services.reminders.service import ReminderService
from assistant.services.reminders.timers import TimerService
from assistant.services.requests.asked import Services
from assistant.services.search import SearchService
from assistant.services.sound_ports import Sounds
from assistant.services.tasks.lists import TaskListService
from assistant.services.tasks.order import TaskOrderService
from assistant.services.tasks.service import TaskService
from assistant.services.undo import UndoService
from assistant.services.watch import StoreWatch
from assistant.services.wording.region import Region, reader_language, week_start, wording_for
from assistant.services.wording.times import Wording

if TYPE_CHECKING:
    from assistant.services.calendar_files.files import CalendarFileService
    from assistant.services.calendar_files.sources import Fetcher
    from assistant.services.calendar_files.subscriptions import SubscriptionService
    from assistant.services.voice.memos import MemoService
    from assistant.services.voice_ports import Ears, Mouth

_LOG = logging.getLogger(__name__)


class Assistant:
    """The services of one profile. Parts that load something heavy come into being when they are first asked for.

    Attributes:
        paths: Where things are.
        settings: What the person chose.
        clock: The time and the zone.
        store: The database.
        connections: Every connection to the network so far.
        notices: News after each change.
        presence: When the program was there to remind, and when not.
        schedule: Calendars and events.
        tasks: Tasks.
        lists: The lists of tasks.
        order: Where tasks stand.
        planning: Time for tasks in the calendar.
        reminders: What rings.
        timers: Timers while they run.
        follow_ups: What is asked after unless it is done by then.
        undo: The journal.
        search: Finds by words.
        watch: Notices what other processes write; the window starts it.
    """

    def __init__(
        self,
        *,
        paths: Paths,
        settings: Settings,
        clock: Clock,
        store: Store,
        wakeups: WakeUps,
        connections: ConnectionLedger,
        library: Callable[[], ModelLibrary],
        model: Callable[[ModelLibrary], LanguageModel],
        database: Callable[[], Finding],
        ears: Callable[[ModelLibrary], Ears] | None = None,
        mouth: Callable[[ModelLibrary], Mouth] | None = None,
        region: Region | None = None,
        sounds: Callable[[], Sounds] | None = None,
        presence: Presence | None = None,
        calendars: Callable[[], Fetcher] | None = None,
    ) -> None:
        self.paths = paths
        self.settings = settings
        self.clock = clock
        self.store = store
        self.connections = connections
        self.notices = Notices()
        self.presence = presence or Presence()
        self._wakeups = wakeups
        self._make_library = library
        self._make_model = model
        self._make_sounds = sounds
        self._make_fetcher = calendars
        self._database = database
        self._make_ears = ears
        self._make_mouth = mouth
        self._region = region if region is not None else Region.of_environment(os.environ)
        self._changes = Changes(store, clock, self.notices, wakeups)
        self.schedule = ScheduleService(self._changes)
        self.tasks = TaskService(self._changes)
        self.lists = TaskListService(self._changes)
        self.order = TaskOrderService(self._changes)
        self.planning = PlanningService(self._changes)
        self.reminders = ReminderService(self._changes, _manner(settings))
        self.timers = TimerService(self._changes)
        self.follow_ups = FollowUpService(self._changes)
        self.undo = UndoService(self._changes)
        self.search = SearchService(self._changes)
        self.watch = StoreWatch(self._changes)

    @Once
    def subscriptions(self) -> SubscriptionService:
        """Calendars that others keep; loaded when one is wanted."""
        from assistant.services.calendar_files.subscriptions import SubscriptionService

        return SubscriptionService(self._changes, self.files, self.settings, self._make_fetcher)

    @Once
    def files(self) -> CalendarFileService:
        """Calendar files in and out; loaded when one is wanted."""
        from assistant.services.calendar_files.files import CalendarFileService

        return CalendarFileService(self._changes)

    @Once
    def library(self) -> ModelLibrary:
        """The models on this computer and in the catalogue."""
        return self._make_library()

    @Once
    def model(self) -> LanguageModel:
        """The language model. Its process starts with the first question."""
        return self._make_model(self.library)

    @Once
    def ears(self) -> Ears:
        """What listens. Its process starts with the first request. Raises EngineError ``engine.closed`` without one."""
        if self._make_ears is None:
            raise EngineError("engine.closed", "Nothing listens here.")
        return self._make_ears(self.library)

    @Once
    def mouth(self) -> Mouth:
        """What speaks. Its process starts with the first word. Raises EngineError ``engine.closed`` without one."""
        if self._make_mouth is None:
            raise EngineError("engine.closed", "Nothing speaks here.")
        return self._make_mouth(self.library)

    @Once
    def sounds(self) -> Sounds | None:
        """The sounds of reminders, None where built without. The process starts with the first sound."""
        return self._make_sounds() if self._make_sounds is not None else None

    @Once
    def examples(self) -> ExampleService:
        """What the person corrected."""
        return ExampleService(self._changes)

    @Once
    def conversation(self) -> ConversationService:
        """What is said and answered."""
        services = Services(
            changes=self._changes,
            schedule=self.schedule,
            tasks=self.tasks,
            reminders=self.reminders,
            follow_ups=self.follow_ups,
            timers=self.timers,
            settings=self.settings,
        )
        return ConversationService(services, lambda: self.model, lambda: self.library, self._region)

    @Once
    def memos(self) -> MemoService:
        """Voice memos; loaded when one is wanted."""
        from assistant.services.voice.memos import MemoService

        return MemoService(
            lambda: self.ears, lambda: self.conversation, self.tasks, self.settings, self.clock, self.paths.memos
        )

    @Once
    def doctor(self) -> Doctor:
        """The check of everything."""
        return Doctor(self.paths, self.settings, self.clock, lambda: self.library, self._database, lambda: self.sounds)

    @property
    def wording(self) -> Wording:
        """How the reader wants times written, as the settings stand now."""
        return wording_for(self.settings, self._region)

    @property
    def week_start(self) -> int:
        """First day of the week, 0 is Monday, as the settings stand now."""
        return week_start(self.settings, self._region)

    @property
    def almanac(self) -> Almanac:
        """Which holidays and lunar dates the calendar shows, as the settings stand now."""
        return almanac_for(self.settings, self._region, chinese=self.wording.chinese)

    @property
    def language(self) -> str:
        """The language of the interface: "en" or "zh"."""
        return reader_language(self.settings, self._region)

    def follow_language(self) -> None:
        """The first list and calendar get their names in the reader's language, unless the person renamed them."""
        follow_language(self._changes, self.language)

    def close(self) -> None:
        """Ends the watch, the wake-ups, the model's process and the store, in that order."""
        self.watch.close()
        self._wakeups.close()
        for engine in ("sounds", "mouth", "ears", "model"):
            if self.__dict__.get(engine) is not None:
                self.__dict__[engine].close()
        self.store.close()
        _LOG.info("closed")


def _manner(settings: Settings) -> Manner:
    """How reminders insist, as the settings stand at each moment."""
    return Manner(
        every=lambda: timedelta(minutes=settings.number("repeat_minutes")), high=lambda: settings.flag("repeat_high")
    )

"""Calendars that others keep: fetched again and again, shown, not changed here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from assistant.config.errors import NotFoundError
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.domain.event import Calendar
from assistant.domain.items import Origin
from assistant.domain.subscription import Failure, SubscriptionState
from assistant.domain.task import INBOX
from assistant.services.calendar_files.files import CalendarFileService, fresh_calendar
from assistant.services.calendar_files.importing import Target
from assistant.services.calendar_files.sources import Fetched, Fetcher, SourceError
from assistant.services.calendar_files.summary import Imported
from assistant.services.changes import Changes

_LOG = logging.getLogger(__name__)
USUAL_MINUTES = 60 * 6
LEAST_MINUTES = 5
_WEB = ("http://", "https://", "webcal://", "webcals://")


class SubscriptionService:
    """Subscribed calendars. Methods block for as long as the network takes; any thread but the one that draws."""

    def __init__(
        self, changes: Changes, files: CalendarFileService, settings: Settings, fetcher: Callable[[], Fetcher] | None
    ) -> None:
        self._changes = changes
        self._files = files
        self._settings = settings
        self._make_fetcher = fetcher

    @cached_property
    def _fetcher(self) -> Fetcher:
        if self._make_fetcher is None:
            raise SourceError("subscription.offline", "Nothing is fetched here.")
        return self._make_fetcher()

    def states(self) -> dict[str, SubscriptionState]:
        """How the last reading of each went, by the calendar's uid."""
        with self._changes.store.reading() as unit:
            return {state.calendar_uid: state for state in unit.subscriptions.all()}

    def subscribe(
        self, source: str, *, name: str = "", minutes: int = USUAL_MINUTES, cancel: Cancellation | None = None
    ) -> Imported:
        """Adds a calendar that follows a file or an address on the web, with what is in it now.

        Args:
            source: A path, or an address beginning with http, https or webcal.
            name: What to call it; else what the file says.
            minutes: How long until it is read again; 0 for never by itself.
            cancel: Stops it.

        Raises:
            SourceError: It could not be read; nothing is added then.
            StoreError: The store could not write.
        """
        clean = source.strip()
        token = cancel or Cancellation()
        fetched = self._fetch(clean, SubscriptionState(calendar_uid=""), token)
        assert fetched.file is not None
        with self._changes.store.reading() as unit:
            beside = unit.calendars.all()
            inbox = next(one for one in unit.task_lists.all() if one.uid == INBOX)
        with fetched.file as file:
            called = name.strip() or self._files.name_of(file) or _short(clean)
            file.seek(0)
            calendar = replace(
                fresh_calendar(called, beside),
                read_only=True,
                source=clean,
                refresh_minutes=max(minutes, LEAST_MINUTES) if minutes else 0,
            )
            result = Imported(source=_short(clean), calendar=calendar.name)
            target = Target(calendar, inbox, calendar_is_new=True, with_tasks=False)
            self._files.bring(file, target, result, lambda _count: None, token)
        if result.failure:
            raise _empty(clean, result)
        self._note(calendar, fetched)
        return result

    def refresh(self, uid: str, cancel: Cancellation | None = None) -> Imported | None:
        """Reads a subscribed calendar again; None where nothing has changed.

        What its file has no more is taken out. The history does not tell of it: it is not the person's doing.

        Raises:
            NotFoundError: ``calendar.missing``.
            SourceError: It could not be read; what is here stays, and `states` tells why.
        """
        with self._changes.store.reading() as unit:
            calendar, state = unit.calendars.get(uid), unit.subscriptions.get(uid)
            inbox = next(one for one in unit.task_lists.all() if one.uid == INBOX)
        if calendar is None or not calendar.source:
            raise NotFoundError("calendar.missing", "This calendar does not exist any more.")
        state = state or SubscriptionState(calendar_uid=uid)
        try:
            fetched = self._fetch(calendar.source, state, cancel or Cancellation())
        except SourceError as error:
            self._note(calendar, Fetched(None, state.etag, state.modified), error)
            raise
        if fetched.file is None:
            self._note(calendar, fetched)
            return None
        result = Imported(source=_short(calendar.source), calendar=calendar.name)
        with fetched.file as file:
            target = Target(calendar, inbox, with_tasks=False)
            token = cancel or Cancellation()
            names = self._files.bring(file, target, result, lambda _count: None, token, origin=Origin.SYNC)
        if result.failure:
            # An empty answer is a fault more often than an empty calendar: what is here stays.
            empty = _empty(calendar.source, result)
            self._note(calendar, Fetched(None, state.etag, state.modified), empty)
            return result
        result.removed = self._remove_others(calendar, names)
        self._forget(result.entry_id)
        self._note(calendar, fetched)
        return result

    def due(self) -> tuple[str, ...]:
        """The calendars whose time to be read again has come."""
        now = self._changes.now()
        states = self.states()
        with self._changes.store.reading() as unit:
            calendars = unit.calendars.all()
        return tuple(one.uid for one in calendars if _is_due(one, states.get(one.uid), now))

    def refresh_due(self, cancel: Cancellation | None = None) -> int:
        """Reads again what is due; how many had news. What fails is noted, not raised."""
        news = 0
        for uid in self.due():
            try:
                result = self.refresh(uid, cancel)
            except (SourceError, NotFoundError) as error:
                _LOG.info("a subscribed calendar could not be read: %s", error.message)
                continue
            news += result is not None
        return news

    # ----------------------------------------------------------------------------------------------------- inside

    def _fetch(self, source: str, state: SubscriptionState, cancel: Cancellation) -> Fetched:
        if source.lower().startswith(_WEB):
            if self._settings.flag("work_offline"):
                raise SourceError("subscription.offline", "The program works offline.")
            return self._fetcher.fetch(source, state, cancel)
        path = Path(source.removeprefix("file://")).expanduser()
        try:
            status = path.stat()
            modified = f"{status.st_mtime_ns}-{status.st_size}"
            if modified == state.modified:
                return Fetched(None, "", modified)
            return Fetched(path.open("rb"), "", modified)
        except OSError as error:
            reason = error.strerror or str(error)
            told = f"“{path.name}” cannot be read: {reason}."
            raise SourceError("subscription.file", told, path=path, reason=reason) from error

    def _remove_others(self, calendar: Calendar, names: frozenset[str]) -> int:
        with self._changes.store.writing() as unit:
            gone = [one for one in unit.bulk.events_of(calendar.uid) if (one.ical_uid or one.uid) not in names]
            if not gone:
                return 0
            for event in gone:
                unit.events.remove(event.uid)
            entry = unit.record(f"Refreshed calendar: {calendar.name}", at=self._changes.now(), origin=Origin.SYNC)
            wake = unit.reminders.next_wake()
            unit.commit()
        self._changes.tell(entry, wake)
        self._forget(entry.id)
        return len(gone)

    def _forget(self, entry_id: int | None) -> None:
        if entry_id is None:
            return
        with self._changes.store.writing() as unit:
            unit.bulk.forget(entry_id)
            unit.commit()

    def _note(self, calendar: Calendar, fetched: Fetched, error: SourceError | None = None) -> None:
        state = SubscriptionState(
            calendar_uid=calendar.uid,
            etag=fetched.etag,
            modified=fetched.modified,
            checked_at=self._changes.now().astimezone(UTC),
            failure=_failure(error),
        )
        with self._changes.store.writing() as unit:
            unit.subscriptions.put(state)
            unit.commit()


def _empty(source: str, result: Imported) -> SourceError:
    return SourceError("subscription.empty", f"{_short(source)}: {result.failure}.", name=_short(source))


def _failure(error: SourceError | None) -> Failure | None:
    if error is None:
        return None
    facts = tuple(sorted((name, str(value)) for name, value in error.facts.items()))
    return Failure(code=error.code, message=error.message, facts=facts)


def _is_due(calendar: Calendar, state: SubscriptionState | None, now: datetime) -> bool:
    if not calendar.source or not calendar.refresh_minutes:
        return False
    if state is None or state.checked_at is None:
        return True
    since = now.astimezone(UTC) - state.checked_at
    return since >= timedelta(minutes=calendar.refresh_minutes) or since < timedelta(0)


def _short(source: str) -> str:
    """A source as people can read it: the host, or the name of the file; never a key that stands in an address."""
    for prefix in _WEB:
        if source.lower().startswith(prefix):
            return source[len(prefix) :].partition("/")[0].rpartition("@")[2]
    return Path(source).name

"""The events of a file on their way into a calendar, some hundred at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.domain.event import Event, Override
from assistant.domain.items import ItemKind, new_uid
from assistant.domain.reach import reach
from assistant.domain.recurrence import repeats
from assistant.ical.components import Component
from assistant.ical.problems import Problem, Trouble, Unsound, short
from assistant.ical.reading import by_itself, check_start, named_facts, read_event, read_override
from assistant.ical.zones import Zones
from assistant.services.calendar_files.deciding import MOST_COPIES, Verdict, judged
from assistant.services.calendar_files.summary import Imported
from assistant.services.ports import UnitOfWork
from assistant.services.reminders.alerts import align_event

MOST_CHANGED = 5_000
_LONGEST_UID = 200
# Changed occurrences wait for their series, which a file may tell later; not for any length of it.
_MOST_HELD = 10_000


@dataclass(slots=True)
class _Seen:
    sequence: int
    raw_hash: int
    copies: int = 1


class EventsComing:
    """Reads VEVENTs, decides about each, and puts them; lives as long as the import of one file."""

    def __init__(
        self,
        calendar_uid: str,
        zones: Zones,
        now: datetime,
        viewer: ZoneInfo,
        result: Imported,
        keep: Callable[[Component, Unsound], None],
    ) -> None:
        """Takes what cannot be shown to `keep`; the rest is told by the names of its parameters."""
        self._keep = keep
        self._calendar_uid = calendar_uid
        self._zones = zones
        self._now = now
        self._viewer = viewer
        self._result = result
        self._waiting: dict[str, tuple[Component, Event]] = {}
        self._changed: dict[str, list[Component]] = {}
        self._seen: dict[str, _Seen] = {}
        self._overfull: set[str] = set()
        self._crowded: set[str] = set()  # names of too many entries
        self._held = 0

    @property
    def waiting(self) -> int:
        """How many events wait to be put, with the changed occurrences where those have become too many to wait."""
        return len(self._waiting) + (self._held if self._held > _MOST_HELD else 0)

    @property
    def changed(self) -> bool:
        """True where changed occurrences wait for their series."""
        return bool(self._changed)

    @property
    def names(self) -> frozenset[str]:
        """The names of all events that the file has."""
        return frozenset(self._seen)

    def take(self, component: Component) -> None:
        """A VEVENT. Raises Unsound where it cannot be shown."""
        told = component.first("UID")
        if told is not None and told.value.strip() in self._crowded and component.first("RECURRENCE-ID") is None:
            return
        check_start(component)
        facts = named_facts(component)
        name = facts.value("UID")
        if facts.first("RECURRENCE-ID") is not None:
            self._take_changed(name, component)
            return
        if self._known(name, component):
            return
        event = read_event(
            component,
            uid="",
            calendar_uid=self._calendar_uid,
            zones=self._zones,
            now=self._now,
            report=self._result.report,
        )
        self._result.events += 1
        named = self._named(name, event, component)
        if named is not None:
            self._waiting[named.ical_uid] = (component, named)

    def _known(self, name: str, component: Component) -> bool:
        """True for what need not be read, because it is the same once more."""
        seen = self._seen.get(name)
        if seen is None:
            return False
        if seen.raw_hash != hash(component.raw):
            return False
        self._result.events += 1
        self._result.unchanged += 1
        return True

    def _take_changed(self, name: str, component: Component) -> None:
        changed = self._changed.setdefault(name, [])
        if len(changed) < MOST_CHANGED:
            changed.append(component)
            self._held += 1
        elif name not in self._overfull:
            self._overfull.add(name)
            self._result.report(Problem(component.line, Trouble.MANY_CHANGED, (str(MOST_CHANGED),)))

    def _named(self, name: str, event: Event, component: Component) -> Event | None:
        """The event under the name that it has here; None where the file says it twice, or newer elsewhere.

        Programs exist that give one UID to several events: those are all kept.
        """
        mark = hash(event.raw)
        seen = self._seen.get(name)
        if seen is None:
            self._seen[name] = _Seen(event.sequence, mark)
            return event
        if seen.raw_hash == mark:
            self._result.unchanged += 1
            return None
        if event.sequence < seen.sequence:
            self._result.older += 1
            self._result.report(Problem(component.line, Trouble.NEWER_IN_FILE, (event.title,)))
            return None
        seen.copies += 1
        if seen.copies > MOST_COPIES:
            if name not in self._crowded:
                self._crowded.add(name)
                self._result.report(Problem(component.line, Trouble.MANY_COPIES, (str(MOST_COPIES), short(name))))
            return None
        if event.sequence > seen.sequence:
            self._seen[name] = _Seen(event.sequence, mark, seen.copies)
            self._result.older += 1
            self._result.report(Problem(component.line, Trouble.OLDER_IN_FILE, (event.title,)))
            return event
        return self._named(f"{name} #{seen.copies}", replace(event, ical_uid=f"{name} #{seen.copies}"), component)

    # ---------------------------------------------------------------------------------------------------- putting

    def put(self, unit: UnitOfWork) -> None:
        """Puts what waits, with the changed occurrences that came before."""
        if self._held > _MOST_HELD:
            self._put_changed(unit)
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        names = list(waiting)
        known = unit.bulk.events_named(self._calendar_uid, names)
        taken = unit.bulk.taken(ItemKind.EVENT, names)
        changes: list[tuple[Event | None, Event]] = []
        for component, event in waiting.values():
            old = known.get(event.ical_uid)
            overrides = self._overrides(event) if repeats(event) else ()
            if old is None:
                free = event.ical_uid not in taken and len(event.ical_uid) <= _LONGEST_UID
                uid = event.ical_uid if free else new_uid()
                changes.append((None, replace(event, uid=uid, overrides=overrides)))
                self._result.added += 1
                continue
            verdict = judged(old.raw, old.sequence, component, event.sequence)
            if verdict is Verdict.SAME and _raws(overrides) != _raws(old.overrides) and overrides:
                verdict = Verdict.UPDATE
            if verdict is Verdict.SAME:
                self._result.unchanged += 1
            elif verdict is Verdict.OLDER:
                self._result.older += 1
            else:
                again = replace(event, uid=old.uid, created_at=old.created_at, overrides=overrides)
                changes.append((old, again))
                self._result.updated += 1
        self._store(unit, changes)

    def _overrides(self, series: Event) -> tuple[Override, ...]:
        found: dict[str, tuple[int, Override]] = {}
        for component in self._changed.pop(series.ical_uid, ()):
            try:
                override = read_override(component, series, self._zones, self._result.report)
            except Unsound as unsound:
                self._keep(component, unsound)
                continue
            sequence = named_facts(component).number("SEQUENCE")
            known = found.get(override.recurrence_id)
            if known is None or known[0] <= sequence:
                found[override.recurrence_id] = (sequence, override)
        return tuple(override for _sequence, override in found.values())

    def _store(self, unit: UnitOfWork, changes: list[tuple[Event | None, Event]]) -> None:
        unit.bulk.put_events(changes)
        for _before, event in changes:
            if event.alert_minutes or _before is not None:
                last = reach(event)[1]
                if last is None or last >= self._now:
                    align_event(unit, event, self._now, self._viewer, journalled=False)

    def put_rest(self, unit: UnitOfWork) -> None:
        """At the end of the file: changed occurrences whose series came before them, is here already, or is nowhere."""
        self._put_changed(unit)
        self.put(unit)

    def _put_changed(self, unit: UnitOfWork) -> None:
        self._held = 0
        while self._changed:
            names = list(self._changed)[:500]
            known = unit.bulk.events_named(self._calendar_uid, names)
            changes: list[tuple[Event | None, Event]] = []
            for name in names:
                series = known.get(name)
                if series is not None and repeats(series):
                    changed = self._joined(series)
                    if changed is not None:
                        changes.append((series, changed))
                else:
                    self._alone(name)
            self._store(unit, changes)

    def _joined(self, series: Event) -> Event | None:
        """The series with the occurrences that the file changes; None where it has them already."""
        in_file = series.ical_uid in self._seen
        new = {override.recurrence_id: override for override in self._overrides(series)}
        old = {override.recurrence_id: override for override in series.overrides}
        if all(name in old and old[name].raw == override.raw for name, override in new.items()):
            return None
        if not in_file:
            self._result.updated += 1
        return replace(series, overrides=tuple((old | new).values()), updated_at=self._now)

    def _alone(self, name: str) -> None:
        """Occurrences of a series that nobody has: each is shown by itself."""
        for component in self._changed.pop(name):
            named = named_facts(component).value("RECURRENCE-ID")
            try:
                event = read_event(
                    component,
                    uid="",
                    calendar_uid=self._calendar_uid,
                    zones=self._zones,
                    now=self._now,
                    report=self._result.report,
                )
            except Unsound as unsound:
                self._keep(component, unsound)
                continue
            self._result.events += 1
            single = replace(by_itself(event), ical_uid=f"{name} {named}")
            kept = self._named(single.ical_uid, single, component)
            if kept is not None:
                self._waiting[kept.ical_uid] = (component, kept)


def _raws(overrides: tuple[Override, ...]) -> dict[str, str]:
    return {override.recurrence_id: override.raw for override in overrides}

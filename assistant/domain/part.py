"""What a calendar file holds beside events and tasks, kept so that the next export has it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPart:
    """A component (VTIMEZONE, VJOURNAL, X-…, also a VEVENT without a start), or where `component` is empty a property.

    `ical_uid` is its name in the file: the UID, the TZID, the name of the property. `raw` as in `Event`.
    """

    uid: str
    calendar_uid: str
    component: str
    ical_uid: str
    raw: str
    updated_at: datetime
    sequence: int = 0

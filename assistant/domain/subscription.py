"""How the last reading of a subscribed calendar went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a calendar could not be read: the code and facts of an error, by which it is told, and its own sentence."""

    message: str
    code: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionState:
    """`etag` and `modified` are what the source said of its version; `failure` is None where all is well.

    `checked_at` is the last attempt, None where there was none.
    """

    calendar_uid: str
    etag: str = ""
    modified: str = ""
    checked_at: datetime | None = None
    failure: Failure | None = None

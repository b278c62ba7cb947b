"""What was said, and the receipts that prove what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.domain.items import ItemKind


class Role(StrEnum):
    """Who said it."""

    PERSON = "person"
    ASSISTANT = "assistant"


class MessageState(StrEnum):
    """How far an answer has come; what the person says is complete from the start."""

    COMPLETE = "complete"
    STREAMING = "streaming"
    STOPPED = "stopped"
    FAILED = "failed"


class Action(StrEnum):
    """What a receipt says was done."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    COMPLETED = "completed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptItem:
    """One changed item as it was right after the change; `before` holds the old value of what changed.

    Times: `start_at`/`end_at` aware, or `start_on`/`end_on` (exclusive) for whole days.
    `clashes` are the titles of what it overlaps. Of a series, `recurrence_id` names the occurrence that was shown.
    `kind` is the word the person knows it by: event, task or reminder (also alarm and timer).
    """

    kind: str
    uid: str
    item_kind: ItemKind
    title: str
    start_at: datetime | None = None
    end_at: datetime | None = None
    start_on: str | None = None
    end_on: str | None = None
    rrule: str | None = None
    location: str = ""
    list_name: str = ""
    alert_minutes: tuple[int, ...] = ()
    before: str = ""
    clashes: tuple[str, ...] = ()
    recurrence_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Proof of a change: what, to which items, and the journal entry that undoes it."""

    action: Action
    items: tuple[ReceiptItem, ...]
    journal_id: int
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Messages that belong together. `title` is what the person said first, "" before that; times are aware."""

    uid: str
    title: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One turn.

    Attributes:
        sources: Uids of the items an answer was drawn from.
        unsaid: Of an answer that was cut off while it was spoken, what was left, which may be ""; else None.
    """

    uid: str
    conversation_uid: str
    role: Role
    text: str
    created_at: datetime
    state: MessageState = MessageState.COMPLETE
    receipt: Receipt | None = None
    sources: tuple[str, ...] = ()
    unsaid: str | None = None

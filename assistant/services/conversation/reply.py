"""What comes back to a person who asked for something: one value that the window and the command line both render."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.domain.conversation import Receipt, ReceiptItem
from assistant.domain.recurrence import Scope
from assistant.understanding.request import Request, Route, Understanding


class ReplyKind(StrEnum):
    """What is expected of the person: nothing, nothing, one of the choices, yes or no."""

    RECEIPT = "receipt"
    ANSWER = "answer"
    QUESTION = "question"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One possible answer to a question; `request` is carried out when it is taken, `target_uid` names its item.

    `target_uids` name them where there are several. Of a series, `recurrence_id` names the occurrence and `scope` says
    how much of it. `text` is what the person had said.
    """

    label: str
    request: Request
    target_uid: str | None = None
    target_uids: tuple[str, ...] = ()
    recurrence_id: str | None = None
    scope: Scope | None = None
    text: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The outcome of one turn.

    `text` is in the person's language and stands alone. `items` are those shown by an answer or changed by a receipt,
    or (approval) those that would change. `receipts` has one element for each request carried out. `choices` belong to
    questions and approvals. `message_uid` names the stored answer; None for one-shot commands. `error_code` is that of
    the `AssistantError` that kept the model from answering, or says why nothing was done; empty when all went well.
    """

    kind: ReplyKind
    text: str
    route: Route
    receipts: tuple[Receipt, ...] = ()
    items: tuple[ReceiptItem, ...] = ()
    choices: tuple[Choice, ...] = ()
    message_uid: str | None = None
    stopped: bool = False
    error_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What the bar shows while typing: the understanding, how the item would stand, and one line of consequence."""

    understanding: Understanding
    start_at: datetime | None
    end_at: datetime | None
    all_day: bool
    list_name: str
    clashes: tuple[str, ...]
    free: bool
    past: bool

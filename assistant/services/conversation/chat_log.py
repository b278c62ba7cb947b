"""The record of what was said: conversations and their messages."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.config.errors import NotFoundError
from assistant.domain.conversation import Conversation, Message, MessageState, Receipt, ReceiptItem, Role
from assistant.domain.items import new_uid
from assistant.services.changes import Changes
from assistant.services.ports import UnitOfWork

_TITLE = 60
_LOOKED_BACK = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message to be stored."""

    role: Role
    text: str
    state: MessageState = MessageState.COMPLETE
    receipt: Receipt | None = None
    sources: tuple[str, ...] = ()


class ChatLog:
    """Reads and writes messages of the current conversation. Any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._lock = threading.Lock()
        self._current: str | None = None
        self._growing: dict[str, Message] = {}

    def conversations(self) -> tuple[Conversation, ...]:
        """The one spoken in last comes first."""
        with self._changes.store.reading() as unit:
            return unit.conversations.all()

    def current(self) -> Conversation | None:
        """The conversation that new messages go to; None before the first message."""
        with self._changes.store.reading() as unit:
            return self._find(unit)

    def _find(self, unit: UnitOfWork) -> Conversation | None:
        chosen = unit.conversations.get(self._current) if self._current else None
        return chosen or unit.conversations.latest()

    def begin(self) -> Conversation:
        """Starts a new conversation; an empty one is used again."""
        now = self._changes.now()
        with self._lock, self._changes.store.writing() as unit:
            current = self._find(unit)
            if current is None or unit.conversations.messages(current.uid, last=1):
                current = Conversation(uid=new_uid(), title="", created_at=now, updated_at=now)
                unit.conversations.put(current)
                unit.commit()
            self._current = current.uid
        return current

    def open(self, uid: str) -> Conversation:
        """Goes on with an earlier conversation. Raises NotFoundError ``conversation.missing``."""
        with self._changes.store.reading() as unit:
            found = unit.conversations.get(uid)
        if found is None:
            raise NotFoundError("conversation.missing", "This conversation does not exist any more.")
        self._current = uid
        return found

    def messages(self, last: int) -> tuple[Message, ...]:
        """The newest `last` of the current conversation, oldest first.

        Receipts say whether they were undone, and their times are in the reader's zone. What was still being written
        when the program ended counts as stopped.
        """
        with self._changes.store.reading() as unit:
            current = self._find(unit)
            found = unit.conversations.messages(current.uid, last=last) if current else ()
            return tuple(self._true(unit, message) for message in found)

    def _true(self, unit: UnitOfWork, message: Message) -> Message:
        if message.state is MessageState.STREAMING and message.uid not in self._growing:
            message = replace(message, state=MessageState.STOPPED)
        if message.receipt is not None:
            entry = unit.journal.get(message.receipt.journal_id)
            undone = entry is not None and entry.undone_at is not None
            items = tuple(_in_zone(item, self._changes.zone()) for item in message.receipt.items)
            message = replace(message, receipt=replace(message.receipt, undone=undone, items=items))
        return message

    def add(
        self,
        role: Role,
        text: str,
        *,
        state: MessageState = MessageState.COMPLETE,
        receipt: Receipt | None = None,
        sources: tuple[str, ...] = (),
    ) -> Message:
        """Stores a message at the end of the current conversation."""
        return self.add_all((Said(role=role, text=text, state=state, receipt=receipt, sources=sources),))[-1]

    def add_all(self, turns: Sequence[Said]) -> tuple[Message, ...]:
        """Stores messages, in order, at the end of the current conversation, in one step."""
        now = self._changes.now()
        with self._lock, self._changes.store.writing() as unit:
            current = self._find(unit)
            if current is None:
                current = Conversation(uid=new_uid(), title="", created_at=now, updated_at=now)
            self._current = current.uid
            title = current.title or next(
                (" ".join(one.text.split())[:_TITLE] for one in turns if one.role is Role.PERSON), ""
            )
            unit.conversations.put(replace(current, title=title, updated_at=now))
            first = _after_last(unit, current.uid, now)
            messages = tuple(
                Message(
                    uid=new_uid(),
                    conversation_uid=current.uid,
                    role=one.role,
                    text=one.text,
                    created_at=first + timedelta(microseconds=place),
                    state=one.state,
                    receipt=one.receipt,
                    sources=one.sources,
                )
                for place, one in enumerate(turns)
            )
            for message in messages:
                unit.conversations.put_message(message)
            unit.commit()
        self._growing.update((one.uid, one) for one in messages if one.state is MessageState.STREAMING)
        return messages

    def update(self, message: Message, text: str, state: MessageState) -> Message:
        """Stores what a growing message has become."""
        with self._lock, self._changes.store.writing() as unit:
            fresh = replace(self._growing.get(message.uid, message), text=text, state=state)
            unit.conversations.put_message(fresh)
            unit.commit()
            if state is not MessageState.STREAMING:
                self._growing.pop(message.uid, None)
        return fresh

    def note_cut(self, unsaid: str) -> None:
        """Stores what was left unsaid of the newest answer, which was cut off while it was spoken."""
        with self._lock, self._changes.store.writing() as unit:
            current = self._find(unit)
            found = unit.conversations.messages(current.uid, last=_LOOKED_BACK) if current else ()
            answer = next((one for one in reversed(found) if one.role is Role.ASSISTANT), None)
            if answer is None:
                return
            cut = replace(answer, unsaid=unsaid)
            unit.conversations.put_message(cut)
            unit.commit()
            if cut.uid in self._growing:
                self._growing[cut.uid] = cut


def _in_zone(item: ReceiptItem, zone: ZoneInfo) -> ReceiptItem:
    """The store gives UTC; a receipt is read where the person is."""
    return replace(
        item,
        start_at=item.start_at.astimezone(zone) if item.start_at else None,
        end_at=item.end_at.astimezone(zone) if item.end_at else None,
    )


def _after_last(unit: UnitOfWork, uid: str, now: datetime) -> datetime:
    """Messages stand in the order of their times, so no two have the same."""
    newest = unit.conversations.messages(uid, last=1)
    return max(now, newest[0].created_at + timedelta(microseconds=1)) if newest else now

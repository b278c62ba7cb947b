"""A line typed into a task list becomes a task: understood as in the input bar, but always a task or a reminder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from assistant.desktop.dock.edits import Edits, apply, hand_made_time
from assistant.domain.conversation import Receipt
from assistant.domain.items import Priority
from assistant.services.assistant import Assistant
from assistant.services.conversation.reply import Choice, Preview
from assistant.services.conversation.service import ConversationService
from assistant.services.requests.creating import PRIORITIES, estimate
from assistant.services.tasks.service import TaskDraft
from assistant.understanding.request import Intent, Request, Understanding

_WANTED = (Intent.CREATE_TASK, Intent.CREATE_REMINDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """Where the line was typed: it goes into this list and on this day unless it says otherwise itself.

    In a tag's view it gets that tag; `someday` puts it aside unless it has a time of its own.
    """

    list_uid: str = ""
    list_name: str = ""
    day: date | None = None
    tag: str = ""
    someday: bool = False


def task_request(understanding: Understanding, adding: Adding) -> Request:
    """The request that a line in a task list stands for. Pure."""
    first = understanding.first
    intent = first.intent if first.intent in _WANTED else Intent.CREATE_TASK
    edits = Edits(intent=intent)
    if adding.list_name and not first.slots.list:
        edits = replace(edits, list_name=adding.list_name)
    if adding.day is not None and first.item_time is None:
        edits = replace(edits, time=hand_made_time(adding.day, None))
    if adding.tag and adding.tag not in first.slots.tags:
        edits = replace(edits, tags=(*first.slots.tags, adding.tag))
    request = apply(understanding, edits).first
    # A time set by hand takes the length away from an event; for a task it is how long it takes, whatever the day.
    return replace(request, slots=replace(request.slots, duration=first.slots.duration))


def task_preview(conversation: ConversationService, text: str, adding: Adding) -> Preview | None:
    """How the line would come out. Not in the GUI thread; None where there is nothing to read."""
    preview = _read(conversation, text)
    if preview is None:
        return None
    request = task_request(preview.understanding, adding)
    edited = replace(preview.understanding, requests=(request,), sure=True)
    return conversation.preview(text, edited=edited)


def _read(conversation: ConversationService, text: str) -> Preview | None:
    """What would be a question in the input bar is a task here, with all that is marked in it."""
    preview = conversation.preview(text)
    if preview is None or preview.understanding.first.intent in _WANTED:
        return preview
    return conversation.preview(f"/task {text}")


def add_task(assistant: Assistant, text: str, adding: Adding) -> Receipt:
    """Adds it. Not in the GUI thread. Raises AssistantError where the store cannot take it."""
    tags = (adding.tag,) if adding.tag else ()
    plain = TaskDraft(title=text, due_on=adding.day, tags=tags, someday=adding.someday)
    preview = _read(assistant.conversation, text)
    if preview is None:
        return assistant.tasks.create(plain)
    request = task_request(preview.understanding, adding)
    if adding.someday and request.item_time is None and request.intent is Intent.CREATE_TASK:
        slots = request.slots
        draft = replace(plain, title=slots.title or text, tags=slots.tags, new_list=slots.list, notes=slots.notes or "")
        priority = PRIORITIES.get(slots.priority or "", Priority.NONE)
        return assistant.tasks.create(replace(draft, priority=priority, estimate_minutes=estimate(slots.duration)))
    reply = assistant.conversation.take(Choice(label=text, request=request), keep=False)
    if reply.receipts:
        return reply.receipts[0]
    # A question came back (two readings of a time, say): the words are kept as they were typed, nothing is guessed.
    return assistant.tasks.create(replace(plain, list_uid=adding.list_uid) if adding.list_uid else plain)

"""What the bar shows above the text: one value for each chip, and what the primary button says. Pure but for words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from assistant.desktop.dock import telling
from assistant.desktop.dock.edits import CREATING, ChipKind
from assistant.services.conversation.reply import Preview
from assistant.services.wording.times import Wording
from assistant.understanding.request import Intent, Request, Understanding

_INBOX = "Inbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One chip. `dot` is the token of a colour shown in place of the icon; `tone` is "", "kind" or "warning"."""

    kind: ChipKind
    text: str
    icon: str = ""
    dot: str = ""
    tone: str = ""
    menu: bool = False
    tip: str = ""


def list_text(name: str) -> str:
    """The name of a list as it is shown: the inbox in the interface's language, all others as they were named."""
    return QCoreApplication.translate("DockWords", "Inbox") if name == _INBOX else name


def act_of(intent: Intent) -> str:
    """The family of an intent: "create", "update", "delete", "complete", or "ask" for all that changes nothing."""
    verb = intent.value.split("_")[0]
    return verb if verb in ("create", "update", "delete", "complete") else "ask"


def unsure(understanding: Understanding) -> bool:
    """True where asking and adding are both likely, so that only the person may decide."""
    if understanding.sure:
        return False
    first = understanding.first
    return first.writes or any(not t.lead for t in first.times)


def button_text(understanding: Understanding | None, *, asks: bool) -> str:
    """What Enter does, as the primary button says it. `asks` where the person has to be asked first (Enter asks)."""
    translate = QCoreApplication.translate
    if understanding is None or asks:
        return translate("DockWords", "Ask")
    intent = understanding.first.intent
    if len(understanding.requests) > 1 and all(r.intent in CREATING for r in understanding.requests):
        return translate("DockWords", "Add {n} items").format(n=len(understanding.requests))
    return {
        Intent.CREATE_EVENT: translate("DockWords", "Add event"),
        Intent.CREATE_TASK: translate("DockWords", "Add task"),
        Intent.CREATE_REMINDER: translate("DockWords", "Add reminder"),
        Intent.UPDATE_EVENT: translate("DockWords", "Change"),
        Intent.UPDATE_TASK: translate("DockWords", "Change"),
        Intent.UPDATE_REMINDER: translate("DockWords", "Change"),
        Intent.DELETE_EVENT: translate("DockWords", "Delete"),
        Intent.DELETE_TASK: translate("DockWords", "Delete"),
        Intent.DELETE_REMINDER: translate("DockWords", "Delete"),
        Intent.COMPLETE_TASK: translate("DockWords", "Mark done"),
    }.get(intent, translate("DockWords", "Ask"))


def kind_name(intent: Intent) -> str:
    """What the Type chip says."""
    translate = QCoreApplication.translate
    return {
        Intent.CREATE_EVENT: translate("DockWords", "Event"),
        Intent.CREATE_TASK: translate("DockWords", "Task"),
        Intent.CREATE_REMINDER: translate("DockWords", "Reminder"),
        Intent.UPDATE_EVENT: translate("DockWords", "Change event"),
        Intent.UPDATE_TASK: translate("DockWords", "Change task"),
        Intent.UPDATE_REMINDER: translate("DockWords", "Change reminder"),
        Intent.DELETE_EVENT: translate("DockWords", "Delete event"),
        Intent.DELETE_TASK: translate("DockWords", "Delete task"),
        Intent.DELETE_REMINDER: translate("DockWords", "Delete reminder"),
        Intent.COMPLETE_TASK: translate("DockWords", "Mark done"),
    }.get(intent, translate("DockWords", "Ask"))


def kind_icon(intent: Intent) -> str:
    """The icon of the Type chip."""
    special = {
        Intent.CREATE_EVENT: "calendar",
        Intent.CREATE_TASK: "list-checks",
        Intent.CREATE_REMINDER: "bell",
        Intent.COMPLETE_TASK: "check",
    }
    by_act = {"update": "pencil", "delete": "trash-2", "ask": "message-square"}
    return special.get(intent) or by_act.get(act_of(intent), "list-checks")


def describe(preview: Preview, wording: Wording, today: date, colours: Mapping[str, str]) -> tuple[Chip, ...]:
    """The chips of what was understood, in their fixed order.

    Args:
        preview: From the conversation service; hand-made values are in it already.
        wording: Dates and times in the person's words.
        today: The day that "today" names.
        colours: Name of a list or calendar to the token of its colour.
    """
    understanding = preview.understanding
    request = understanding.first
    chips = [_type_chip(understanding)]
    if act_of(request.intent) != "ask":
        chips += _item_chips(preview, request, wording, today, colours)
    else:
        when = _when_chip(preview, request, wording, today)
        chips += [when] if when is not None else []
    return tuple(chips)


def _type_chip(understanding: Understanding) -> Chip:
    if unsure(understanding):
        text = QCoreApplication.translate("DockWords", "Ask or add?")
        return Chip(kind=ChipKind.TYPE, text=text, icon="circle-alert", tone="warning", menu=True)
    intent = understanding.first.intent
    return Chip(kind=ChipKind.TYPE, text=kind_name(intent), icon=kind_icon(intent), tone="kind", menu=True)


def _item_chips(
    preview: Preview, request: Request, wording: Wording, today: date, colours: Mapping[str, str]
) -> list[Chip]:
    slots = request.slots
    chips: list[Chip] = []
    title = (slots.title or slots.reference) if act_of(request.intent) == "create" else (slots.reference or slots.title)
    if title:
        text = f"{title} → {slots.new_title}" if slots.new_title else title
        chips.append(Chip(kind=ChipKind.TITLE, text=text, icon="text"))
    when = _when_chip(preview, request, wording, today)
    if when is not None:
        chips.append(when)
    time = request.item_time
    if time is not None and time.rrule:
        chips.append(Chip(kind=ChipKind.REPEAT, text=wording.repeat(time.rrule), icon="repeat"))
    if slots.location:
        chips.append(Chip(kind=ChipKind.PLACE, text=slots.location, icon="map-pin"))
    if slots.reminder_minutes_before:
        start = preview.start_at if not preview.all_day else None
        told = [telling.lead_with_clock(wording, m, start) for m in slots.reminder_minutes_before]
        chips.append(Chip(kind=ChipKind.REMINDER, text=" · ".join(told), icon="bell"))
    alert = slots.reference and not slots.title  # an alert on an item that has a place already
    if request.intent in CREATING and preview.list_name and not alert:
        dot = colours.get(preview.list_name, "")
        icon = "" if dot else "inbox"
        chips.append(Chip(kind=ChipKind.LIST, text=list_text(preview.list_name), icon=icon, dot=dot, menu=True))
    if slots.priority and slots.priority != "none":
        tone = {"high": "priority.high", "normal": "priority.medium", "low": "priority.low"}.get(slots.priority, "")
        chips.append(Chip(kind=ChipKind.PRIORITY, text=telling.priority(slots.priority), icon="flag", dot=tone))
    if slots.tags:
        chips.append(Chip(kind=ChipKind.TAGS, text=" ".join(f"#{tag}" for tag in slots.tags), icon="tag"))
    return chips


def _when_chip(preview: Preview, request: Request, wording: Wording, today: date) -> Chip | None:
    time = request.item_time
    if time is None:
        if request.slots.reference and preview.start_at is not None:  # counted from an item that was found
            text = telling.when(wording, preview.start_at, None, today, whole_days=False)
            return Chip(kind=ChipKind.WHEN, text=text, icon="clock")
        if request.intent in (Intent.CREATE_EVENT, Intent.CREATE_REMINDER):
            text = QCoreApplication.translate("DockWords", "When?")
            return Chip(kind=ChipKind.WHEN, text=text, icon="clock", tone="warning")
        return None
    event = request.intent in (Intent.CREATE_EVENT, Intent.UPDATE_EVENT)
    start, end = time.start, time.end
    if request.intent == Intent.CREATE_EVENT and preview.start_at is not None:
        start, end = preview.start_at, preview.end_at
    text = telling.when(wording, start, end, today, whole_days=event and preview.all_day)
    if time.deadline or request.slots.deadline:
        text = QCoreApplication.translate("DockWords", "Due {day}").format(day=text)
    return Chip(kind=ChipKind.WHEN, text=text, icon="clock")


@dataclass(frozen=True, slots=True)
class Consequence:
    """One line on what the item would mean; `tone` is "success", "warning" or "tertiary"."""

    text: str
    tone: str
    icon: str


def consequence(preview: Preview) -> Consequence | None:
    """What follows from adding it; None where there is nothing to say."""
    translate = QCoreApplication.translate
    request = preview.understanding.first
    if act_of(request.intent) not in ("create", "update") or preview.start_at is None:
        return None
    if preview.past:
        return Consequence(translate("DockWords", "That is in the past"), "warning", "triangle-alert")
    if request.intent not in (Intent.CREATE_EVENT, Intent.UPDATE_EVENT):
        return None
    if preview.clashes:
        text = translate("DockWords", "Overlaps {item}").format(item=preview.clashes[0])
        if len(preview.clashes) > 1:
            text = translate("DockWords", "Overlaps {item} and {n} more").format(
                item=preview.clashes[0], n=len(preview.clashes) - 1
            )
        return Consequence(text, "warning", "triangle-alert")
    if preview.free:
        return Consequence(translate("DockWords", "You are free then"), "success", "check")
    return None

"""What cards say about items: the kind line, when, where, and what was drawn from where."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from assistant.domain.conversation import Action, Receipt, ReceiptItem
from assistant.services.wording.times import Wording

ICONS = {
    "event": "calendar",
    "task": "list-checks",
    "reminder": "bell",
    "alarm": "alarm-clock",
    "timer": "timer",
    "follow_up": "list-todo",
}


def headline(receipt: Receipt) -> str:
    """What was done, to what kind of item and how many."""
    kinds = {item.kind for item in receipt.items}
    count = len(receipt.items)
    kind = kinds.pop() if len(kinds) == 1 else "item"
    return _one(kind, receipt.action) if count == 1 else _many(kind, receipt.action, count)


def _one(kind: str, action: Action) -> str:
    translate = QCoreApplication.translate
    said = {
        ("event", Action.ADDED): translate("Receipts", "Event added"),
        ("event", Action.CHANGED): translate("Receipts", "Event changed"),
        ("event", Action.MOVED): translate("Receipts", "Event moved"),
        ("event", Action.DELETED): translate("Receipts", "Event deleted"),
        ("task", Action.ADDED): translate("Receipts", "Task added"),
        ("task", Action.CHANGED): translate("Receipts", "Task changed"),
        ("task", Action.MOVED): translate("Receipts", "Task moved"),
        ("task", Action.COMPLETED): translate("Receipts", "Task completed"),
        ("task", Action.DELETED): translate("Receipts", "Task deleted"),
        ("reminder", Action.ADDED): translate("Receipts", "Reminder added"),
        ("reminder", Action.CHANGED): translate("Receipts", "Reminder changed"),
        ("reminder", Action.MOVED): translate("Receipts", "Reminder moved"),
        ("reminder", Action.COMPLETED): translate("Receipts", "Reminder completed"),
        ("reminder", Action.DELETED): translate("Receipts", "Reminder deleted"),
        ("alarm", Action.ADDED): translate("Receipts", "Alarm set"),
        ("alarm", Action.CHANGED): translate("Receipts", "Alarm changed"),
        ("alarm", Action.MOVED): translate("Receipts", "Alarm moved"),
        ("alarm", Action.DELETED): translate("Receipts", "Alarm deleted"),
        ("timer", Action.ADDED): translate("Receipts", "Timer set"),
        ("timer", Action.CHANGED): translate("Receipts", "Timer changed"),
        ("timer", Action.MOVED): translate("Receipts", "Timer moved"),
        ("timer", Action.DELETED): translate("Receipts", "Timer deleted"),
        ("follow_up", Action.ADDED): translate("Receipts", "Reminder unless it is done by then"),
        ("follow_up", Action.DELETED): translate("Receipts", "Follow-up deleted"),
    }
    return said.get((kind, action)) or _any(action)


def _any(action: Action) -> str:
    translate = QCoreApplication.translate
    return {
        Action.ADDED: translate("Receipts", "Added"),
        Action.CHANGED: translate("Receipts", "Changed"),
        Action.MOVED: translate("Receipts", "Moved"),
        Action.COMPLETED: translate("Receipts", "Completed"),
        Action.DELETED: translate("Receipts", "Deleted"),
    }[action]


def _many(kind: str, action: Action, count: int) -> str:
    translate = QCoreApplication.translate
    said = {
        ("task", Action.MOVED): translate("Receipts", "{count} tasks moved"),
        ("task", Action.COMPLETED): translate("Receipts", "{count} tasks completed"),
        ("task", Action.DELETED): translate("Receipts", "{count} tasks deleted"),
        ("event", Action.MOVED): translate("Receipts", "{count} events moved"),
        ("event", Action.DELETED): translate("Receipts", "{count} events deleted"),
    }
    general = {
        Action.ADDED: translate("Receipts", "{count} items added"),
        Action.CHANGED: translate("Receipts", "{count} items changed"),
        Action.MOVED: translate("Receipts", "{count} items moved"),
        Action.COMPLETED: translate("Receipts", "{count} items completed"),
        Action.DELETED: translate("Receipts", "{count} items deleted"),
    }
    return said.get((kind, action), general[action]).format(count=count)


def item_icon(item: ReceiptItem) -> str:
    """The icon of the kind the person knows it by."""
    return ICONS.get(item.kind, "list-checks")


def when(item: ReceiptItem, wording: Wording, today: date) -> str:
    """Its day and time in full; empty where it has none."""
    if item.start_at is not None:
        return wording.moment(item.start_at, item.end_at, today=today)
    if item.start_on is None:
        return ""
    start = date.fromisoformat(item.start_on)
    end = date.fromisoformat(item.end_on) if item.end_on else start + timedelta(days=1)
    if item.kind == "event":
        return wording.moment(start, end, all_day=True, today=today)
    return wording.span(start, end, today)


def before(item: ReceiptItem, wording: Wording, today: date) -> str:
    """What it was: a time in the person's words, or the old title or place."""
    try:
        moment = datetime.fromisoformat(item.before)
    except ValueError:
        return item.before
    if "T" not in item.before:
        return wording.day(moment.date(), today)
    return wording.moment(moment.astimezone(item.start_at.tzinfo if item.start_at else None), None, today=today)


def short(moment: datetime | date, wording: Wording, today: date) -> str:
    """A day, with its clock time where it has one, without Today or Tomorrow: for comparing two of them."""
    if not isinstance(moment, datetime):
        return wording.short_day(moment, today)
    join = " " if wording.chinese else ", "
    return f"{wording.short_day(moment.date(), today)}{join}{wording.time(moment)}"


def old_and_new(item: ReceiptItem, wording: Wording, today: date) -> tuple[str, str]:
    """What changed, briefly: the value before and the value now; "" where there is none."""
    new: datetime | date | None = item.start_at
    if new is None and item.start_on is not None:
        new = date.fromisoformat(item.start_on)
    now_value = short(new, wording, today) if new is not None else item.list_name
    if item.kind == "task" and item.start_at is not None and item.end_at is not None:  # planned from then to then
        now_value = f"{short(item.start_at.date(), wording, today)} {wording.times(item.start_at, item.end_at)}"
    try:
        old = datetime.fromisoformat(item.before)
    except ValueError:
        return item.before, now_value
    if "T" not in item.before:
        return short(old.date(), wording, today), now_value
    return short(old.astimezone(item.start_at.tzinfo if item.start_at else None), wording, today), now_value


def details(item: ReceiptItem, wording: Wording, today: date) -> str:
    """When, where and how often, as one line."""
    parts = [when(item, wording, today), item.location, wording.repeat(item.rrule) if item.rrule else ""]
    return " · ".join(part for part in parts if part)


def overlaps(item: ReceiptItem) -> str:
    """What is on at the same time."""
    comma = QCoreApplication.translate("Receipts", ", ")
    return QCoreApplication.translate("Receipts", "Overlaps: {titles}").format(titles=comma.join(item.clashes))


def belongs(item: ReceiptItem, wording: Wording) -> str:
    """Its list or calendar and its alerts, as one line."""
    parts = [item.list_name if item.kind in ("event", "task") else ""]
    if item.alert_minutes and item.kind != "reminder":
        leads = QCoreApplication.translate("Receipts", ", ").join(wording.lead(m) for m in item.alert_minutes)
        parts.append(QCoreApplication.translate("Receipts", "reminds you: {leads}").format(leads=leads))
    return " · ".join(part for part in parts if part)


def counted(where: str, count: int) -> str:
    """A source with the number of its items."""
    if count == 1:
        return QCoreApplication.translate("Sources", "{where} · 1 item").format(where=where)
    return QCoreApplication.translate("Sources", "{where} · {count} items").format(where=where, count=count)

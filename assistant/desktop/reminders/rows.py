"""The rows of the overview: what each reminder's line says. GUI thread (the words follow the interface's language)."""

from __future__ import annotations

from datetime import datetime, timedelta

from assistant.desktop.reminders import words
from assistant.desktop.tasks.rows.texts import Meta, Row, RowKind
from assistant.domain.reminder import WAITING_STATES, Reminder, ReminderState
from assistant.services.reminders.pages import ReminderPage
from assistant.services.wording.times import Wording

HISTORY = "heading:answered"
_LATE = timedelta(minutes=1)


def page_rows(page: ReminderPage, now: datetime, wording: Wording, *, history_folded: bool) -> list[Row]:
    """Headings and reminders: not answered, ahead, and the history, which can be folded away."""
    rows: list[Row] = []
    if page.unanswered:
        rows.append(_heading("heading:unanswered", words.unanswered(), page.unanswered_count, tone="danger.text"))
        rows += [_row(one, now, wording) for one in page.unanswered]
    rows.append(_heading("heading:ahead", words.ahead(), len(page.ahead)))
    rows += [_row(one, now, wording) for one in page.ahead]
    if not page.ahead:
        nothing = words.none_ahead()
        rows.append(Row(kind=RowKind.EMPTY, key="empty", title=nothing, spoken=nothing, tone="text.tertiary"))
    if page.answered:
        rows.append(_heading(HISTORY, words.answered(), page.answered_count, folds=True, folded=history_folded))
        rows += [] if history_folded else [_row(one, now, wording) for one in page.answered]
    return rows


def _heading(
    key: str, title: str, count: int, *, tone: str = "text.secondary", folds: bool = False, folded: bool = False
) -> Row:
    return Row(
        kind=RowKind.HEADING,
        key=key,
        title=title,
        spoken=words.heading_spoken(title, count),
        count=count,
        tone=tone,
        foldable=folds,
        folded=folded,
    )


def _row(reminder: Reminder, now: datetime, wording: Wording) -> Row:
    meta = _meta(reminder, now, wording)
    name = words.title(reminder)
    spoken = ", ".join(dict.fromkeys((name, words.state_name(reminder), *(piece.text for piece in meta))))
    return Row(kind=RowKind.REMINDER, key=reminder.uid, title=name, spoken=spoken, reminder=reminder, meta=meta)


def _meta(reminder: Reminder, now: datetime, wording: Wording) -> tuple[Meta, ...]:
    """When it was due, and what became of it."""
    pieces = [Meta("clock", words.short(reminder.due_at, now, wording))]
    state = reminder.state
    if state in WAITING_STATES and reminder.snoozed_until is not None:
        pieces.append(Meta("alarm-clock", words.back_at(words.short(reminder.snoozed_until, now, wording))))
    elif state is ReminderState.ACKNOWLEDGED:
        pieces += _past(reminder, now, wording)
    elif state not in WAITING_STATES:
        tone = "danger.text" if state is ReminderState.MISSED else "warning.text"
        pieces.append(Meta(words.STEP_ICONS[state], words.state_name(reminder), tone))
    if reminder.rrule:
        pieces.append(Meta("repeat", wording.repeat(reminder.rrule)))
    if reminder.minutes_before and state in WAITING_STATES:
        pieces.append(Meta("calendar", wording.lead(reminder.minutes_before)))
    return tuple(pieces)


def _past(reminder: Reminder, now: datetime, wording: Wording) -> list[Meta]:
    """Shown late, and done when."""
    pieces = []
    shown = reminder.shown_at if reminder.snoozed_until is None else None
    if shown is not None and shown - reminder.due_at >= _LATE:
        pieces.append(Meta("bell-ring", words.late_by(wording.length(shown - reminder.due_at))))
    if reminder.acknowledged_at is not None:
        pieces.append(Meta("check", words.done_at(words.short(reminder.acknowledged_at, now, wording))))
    return pieces

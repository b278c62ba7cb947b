"""The tables as the newest schema has them. `migrations` creates them; a test keeps the two the same.

Instants are whole microseconds since 1970 in UTC: they sort and compare as numbers, fit an index in eight bytes and
come back exactly. Days are ISO text. What is only ever read and written together with its row (tags, overrides,
receipts) is JSON in it: an event with its overrides is the unit that is stored, journalled and undone, and nothing asks
for an override alone. `folded` is what titles are searched by; SQLite itself folds the case of ASCII only.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
ENDLESS = 2**63 - 1


def to_ticks(moment: datetime) -> int:
    """Microseconds since 1970 of an aware moment."""
    return (moment.astimezone(UTC) - _EPOCH) // _TICK


def from_ticks(ticks: int) -> datetime:
    """The moment in UTC that `to_ticks` gave this number for."""
    return _EPOCH + timedelta(0, 0, ticks)  # by place: half the time of by name


metadata = MetaData()

calendars = Table(
    "calendars",
    metadata,
    Column("uid", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("colour", Text, nullable=False),
    Column("visible", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Column("read_only", Boolean, nullable=False),
    Column("source", Text, nullable=False),
    Column("refresh_minutes", Integer, nullable=False),
    Column("alert_minutes", Text, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("uid", Text, primary_key=True),
    Column("calendar_uid", Text, ForeignKey("calendars.uid"), nullable=False),
    Column("title", Text, nullable=False),
    # The span: ticks of the instants where zoned, of the wall clock (as if it were UTC) where not.
    Column("span", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("zone", Text),
    Column("created_at", Integer, nullable=False),
    Column("updated_at", Integer, nullable=False),
    Column("location", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("people", Text, nullable=False),
    Column("tags", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("rrule", Text),
    Column("rdates", Text, nullable=False),
    Column("exdates", Text, nullable=False),
    Column("overrides", Text, nullable=False),
    Column("alert_minutes", Text, nullable=False),
    # Where it can be found: between these ticks; `lasting` where that is a long time, so that the many short events
    # are found by their start within a narrow band, and only the few others by their end.
    Column("reach_start", Integer, nullable=False),
    Column("reach_end", Integer, nullable=False),
    Column("lasting", Boolean, nullable=False),
    Column("folded", Text, nullable=False),
    # A task may go while the time that was taken for it stays: no reference.
    Column("task_uid", Text),
    Column("link", Text, nullable=False),
    Column("busy", Boolean, nullable=False),
    Column("attendees", Text, nullable=False),
    Column("further_rules", Text, nullable=False),
    Column("exrules", Text, nullable=False),
    Column("ical_uid", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("raw", Text, nullable=False),
    Index("events_of_task", "task_uid"),
    Index("events_by_ical_uid", "ical_uid"),
    Index("events_short", "lasting", "reach_start"),
    Index("events_lasting", "lasting", "reach_end"),
    Index("events_of_calendar", "calendar_uid"),
)

task_lists = Table(
    "task_lists",
    metadata,
    Column("uid", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("colour", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("parent_uid", Text, ForeignKey("task_lists.uid")),
    Index("task_lists_of_parent", "parent_uid"),
)

tasks = Table(
    "tasks",
    metadata,
    Column("uid", Text, primary_key=True),
    Column("list_uid", Text, ForeignKey("task_lists.uid"), nullable=False),
    Column("title", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("updated_at", Integer, nullable=False),
    Column("notes", Text, nullable=False),
    Column("due_on", Text),
    Column("due_at", Integer),
    Column("zone", Text),
    Column("priority", Integer, nullable=False),
    Column("tags", Text, nullable=False),
    Column("parent_uid", Text, ForeignKey("tasks.uid")),
    Column("rrule", Text),
    Column("completed_at", Integer),
    Column("position", Integer, nullable=False),
    Column("folded", Text, nullable=False),
    Column("start_on", Text),
    Column("start_at", Integer),
    Column("estimate_minutes", Integer),
    Column("after_completion", Boolean, nullable=False),
    Column("someday", Boolean, nullable=False),
    Column("ical_uid", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("raw", Text, nullable=False),
    Index("tasks_by_ical_uid", "ical_uid"),
    Index("tasks_of_list", "list_uid"),
    Index("tasks_of_parent", "parent_uid"),
    Index("tasks_by_completion", "completed_at"),
)

reminders = Table(
    "reminders",
    metadata,
    Column("uid", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("due_at", Integer, nullable=False),
    Column("zone", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("item_kind", Text),
    Column("item_uid", Text),
    Column("recurrence_id", Text),
    Column("minutes_before", Integer),
    Column("rrule", Text),
    Column("series_uid", Text),
    Column("series_start_at", Integer),
    Column("became_due_at", Integer),
    Column("shown_at", Integer),
    Column("snoozed_until", Integer),
    Column("acknowledged_at", Integer),
    Column("wakes_at", Integer, nullable=False),
    Column("folded", Text, nullable=False),
    Column("insists", Text, nullable=False),
    Column("rings", Integer, nullable=False),
    Column("rings_at", Integer),
    Column("left_seconds", Integer),
    Index("reminders_by_waking", "state", "wakes_at"),
    Index("reminders_of_item", "item_uid"),
)

# What happened to each reminder, and when; not journalled.
reminder_steps = Table(
    "reminder_steps",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reminder_uid", Text, ForeignKey("reminders.uid", ondelete="CASCADE"), nullable=False),
    Column("state", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("until", Integer),
    Index("steps_of_reminder", "reminder_uid", "number"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("uid", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("updated_at", Integer, nullable=False),
    Index("conversations_by_update", "updated_at"),
)

examples = Table(
    "examples",
    metadata,
    Column("uid", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Index("examples_by_age", "created_at"),
)

messages = Table(
    "messages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    Column("conversation_uid", Text, ForeignKey("conversations.uid", ondelete="CASCADE"), nullable=False),
    Column("role", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("receipt", Text),
    Column("sources", Text, nullable=False),
    Column("unsaid", Text),
    Index("messages_of_conversation", "conversation_uid", "created_at", "number"),
)

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("origin", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("undone_at", Integer),
    # How many rows of `journal_rows` belong to it.
    Column("rows", Integer, nullable=False),
    sqlite_autoincrement=True,
)

# What an entry changed beyond what is reasonable to hold in memory: an import, a whole calendar that was removed.
# Rows as JSON, put back by SQLite itself; the marks are `updated_at`, by which a later change is recognised.
journal_rows = Table(
    "journal_rows",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("entry_id", Integer, ForeignKey("journal.id", ondelete="CASCADE"), nullable=False),
    Column("kept_in", Text, nullable=False),
    Column("uid", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("mark_before", Integer),
    Column("mark_after", Integer),
    Index("journal_rows_of_entry", "entry_id", "kept_in", "uid"),
)

# Components of iCalendar files that are no events or tasks: kept for the next export.
calendar_parts = Table(
    "calendar_parts",
    metadata,
    Column("uid", Text, primary_key=True),
    Column("calendar_uid", Text, ForeignKey("calendars.uid"), nullable=False),
    Column("component", Text, nullable=False),
    Column("ical_uid", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("raw", Text, nullable=False),
    Column("updated_at", Integer, nullable=False),
    Index("parts_of_calendar", "calendar_uid", "component", "ical_uid"),
)

# How the last reading of a subscribed calendar went; not journalled.
subscriptions = Table(
    "subscriptions",
    metadata,
    Column("calendar_uid", Text, primary_key=True),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False),
    Column("checked_at", Integer),
    Column("failure", Text, nullable=False),
)

# What the search looks in; see `search_index`. The words themselves are in a virtual table beside it, `search_words`.
search_items = Table(
    "search_items",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("uid", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("sound", Text, nullable=False),
    Column("marks", Text, nullable=False),
    Index("search_items_by_uid", "kind", "uid"),
)

# What changed in this transaction and has to be looked up again before it ends.
search_pending = Table(
    "search_pending",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("uid", Text, primary_key=True),
)

"""The journal of every store: what is recorded, and what undo and redo put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from assistant.config.errors import ConflictError, NotFoundError
from assistant.domain.items import ItemKind, Origin
from assistant.domain.journal import Change, JournalEntry
from assistant.domain.reminder import Reminder, ReminderState
from assistant.services.ports import Store, UnitOfWork
from tests.helpers.store_values import (
    DAY,
    HOUR,
    NOW,
    calendar,
    conversation,
    event,
    reminder,
    reminder_of,
    task,
    task_list,
)


def recorded(store: Store, write: Callable[[UnitOfWork], None], label: str = "Changed") -> JournalEntry:
    with store.writing() as unit:
        write(unit)
        entry = unit.record(label, at=NOW)
        unit.commit()
    return entry


def restored(store: Store, entry: JournalEntry, *, backwards: bool = True) -> None:
    with store.writing() as unit:
        unit.restore(entry.changes, backwards=backwards)
        unit.journal.mark_undone(entry.id, NOW if backwards else None)
        unit.commit()


def everything(store: Store) -> dict[str, Any]:
    with store.reading() as unit:
        calendars = unit.calendars.all()
        far = (datetime(1900, 1, 1, tzinfo=NOW.tzinfo), datetime(2200, 1, 1, tzinfo=NOW.tzinfo))
        return {
            "calendars": calendars,
            "events": unit.events.touching(*far),
            "task_lists": unit.task_lists.all(),
            "tasks": unit.tasks.all(),
            "reminders": unit.reminders.all(),
        }


def refused(store: Store, entry: JournalEntry, *, backwards: bool = True) -> None:
    before = everything(store)
    with store.writing() as unit:
        with pytest.raises(ConflictError) as caught:
            unit.restore(entry.changes, backwards=backwards)
        assert caught.value.code == "journal.changed"
        unit.commit()
    assert everything(store) == before


def test_an_entry_holds_what_was_changed(store: Store) -> None:
    first = recorded(store, lambda unit: unit.tasks.put(task("t")), "Added task: Call the dentist")
    with store.writing() as unit:
        unit.tasks.put(task("t", "Call Ann"))
        second = unit.record("Changed task: Call Ann", at=NOW + HOUR, origin=Origin.ASSISTANT)
        unit.commit()
    assert first.changes == (Change(kind=ItemKind.TASK, uid="t", before=None, after=task("t")),)
    assert second.changes == (Change(kind=ItemKind.TASK, uid="t", before=task("t"), after=task("t", "Call Ann")),)
    assert (first.label, first.origin) == ("Added task: Call the dentist", Origin.PERSON)
    assert (second.at, second.origin, second.undone_at) == (NOW + HOUR, Origin.ASSISTANT, None)
    assert second.id > first.id
    with store.reading() as unit:
        assert unit.journal.get(first.id) == first
        assert unit.journal.latest(9) == (second, first)
        assert unit.journal.latest(1) == (second,)
        assert unit.journal.get(999) is None


def test_several_puts_of_one_item_are_one_change(store: Store) -> None:
    recorded(store, lambda unit: unit.tasks.put(task("old")))

    def write(unit: UnitOfWork) -> None:
        unit.tasks.put(task("t", "one"))
        unit.tasks.put(task("old", "one"))
        unit.tasks.put(task("t", "two"))
        unit.tasks.put(task("brief"))
        unit.tasks.remove("brief")
        unit.tasks.put(task("old", "two"))

    entry = recorded(store, write)
    assert entry.changes == (
        Change(kind=ItemKind.TASK, uid="t", before=None, after=task("t", "two")),
        Change(kind=ItemKind.TASK, uid="old", before=task("old"), after=task("old", "two")),
    )


def test_one_unit_may_record_twice(store: Store) -> None:
    with store.writing() as unit:
        unit.tasks.put(task("a"))
        first = unit.record("a", at=NOW)
        unit.tasks.put(task("b"))
        second = unit.record("b", at=NOW)
        unit.commit()
    assert [change.uid for change in first.changes] == ["a"]
    assert [change.uid for change in second.changes] == ["b"]


def test_committing_an_unrecorded_change_is_a_bug(store: Store) -> None:
    with store.writing() as unit:
        unit.tasks.put(task("t"))
        with pytest.raises(RuntimeError, match="recorded"):
            unit.commit()
    assert everything(store)["tasks"] == ()


def test_steps_of_life_and_conversations_are_not_journalled(store: Store) -> None:
    with store.writing() as unit:
        unit.reminders.advance(reminder("r", state=ReminderState.DUE))
        unit.conversations.put(conversation("c"))
        unit.commit()
    with store.reading() as unit:
        assert unit.reminders.get("r") == reminder("r", state=ReminderState.DUE)
        assert unit.journal.latest(1) == ()


def test_undone_entries_are_marked(store: Store) -> None:
    first = recorded(store, lambda unit: unit.tasks.put(task("a")))
    second = recorded(store, lambda unit: unit.tasks.put(task("b")))
    with store.writing() as unit:
        unit.journal.mark_undone(first.id, NOW)
        unit.commit()
    with store.reading() as unit:
        assert unit.journal.latest(9, undone=True) == (replace(first, undone_at=NOW),)
        assert unit.journal.latest(9, undone=False) == (second,)
    with store.writing() as unit:
        unit.journal.mark_undone(first.id, None)
        assert unit.journal.get(first.id) == first
        with pytest.raises(NotFoundError):
            unit.journal.mark_undone(999, NOW)


# ------------------------------------------------------------------------------------------------------- undo, redo


def whole_household(unit: UnitOfWork) -> None:
    unit.calendars.put(calendar("work"))
    unit.events.put(event("e1", calendar_uid="work"))
    unit.events.put(event("e2"))
    unit.reminders.put(reminder_of(ItemKind.EVENT, "e1", "re"))
    unit.task_lists.put(task_list("home"))
    unit.tasks.put(task("t", list_uid="home"))
    unit.tasks.put(task("a", list_uid="home", parent_uid="t"))
    unit.tasks.put(task("z", parent_uid="t"))
    unit.tasks.put(task("0", list_uid="home", parent_uid="z"))
    unit.reminders.put(reminder_of(ItemKind.TASK, "z", "rz"))
    unit.reminders.put(reminder_of(ItemKind.EVENT, "z", "of an event that is called like a task"))
    unit.reminders.put(reminder("alarm"))


@pytest.mark.parametrize(
    ("remove", "gone"),
    [
        (lambda unit: unit.calendars.remove("work"), {"work", "e1", "re"}),
        (lambda unit: unit.events.remove("e1"), {"e1", "re"}),
        (lambda unit: unit.task_lists.remove("home"), {"home", "t", "a", "z", "0", "rz"}),
        (lambda unit: unit.tasks.remove("t"), {"t", "a", "z", "0", "rz"}),
        (lambda unit: unit.tasks.remove("z"), {"z", "0", "rz"}),
        (lambda unit: unit.reminders.remove("alarm"), {"alarm"}),
    ],
)
def test_removing_takes_along_what_hangs_on_it_and_undo_brings_all_back(
    store: Store, remove: Callable[[UnitOfWork], None], gone: set[str]
) -> None:
    recorded(store, whole_household)
    full = everything(store)
    entry = recorded(store, remove)
    assert {change.uid for change in entry.changes} == gone
    assert all(change.after is None and change.before is not None for change in entry.changes)
    rest = everything(store)
    assert {item.uid for items in full.values() for item in items} - gone == {
        item.uid for items in rest.values() for item in items
    }
    restored(store, entry)
    assert everything(store) == full
    restored(store, entry, backwards=False)
    assert everything(store) == rest


def test_undoing_a_whole_household_leaves_nothing(store: Store) -> None:
    empty = everything(store)
    entry = recorded(store, whole_household)
    full = everything(store)
    restored(store, entry)
    assert everything(store) == empty
    restored(store, entry, backwards=False)
    assert everything(store) == full


def test_a_stored_entry_undoes_as_well_as_the_returned_one(store: Store) -> None:
    recorded(store, lambda unit: unit.tasks.put(task("t")))
    entry = recorded(store, lambda unit: unit.tasks.put(task("t", "Other")))
    with store.reading() as unit:
        stored = unit.journal.get(entry.id)
    assert stored == entry
    restored(store, entry)
    with store.reading() as unit:
        assert unit.tasks.get("t") == task("t")
        undone = unit.journal.get(entry.id)
        assert undone is not None
        assert undone.undone_at == NOW


def test_a_task_that_left_a_removed_list_goes_back_with_it(store: Store) -> None:
    recorded(
        store, lambda unit: (unit.task_lists.put(task_list("home")), unit.tasks.put(task("t", list_uid="home")))[0]
    )
    full = everything(store)

    def move_and_remove(unit: UnitOfWork) -> None:
        unit.tasks.put(task("t"))
        unit.task_lists.remove("home")

    entry = recorded(store, move_and_remove)
    moved = everything(store)
    restored(store, entry)
    assert everything(store) == full
    restored(store, entry, backwards=False)
    assert everything(store) == moved


def test_what_changed_since_is_not_put_back(store: Store) -> None:
    added = recorded(store, lambda unit: unit.tasks.put(task("t")))
    both = recorded(store, lambda unit: (unit.tasks.put(task("u")), unit.tasks.put(task("t", "two")))[0])
    recorded(store, lambda unit: unit.tasks.put(task("t", "three")))
    refused(store, both)
    refused(store, added)
    recorded(store, lambda unit: unit.tasks.remove("t"))
    refused(store, added)
    removed = recorded(store, lambda unit: unit.tasks.remove("u"))
    recorded(store, lambda unit: unit.tasks.put(task("u", "again")))
    refused(store, removed)


def test_what_something_hangs_on_is_not_taken_away(store: Store) -> None:
    added = recorded(store, lambda unit: unit.calendars.put(calendar("work")))
    recorded(store, lambda unit: unit.events.put(event("e", calendar_uid="work")))
    refused(store, added)
    parent = recorded(store, lambda unit: unit.tasks.put(task("p")))
    recorded(store, lambda unit: unit.tasks.put(task("c", parent_uid="p")))
    refused(store, parent)


def test_nothing_is_put_back_into_what_is_gone(store: Store) -> None:
    recorded(store, lambda unit: unit.task_lists.put(task_list("home")))
    recorded(store, lambda unit: unit.tasks.put(task("other")))
    added = recorded(store, lambda unit: unit.tasks.put(task("t", list_uid="home")))
    restored(store, added)
    recorded(store, lambda unit: unit.task_lists.remove("home"))
    refused(store, added, backwards=False)


def test_no_circle_of_subtasks_is_put_back(store: Store) -> None:
    recorded(store, lambda unit: (unit.tasks.put(task("a")), unit.tasks.put(task("b")))[0])
    entry = recorded(store, lambda unit: unit.tasks.put(task("b", parent_uid="a")))
    restored(store, entry)
    recorded(store, lambda unit: unit.tasks.put(task("a", parent_uid="b")))
    refused(store, entry, backwards=False)


def test_a_swap_of_parent_and_child_is_put_back(store: Store) -> None:
    recorded(store, lambda unit: (unit.tasks.put(task("a")), unit.tasks.put(task("b", parent_uid="a")))[0])
    before = everything(store)
    entry = recorded(store, lambda unit: (unit.tasks.put(task("b")), unit.tasks.put(task("a", parent_uid="b")))[0])
    after = everything(store)
    restored(store, entry)
    assert everything(store) == before
    restored(store, entry, backwards=False)
    assert everything(store) == after


def test_instants_said_in_another_zone_are_the_same(store: Store) -> None:
    twice = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1)
    entry = recorded(store, lambda unit: unit.tasks.put(task("t", due_at=twice)))
    restored(store, entry)
    assert everything(store)["tasks"] == ()


# ------------------------------------------------------------------------------------------- the life of reminders


def advanced(store: Store, one: Reminder) -> None:
    with store.writing() as unit:
        unit.reminders.advance(one)
        unit.commit()


CLOSED = {"state": ReminderState.ACKNOWLEDGED, "became_due_at": NOW, "shown_at": NOW, "acknowledged_at": NOW + HOUR}


def test_a_reminder_that_has_lived_on_can_still_be_undone(store: Store) -> None:
    entry = recorded(store, lambda unit: unit.reminders.put(reminder("r")))
    advanced(store, reminder("r", **CLOSED))
    restored(store, entry)
    assert everything(store)["reminders"] == ()


def test_changing_back_its_words_does_not_make_it_ring_again(store: Store) -> None:
    recorded(store, lambda unit: unit.reminders.put(reminder("r")))
    entry = recorded(store, lambda unit: unit.reminders.put(reminder("r", text="Sit down")))
    advanced(store, reminder("r", text="Sit down", **CLOSED))
    restored(store, entry)
    assert everything(store)["reminders"] == (reminder("r", **CLOSED),)


def test_moving_it_back_makes_it_ring_again(store: Store) -> None:
    recorded(store, lambda unit: unit.reminders.put(reminder("r", NOW + DAY)))
    entry = recorded(store, lambda unit: unit.reminders.put(reminder("r", NOW)))
    advanced(store, reminder("r", NOW, **CLOSED))
    restored(store, entry)
    assert everything(store)["reminders"] == (reminder("r", NOW + DAY),)


def test_closing_it_by_hand_is_undone(store: Store) -> None:
    recorded(store, lambda unit: unit.reminders.put(reminder("r")))
    entry = recorded(store, lambda unit: unit.reminders.put(reminder("r", **CLOSED)))
    restored(store, entry)
    assert everything(store)["reminders"] == (reminder("r"),)


def test_reminders_made_since_go_with_their_item(store: Store) -> None:
    entry = recorded(store, lambda unit: unit.events.put(event("e")))
    advanced(store, reminder_of(ItemKind.EVENT, "e", "successor"))
    restored(store, entry)
    assert everything(store)["reminders"] == ()

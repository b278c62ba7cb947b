from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from assistant.config.errors import ConflictError, InputError, NotFoundError
from assistant.domain.conversation import Action
from assistant.domain.event import Calendar
from assistant.domain.items import ItemKind
from assistant.domain.recurrence import Scope
from assistant.domain.spans import AllDay, Span, Zoned
from assistant.services.calendar.drafts import EventDraft
from assistant.services.notices import ItemsChanged
from tests.helpers.clock import BERLIN, NOON
from tests.helpers.household import Household

FAR = NOON + timedelta(days=60)


def at(day: int, hour: int, minutes: int = 60) -> Zoned:
    start = datetime(2026, 10, day, hour, tzinfo=BERLIN)
    return Zoned(start, start + timedelta(minutes=minutes), "Europe/Berlin")


def add(home: Household, title: str = "Review", span: Span | None = None, **more: object) -> str:
    draft = EventDraft(title=title, span=span or at(15, 9), **more)
    return home.assistant.schedule.create(draft).items[0].uid


def shown(home: Household) -> list[str]:
    return [f"{o.start_at:%m-%d %H:%M} {o.title}" for o in home.assistant.schedule.occurrences(NOON, FAR)]


def names(home: Household) -> list[str | None]:
    return [o.recurrence_id for o in home.assistant.schedule.occurrences(NOON, FAR)]


def weekly(home: Household) -> str:
    return add(home, span=at(15, 9), rrule="FREQ=WEEKLY;BYDAY=TH;COUNT=4")


def test_adding_gives_a_receipt_and_news() -> None:
    home = Household()
    receipt = home.assistant.schedule.create(
        EventDraft(title="  Lunch \n with Sam ", span=at(16, 12), location="Luigi")
    )
    (item,) = receipt.items
    assert (receipt.action, item.kind, item.title, item.location) == (Action.ADDED, "event", "Lunch with Sam", "Luigi")
    assert item.start_at == datetime(2026, 10, 16, 12, tzinfo=BERLIN)
    assert ItemsChanged(frozenset({ItemKind.EVENT})) in home.news


@pytest.mark.parametrize(("title", "rrule", "code"), [("  ", None, "event.title"), ("x", "FREQ=NEVER", "event.rule")])
def test_what_cannot_be_added(title: str, rrule: str | None, code: str) -> None:
    home = Household()
    with pytest.raises(InputError) as caught:
        home.assistant.schedule.create(EventDraft(title=title, span=at(16, 12), rrule=rrule))
    assert caught.value.code == code
    assert home.assistant.undo.history() == ()


def test_one_of_a_series_moves_alone() -> None:
    home = Household()
    uid = weekly(home)
    second = names(home)[1]
    receipt = home.assistant.schedule.move(uid, at(23, 14), recurrence_id=second, scope=Scope.THIS)
    assert receipt.action is Action.MOVED
    assert receipt.items[0].before.startswith("2026-10-22T09:00")
    assert shown(home) == ["10-15 09:00 Review", "10-23 14:00 Review", "10-29 09:00 Review", "11-05 09:00 Review"]


def test_this_and_following_become_a_series_of_their_own() -> None:
    home = Household()
    uid = weekly(home)
    draft = replace(EventDraft.of(home.assistant.schedule.get(uid)), title="Retro", span=at(23, 14))
    home.assistant.schedule.change(uid, draft, recurrence_id=names(home)[1], scope=Scope.FOLLOWING)
    assert shown(home) == ["10-15 09:00 Review", "10-23 14:00 Retro", "10-30 14:00 Retro", "11-06 14:00 Retro"]
    home.assistant.undo.undo()
    assert shown(home) == ["10-15 09:00 Review", "10-22 09:00 Review", "10-29 09:00 Review", "11-05 09:00 Review"]


def test_exceptions_after_the_cut_go_with_the_following() -> None:
    home = Household()
    uid = weekly(home)
    second, third, fourth = names(home)[1:]
    home.assistant.schedule.delete(uid, recurrence_id=third, scope=Scope.THIS)
    home.assistant.schedule.move(uid, at(31, 16), recurrence_id=fourth)
    home.assistant.schedule.move(uid, at(22, 10), recurrence_id=second, scope=Scope.FOLLOWING)
    assert shown(home) == ["10-15 09:00 Review", "10-22 10:00 Review", "10-31 16:00 Review"]


def test_all_follow_the_one_that_was_moved() -> None:
    home = Household()
    uid = weekly(home)
    home.assistant.schedule.move(uid, at(23, 10), recurrence_id=names(home)[1], scope=Scope.ALL)
    assert shown(home) == ["10-16 10:00 Review", "10-23 10:00 Review", "10-30 10:00 Review", "11-06 10:00 Review"]


@pytest.mark.parametrize(
    ("scope", "left"),
    [
        (Scope.THIS, ["10-15 09:00 Review", "10-29 09:00 Review", "11-05 09:00 Review"]),
        (Scope.FOLLOWING, ["10-15 09:00 Review"]),
        (Scope.ALL, []),
    ],
)
def test_deleting_from_a_series(scope: Scope, left: list[str]) -> None:
    home = Household()
    uid = weekly(home)
    home.assistant.schedule.delete(uid, recurrence_id=names(home)[1], scope=scope)
    assert shown(home) == left
    home.assistant.undo.undo()
    assert len(shown(home)) == 4


def test_a_series_whose_last_occurrence_goes_is_gone() -> None:
    home = Household()
    uid = add(home, rrule="FREQ=DAILY;COUNT=2")
    for name in names(home):
        home.assistant.schedule.delete(uid, recurrence_id=name, scope=Scope.THIS)
    with pytest.raises(NotFoundError):
        home.assistant.schedule.get(uid)


def test_counts_for_the_question_which() -> None:
    home = Household()
    uid = weekly(home)
    assert home.assistant.schedule.count_of_series(uid, names(home)[1]) == (3, 4)
    endless = add(home, rrule="FREQ=DAILY")
    assert home.assistant.schedule.count_of_series(endless, "2026-10-16T07:00:00+00:00") == (None, None)


def test_clashes_leave_out_whole_days_and_itself() -> None:
    home = Household()
    uid = add(home, "Review", at(15, 9))
    add(home, "Holiday", AllDay(date(2026, 10, 15), date(2026, 10, 16)))
    add(home, "Call", at(15, 9, 30))
    assert [o.title for o in home.assistant.schedule.clashes(at(15, 9))] == ["Call", "Review"] or [
        o.title for o in home.assistant.schedule.clashes(at(15, 9))
    ] == ["Review", "Call"]
    assert [o.title for o in home.assistant.schedule.clashes(at(15, 9), but=uid)] == ["Call"]
    assert home.assistant.schedule.clashes(AllDay(date(2026, 10, 15), date(2026, 10, 16))) == ()


def test_hidden_calendars_are_not_shown() -> None:
    home = Household()
    home.assistant.schedule.save_calendar(Calendar(uid="work", name=" Work ", visible=False))
    add(home, calendar_uid="work")
    assert shown(home) == []
    assert len(home.assistant.schedule.occurrences(NOON, FAR, visible_only=False)) == 1
    assert [one.name for one in home.assistant.schedule.calendars()] == ["Personal", "Work"]


def test_removing_a_calendar_takes_its_events_and_undo_brings_them_back() -> None:
    home = Household()
    home.assistant.schedule.save_calendar(Calendar(uid="work", name="Work"))
    add(home, calendar_uid="work", alert_minutes=(5,))
    home.assistant.schedule.remove_calendar("work")
    assert (shown(home), home.assistant.reminders.all()) == ([], ())
    home.assistant.undo.undo()
    assert (len(shown(home)), len(home.assistant.reminders.all())) == (1, 1)
    with pytest.raises(InputError) as caught:
        Household().assistant.schedule.remove_calendar("personal")
    assert caught.value.code == "calendar.last"


def test_an_undo_over_a_later_change_is_refused() -> None:
    home = Household()
    receipt = home.assistant.schedule.create(EventDraft(title="Review", span=at(15, 9)))
    uid = receipt.items[0].uid
    home.assistant.schedule.change(uid, EventDraft(title="Retro", span=at(15, 9)))
    with pytest.raises(ConflictError) as caught:
        home.assistant.undo.undo(receipt.journal_id)
    assert caught.value.code == "journal.changed"
    assert shown(home) == ["10-15 09:00 Retro"]


def test_what_is_gone_cannot_be_changed() -> None:
    home = Household()
    for act in (
        lambda: home.assistant.schedule.delete("nobody"),
        lambda: home.assistant.schedule.move("nobody", at(15, 9)),
        lambda: home.assistant.schedule.get("nobody"),
    ):
        with pytest.raises(NotFoundError):
            act()
    uid = weekly(home)
    with pytest.raises(NotFoundError) as caught:
        home.assistant.schedule.move(uid, at(15, 10), recurrence_id="2026-10-16T07:00:00+00:00")
    assert caught.value.code == "event.occurrence_missing"

"""Edits, questions and underlines as values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from assistant.desktop.dock.edits import ChipKind, Edits, apply, hand_made_time
from assistant.desktop.dock.marks import underlines
from assistant.desktop.dock.question import question_for
from assistant.desktop.repeats import next_days, presets
from assistant.services.conversation.settling import forced, words_of_title
from assistant.services.wording.times import Wording
from assistant.understanding.request import Intent, Mark, Request, Route, Slots, Understanding
from assistant.understanding.times import Grain, Reading, TimeKind, TimeMention
from tests.helpers.clock import BERLIN

TEXT = "Lunch with Mom Friday noon at Luigi"
NOON = datetime(2026, 10, 16, 12, tzinfo=BERLIN)
TODAY = date(2026, 10, 14)


def mention(words: str, start: datetime | date, **more: object) -> TimeMention:
    at = TEXT.index(words)
    made = TimeMention(words, at, at + len(words), TimeKind.INSTANT, start, None, Grain.hour)
    return replace(made, **more)


def lunch() -> Understanding:
    request = Request(
        intent=Intent.CREATE_EVENT,
        confidence=1.0,
        slots=Slots(title="Lunch with Mom", location="Luigi", people=("Mom",)),
        times=(mention("Friday noon", NOON),),
        marks=(Mark(0, 15, "title"), Mark(15, 26, "time"), Mark(27, 30, "command"), Mark(30, 35, "location")),
    )
    return Understanding(text=TEXT, requests=(request,), route=Route.RULES, language="en", sure=True)


def test_no_edits_change_nothing() -> None:
    assert apply(lunch(), Edits()) == lunch()


def test_a_removed_place_becomes_part_of_the_title() -> None:
    slots = apply(lunch(), Edits().without(ChipKind.PLACE)).first.slots
    assert slots.location is None
    assert slots.title == "Lunch with Mom Luigi"


def test_a_removed_time_becomes_part_of_the_title() -> None:
    request = apply(lunch(), Edits().without(ChipKind.WHEN)).first
    assert request.times == ()
    assert request.slots.title == "Lunch with Mom Friday noon"


def test_hand_made_values_win() -> None:
    later = hand_made_time(NOON + timedelta(days=1), NOON + timedelta(days=1, hours=2))
    edits = Edits(time=later, title="Brunch", location="Home", minutes=(30,), tags=("food",), rrule="FREQ=WEEKLY")
    request = apply(lunch(), edits).first
    assert request.item_time is not None
    assert (request.item_time.start, request.item_time.end) == (later.start, later.end)
    assert request.item_time.rrule == "FREQ=WEEKLY"
    assert (request.slots.title, request.slots.location) == ("Brunch", "Home")
    assert (request.slots.reminder_minutes_before, request.slots.tags) == ((30,), ("food",))


@pytest.mark.parametrize("intent", [Intent.CREATE_TASK, Intent.CREATE_REMINDER])
def test_another_kind_keeps_title_and_time(intent: Intent) -> None:
    request = apply(lunch(), Edits(intent=intent)).first
    assert request.intent is intent
    assert request.slots.title == "Lunch with Mom"
    assert request.item_time == lunch().first.item_time


def test_underlines_have_no_edges_and_commands_are_quiet() -> None:
    shown = [(TEXT[start:end], tone) for start, end, tone in underlines(lunch(), None)]
    assert shown == [
        ("Lunch with Mom", "accent.softBorder"),
        ("Friday noon", "accent.softBorder"),
        ("at", "border.default"),
        ("Luigi", "accent.softBorder"),
    ]


def test_which_oclock(qapp: QApplication) -> None:
    five = NOON.replace(day=14, hour=17)
    morning = Reading(five.replace(day=15, hour=5), None)
    time = mention("Friday noon", five, ambiguous=True, alternatives=(morning,))
    question = question_for(replace(lunch().first, times=(time,)), Wording("en"), TODAY)
    assert question is not None
    assert question.text == "Which 5 o’clock?"
    assert [option.label for option in question.options] == ["Today 17:00", "Tomorrow 05:00", "Other…"]
    assert question.options[2].time is None


def test_which_friday(qapp: QApplication) -> None:
    time = mention("Friday noon", date(2026, 10, 16), ambiguous=True, alternatives=(Reading(date(2026, 10, 23), None),))
    request = replace(lunch().first, times=(time,))
    question = question_for(request, Wording("en"), TODAY)
    assert question is not None
    assert question.text == "Which Friday?"
    assert [option.label for option in question.options][:2] == ["Fri 16 Oct", "Fri 23 Oct"]


def test_what_is_certain_is_not_asked(qapp: QApplication) -> None:
    assert question_for(lunch().first, Wording("en"), TODAY) is None


def test_rules_offered_for_a_wednesday() -> None:
    rules = presets(TODAY)
    assert rules[0] == ""
    assert "FREQ=WEEKLY;BYDAY=WE" in rules
    assert list(next_days("FREQ=WEEKLY;BYDAY=WE", TODAY)) == [TODAY + timedelta(days=7 * n) for n in (1, 2, 3)]


def test_forced_to_ask_writes_nothing_and_forced_to_add_is_never_talk() -> None:
    assert not forced(lunch(), "ask").first.writes
    assert forced(lunch(), "add") == lunch()
    talk = replace(lunch(), requests=(replace(lunch().first, intent=Intent.CHAT),), sure=False)
    added = forced(talk, "add")
    assert added.first.intent is Intent.CREATE_TASK
    assert added.sure
    assert added.first.slots.title == words_of_title(talk) == "Lunch with Mom"
    assert forced(talk, "") is talk

"""The model's part: what it is asked, what it may answer, and what is made of the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.understanding import Context, Intent, Route, from_model, model_prompt, understand
from assistant.understanding.grammar import answer_for

ZONE = ZoneInfo("Europe/Berlin")
CONTEXT = Context(now=datetime(2026, 3, 4, 9, 30, tzinfo=ZONE), zone=ZONE)
TEXT = "there will be a meeting with Ann tomorrow at 3"


def test_prefix_is_the_same_for_every_sentence() -> None:
    first, second = model_prompt(TEXT), model_prompt("我明天三点有会")
    assert first.prefix == second.prefix == len(first.turns) - 1
    assert first.turns[: first.prefix] == second.turns[: second.prefix]
    assert first.turns[-1] != second.turns[-1]


def test_kept_corrections_stand_behind_the_prefix() -> None:
    plain = model_prompt(TEXT)
    taught = model_prompt(TEXT, (("there will be a call", "create_event: call"),))
    assert taught.prefix == plain.prefix
    assert taught.turns[: plain.prefix] == plain.turns[: plain.prefix]
    assert [turn.text for turn in taught.turns[plain.prefix :]] == ["there will be a call", "create_event: call", TEXT]


def test_grammar_knows_only_the_words_of_the_sentence() -> None:
    grammar = model_prompt('move "big" lunch').grammar
    assert 'w0 ::= "move"' in grammar
    assert "dinner" not in grammar
    assert "translate" not in grammar


def test_answer_becomes_the_request() -> None:
    assert not understand(TEXT, CONTEXT).sure
    understood = from_model(TEXT, "create_event: meeting with Ann", CONTEXT)
    assert (understood.route, understood.sure) == (Route.MODEL, True)
    request = understood.first
    assert request.intent is Intent.CREATE_EVENT
    assert request.slots.title == "meeting with Ann"
    assert request.item_time is not None
    assert request.item_time.start == datetime(2026, 3, 5, 15, tzinfo=ZONE)


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "I think it is an event",
        "[]",
        "fly_to_the_moon",
        "translate: meeting",
        "create_event: dinner with Zoe",
        "create_event:meeting",
    ],
)
def test_a_bad_answer_leaves_the_reading_of_the_rules(reply: str) -> None:
    assert from_model(TEXT, reply, CONTEXT) == understand(TEXT, CONTEXT)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("the fire alarm in our house is too loud", "create_reminder: fire alarm"),
        ("our plan for the company is growth", "create_task: growth"),
        ("火警闹铃吵得狗直叫", "create_reminder: 火警"),
    ],
)
def test_a_new_item_needs_a_time_or_a_list_beside_the_models_word(text: str, reply: str) -> None:
    understood = from_model(text, reply, CONTEXT)
    assert (understood.first.intent, understood.sure) == (Intent.CHAT, True)


def test_which_sort_a_bare_item_is_the_rules_know_better() -> None:
    text = "Piano recital Saturday 5pm with a reminder 30 minutes before"
    assert from_model(text, "create_reminder: Piano recital", CONTEXT).first.intent is Intent.CREATE_EVENT
    text = "wouldn't mind an alarm at half past five"
    assert from_model(text, "create_reminder: alarm", CONTEXT).first.intent is Intent.CREATE_REMINDER


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("the groceries list could use some butter", False),
        ("购物清单差一瓶酱油", False),
        ("tell me a joke about a frog", True),
        ("remind me to call Bo at 5pm", True),
        ("how do I run a good meeting", True),
    ],
)
def test_it_is_asked_about_the_persons_own_things_only(text: str, sure: bool) -> None:
    assert understand(text, CONTEXT).sure is sure


def test_an_answer_for_a_request_is_what_the_model_would_have_said() -> None:
    request = understand("remind me to call Bo at 5pm", CONTEXT).first
    assert answer_for(request) == "create_reminder: call Bo"
    assert answer_for(replace(request, intent=Intent.WRITE)) == "chat"
    assert answer_for(replace(request, intent=Intent.QUERY_TASKS)) == "query_tasks"

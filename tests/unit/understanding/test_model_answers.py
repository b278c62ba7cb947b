"""The model's part: what it is asked, what it may answer, and what is made of the answer."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.understanding import Context, Intent, Route, from_model, model_prompt, understand

ZONE = ZoneInfo("Europe/Berlin")
CONTEXT = Context(now=datetime(2026, 3, 4, 9, 30, tzinfo=ZONE), zone=ZONE)
TEXT = "I have a meeting with Ann tomorrow at 3"


def test_prefix_is_the_same_for_every_sentence() -> None:
    first, second = model_prompt(TEXT, CONTEXT), model_prompt("我明天三点有会", CONTEXT)
    assert first.prefix == second.prefix == len(first.turns) - 1
    assert first.turns[: first.prefix] == second.turns[: second.prefix]
    assert first.turns[-1] != second.turns[-1]


def test_times_are_numbered_in_the_question() -> None:
    assert "0: tomorrow at 3" in model_prompt(TEXT, CONTEXT).turns[-1].text


def test_grammar_knows_only_the_words_of_the_sentence() -> None:
    grammar = model_prompt('move "big" lunch', CONTEXT).grammar
    assert 'w0 ::= "move"' in grammar
    assert "number" not in grammar, "no time was found, so none can be pointed at"
    assert "dinner" not in grammar


def test_answer_becomes_the_request() -> None:
    reply = '[{"intent":"create_event","title":"meeting with Ann","people":["Ann"],"times":[0]}]'
    understood = from_model(TEXT, reply, CONTEXT)
    assert understood.route is Route.MODEL
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
        "{}",
        "[]",
        '[{"intent":"fly_to_the_moon"}]',
        '[{"intent":"create_event","title":"dinner with Zoe"}]',
        '[{"intent":"create_event","people":["Zoe"]}]',
        '[{"intent":"create_event","title":7}]',
        '["create_event"]',
    ],
)
def test_a_bad_answer_leaves_the_reading_of_the_rules(reply: str) -> None:
    assert from_model(TEXT, reply, CONTEXT) == understand(TEXT, CONTEXT)


def test_several_answers() -> None:
    reply = '[{"intent":"create_task","title":"milk"},{"intent":"create_reminder","title":"call Bo","times":[0]}]'
    first, second = from_model("milk, and then call Bo at 5pm", reply, CONTEXT).requests
    assert (first.slots.title, second.slots.title) == ("milk", "call Bo")
    assert len(second.times) == 1

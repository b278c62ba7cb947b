"""Whatever is typed: an answer, places inside the text, and words that were really said."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.understanding import Context, Understanding, from_model, model_prompt, understand

ZONE = ZoneInfo("Europe/Berlin")
CONTEXT = Context(now=datetime(2026, 3, 4, 9, 30, tzinfo=ZONE), zone=ZONE)

PIECES = """
    remind me to add the my list alarm meeting at 3pm on friday with and delete move cancel from what is do i have
    提醒我 明天 把 改到 取消 清单 的 会 什么 闹钟 和 在 到 " ' # ! , . ? @ ( )
    tomorrow every for in ~ /task ，然后 周五下午三点
"""
WORDS = st.sampled_from(PIECES.split())
SENTENCES = st.lists(st.tuples(WORDS, st.sampled_from(["", " "])), max_size=24).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


def check(text: str, understood: Understanding) -> None:
    assert understood.text == text
    assert understood.requests
    for request in understood.requests:
        assert 0 <= request.confidence <= 1
        assert 0 <= request.naming <= len(request.times)
        for mark in request.marks:
            assert 0 <= mark.start_char <= mark.end_char <= len(text)
        for mention in request.times:
            assert text[mention.start_char : mention.end_char] == mention.text
        for words in (request.slots.title, request.slots.reference, request.slots.location, request.slots.list):
            assert words is None or set("".join(words.split())) <= set("".join(text.split()))


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    check(text, understand(text, CONTEXT))


@given(SENTENCES)
@settings(max_examples=300, deadline=None)
def test_words_of_commands_in_any_order(text: str) -> None:
    check(text, understand(text, CONTEXT))


@given(SENTENCES, st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_answer_of_a_model(text: str, reply: str) -> None:
    prompt = model_prompt(text)
    assert prompt.grammar.startswith("root ::= ")
    check(text, from_model(text, reply, CONTEXT))

"""Written text as it is spoken."""

from __future__ import annotations

import pytest

from assistant.aloud.sentences import Sentences, sentences
from assistant.aloud.text import aloud, language_of
from assistant.aloud.zh import counted


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        (
            "Added: **Call the dentist**, Tue 14 Oct at 15:00.",
            "Added: Call the dentist, Tuesday the 14th of October at 3 PM.",
        ),
        ("Lunch 12:00–13:30 at [Nopa](https://nopa.example/x).", "Lunch noon to 1 30 PM at Nopa."),
        ("It is 9:05 and 0:00 is later.", "It is 9 oh 5 AM and midnight is later."),
        ("Due 2026-10-14T09:05", "Due October 14th, 2026 at 9 oh 5 AM"),
        ("See https://www.example.com/a?b=c now", "See a link to example.com now"),
        ("Write to anna@example.org.", "Write to an address at example.org."),
        ("- [ ] Buy *milk* 🥛 for $5, 50% off", "Buy milk for 5 dollars, 50 percent off"),
        ("```python\nprint('no')\n```", ""),
        ("| a | b |", "a, b"),
        ("---", ""),
        ("Call `run()` at 3 p.m. Then rest", "Call run() at 3 PM Then rest"),
    ],
)
def test_english_is_read_as_people_say_it(written: str, spoken: str) -> None:
    assert aloud(written, "en") == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("已添加：**给牙医打电话**，2026年10月14日 15:00。", "已添加：给牙医打电话，二零二六年十月十四日 十五点。"),
        ("9:00–10:30开会，2个任务", "九点到十点半开会，两个任务"),
        ("完成了50%，花了105元，12号付", "完成了百分之五十，花了一百零五元，十二号付"),
        ("明天2:05，零下-3°C", "明天两点零五分，零下负三度"),
        ("电话13800138000", "电话一三八零零一三八零零零"),
        ("看[这里](http://x.example)🎉", "看这里"),
    ],
)
def test_chinese_is_read_in_characters(written: str, spoken: str) -> None:
    assert aloud(written, "zh") == spoken


def test_chinese_numbers() -> None:
    known = {
        0: "零",
        10: "十",
        15: "十五",
        20: "二十",
        105: "一百零五",
        1010: "一千零一十",
        10_010: "一万零一十",
        2026: "二千零二十六",
        100_000_000: "一亿",
    }
    assert {number: counted(number) for number in known} == known


def test_the_language_of_a_sentence_is_that_of_its_words() -> None:
    assert language_of("明天给 Anna 打电话") == "zh"
    assert language_of("Call 妈妈", "en") == "zh"
    assert language_of("Call mum", "zh") == "en"
    assert language_of("15:00", "zh") == "zh"


def test_sentences_come_as_soon_as_they_are_whole() -> None:
    cutter = Sentences()
    found = [cutter.feed(char) for char in "Dr. Lee comes at 3 p.m. on Friday. He is 3.5 m tall! 好的。对"]
    assert [one for some in found for one in some] == [
        "Dr. Lee comes at 3 p.m. on Friday.",
        "He is 3.5 m tall!",
        "好的。",
    ]
    assert cutter.finish() == ["对"]
    assert cutter.finish() == []


def test_code_and_lists_are_cut_apart() -> None:
    assert sentences("Do this:\n\n1. one\n2. two\n```x\ny. Z\n```\nDone.") == [
        "Do this:",
        "1. one",
        "2. two",
        "```x\ny. Z\n```",
        "Done.",
    ]


def test_a_long_sentence_is_cut_at_a_comma() -> None:
    made = sentences(", ".join(["a clause of some length"] * 20) + ".")
    assert len(made) > 1
    assert all(len(one) <= 221 for one in made)

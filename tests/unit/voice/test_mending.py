"""What was heard as something else that sounds the same."""

from __future__ import annotations

import pytest

from assistant.engines.ears.mending import mended


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("Remind me to by a present", "Remind me to buy a present"),
        ("Add by some milk to my tasks", "Add buy some milk to my tasks"),
        ("set in alarm for six", "set an alarm for six"),
        ("Mark pay the rent has done.", "Mark pay the rent as done."),
        ("cancels the meeting", "cancel the meeting"),
        ("Set an alarm for 630.", "Set an alarm for 6:30."),
        ("Dinner at 730 in the evening", "Dinner at 7:30 in the evening"),
        ("Remind me two call Anna", "Remind me to call Anna"),
        ("Wake me at to thirty", "Wake me at two thirty"),
    ],
)
def test_english_words_that_sound_the_same(heard: str, said: str) -> None:
    assert mended(heard, (), chinese=False) == said


@pytest.mark.parametrize(
    "said",
    [
        "Finish the report by the end of May",
        "Remind me two days before",
        "Put it in the box",
        "Meet Anna at 500 Main Street",
        "Pay the bill for 120",
        "The film has finished",
        "Go from London to Paris",
        "It stands by the door",
    ],
)
def test_what_makes_sense_stays(said: str) -> None:
    assert mended(said, ("Groceries",), chinese=False) == said


def test_a_name_that_is_spelled_otherwise() -> None:
    names = ("groceries", "Anna's birthday")
    assert mended("Put olive oil on the grocery's list", names, chinese=False) == "Put olive oil on the groceries list"
    assert mended("when is anna's birthday", names, chinese=False) == "when is anna's birthday"
    assert mended("when is Annas birthday", names, chinese=False) == "when is Annas birthday"


def test_chinese_sounds_that_are_no_words() -> None:
    heard = "摄一个闹中,周五中五叫我气床"
    assert mended(heard, (), chinese=True) == "设一个闹钟,周五中午叫我起床"
    assert mended("是一个二十分钟的到计时", (), chinese=True) == "设一个二十分钟的倒计时"
    assert mended("是一个好主意", (), chinese=True) == "是一个好主意"


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("消房租已经完成了", "交房租已经完成了"),
        ("取消亚义预约", "取消牙医预约"),
        ("加到够务清单", "加到购物清单"),
        ("和李名吃饭", "和李明吃饭"),
        ("看周报", "看周报"),
        ("和李丽吃饭", "和李丽吃饭"),
    ],
)
def test_names_that_are_known_are_heard(heard: str, said: str) -> None:
    assert mended(heard, ("交房租", "牙医预约", "购物", "写周报", "李明"), chinese=True) == said

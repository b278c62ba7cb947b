"""Commands read back, and questions answered, as they are by voice."""

from __future__ import annotations

import pytest

from assistant.services.conversation.reply import Reply, ReplyKind
from assistant.services.tasks.service import TaskDraft
from assistant.services.voice.confirming import said_aloud
from tests.helpers.household import Household


def say(home: Household, *sentences: str) -> Reply:
    replies = [home.assistant.conversation.handle(one, rules_only=True) for one in sentences]
    return replies[-1]


def household() -> Household:
    home = Household()
    for title in ("call Anna about the lease", "call Anna about the party", "water plants"):
        home.assistant.tasks.create(TaskDraft(title=title))
    return home


def left(home: Household) -> list[str]:
    return sorted(task.title for task in home.assistant.tasks.all())


def test_a_command_is_read_back_in_one_short_sentence() -> None:
    home = Household()
    reply = say(home, "Lunch with Anna on Friday at noon at Luigi's, remind me 30 minutes before")
    assert said_aloud(reply) == "Event added: Lunch with Anna, Fri 16 Oct, 12:00–13:00."
    assert said_aloud(say(home, "明天下午三点提醒我交电费")) == "已添加提醒：交电费，明天 10月15日 周四 15:00。"
    assert "Every week" in said_aloud(say(home, "gym every Monday at 9"))
    assert "Overlaps" in said_aloud(say(home, "call with Bob on Friday at 12:15"))


def test_a_question_says_what_can_be_answered() -> None:
    home = household()
    told = said_aloud(say(home, "delete the task call Anna"))
    assert told.endswith("call Anna about the lease. call Anna about the party.")
    told = said_aloud(say(home, "delete all tasks"))
    assert "Delete 3 items?" in told
    assert "water plants" in told


@pytest.mark.parametrize(
    "answer", ["The second one.", "The second one, please.", "第二个。", "The last one", "the party", "2."]
)
def test_a_choice_is_made_by_its_place_or_its_name(answer: str) -> None:
    home = household()
    say(home, "delete the task call Anna", answer)
    assert left(home) == ["call Anna about the lease", "water plants"]


@pytest.mark.parametrize("answer", ["Yes.", "Yes, delete them.", "好的。", "是的"])
def test_yes(answer: str) -> None:
    home = household()
    say(home, "delete all tasks", answer)
    assert left(home) == []


@pytest.mark.parametrize("answer", ["No.", "No, thanks.", "不要。", "取消", "None of them", "别删"])
def test_no(answer: str) -> None:
    home = household()
    reply = say(home, "delete all tasks", answer)
    assert reply.kind is ReplyKind.ANSWER
    assert len(left(home)) == 3


def test_a_bare_ok_is_too_little_for_deleting_and_the_question_stays() -> None:
    home = household()
    assert say(home, "delete all tasks", "Okay.").kind is ReplyKind.APPROVAL
    assert len(left(home)) == 3
    say(home, "yes")
    assert left(home) == []

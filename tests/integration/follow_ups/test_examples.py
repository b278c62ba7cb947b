"""Corrections by hand become examples: kept, shown to the model with the next sentence like it, and forgotten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.commands.border import run
from assistant.config.errors import NotFoundError
from assistant.domain.example import MOST_EXAMPLES
from assistant.services.conversation.reply import ReplyKind
from assistant.understanding import Context, Intent, understand
from assistant.understanding.request import Request, Slots, Understanding
from tests.helpers.clock import BERLIN, NOON
from tests.helpers.household import Household
from tests.helpers.scripted_model import OneModelLibrary

CONTEXT = Context(now=NOON, zone=BERLIN)


def corrected(text: str, intent: Intent, title: str) -> Understanding:
    """The sentence as a person set its chips."""
    return replace(
        understand(text, CONTEXT), requests=(Request(intent=intent, confidence=1.0, slots=Slots(title=title)),)
    )


def carry_out(home: Household, text: str, intent: Intent, title: str) -> None:
    home.assistant.conversation.carry_out(corrected(text, intent, title))


def test_a_correction_is_kept_and_the_last_one_counts(home: Household) -> None:
    carry_out(home, "the packing list wants a raincoat", Intent.CREATE_TASK, "raincoat")
    carry_out(home, "the packing list wants a raincoat", Intent.CREATE_TASK, "a raincoat")
    (example,) = home.assistant.examples.all()
    assert (example.text, example.answer) == ("the packing list wants a raincoat", "create_task: a raincoat")
    assert example.created_at == NOON


def test_what_was_understood_rightly_is_no_example(home: Household) -> None:
    text = "add milk to the shopping list"
    home.assistant.conversation.carry_out(understand(text, CONTEXT))
    assert home.assistant.examples.all() == ()


def test_a_title_in_other_words_is_no_example_of_finding_it(home: Household) -> None:
    carry_out(home, "add milk to the shopping list", Intent.CREATE_TASK, "Oat drink")
    assert home.assistant.examples.all() == ()


def test_the_next_sentence_like_it_is_asked_with_the_example(home: Household) -> None:
    home.library = OneModelLibrary(installed=True)
    home.model.says("create_task: torch")
    carry_out(home, "the packing list wants a raincoat", Intent.CREATE_TASK, "raincoat")
    reply = home.assistant.conversation.handle("the packing list wants a torch")
    (request,) = home.model.requests
    behind = [turn.text for turn in request.turns[request.prefix :]]
    assert behind == [
        "the packing list wants a raincoat",
        "create_task: raincoat",
        "the packing list wants a torch",
    ]
    assert reply.kind is ReplyKind.RECEIPT
    assert sorted(task.title for task in home.assistant.tasks.all()) == ["raincoat", "torch"]


def test_only_sentences_like_it_are_near(home: Household) -> None:
    carry_out(home, "the packing list wants a raincoat", Intent.CREATE_TASK, "raincoat")
    carry_out(home, "购物清单差一瓶酱油", Intent.CREATE_TASK, "酱油")
    near = home.assistant.examples.nearest
    assert [one.answer for one in near("购物清单差一瓶醋")] == ["create_task: 酱油"]
    assert near("what a lovely day") == ()


def test_the_oldest_make_room(home: Household) -> None:
    for number in range(MOST_EXAMPLES + 2):
        text = f"the packing list wants {number}"
        home.assistant.examples.learn(understand(text, CONTEXT), corrected(text, Intent.CREATE_TASK, str(number)))
    found = home.assistant.examples.all()
    assert len(found) == MOST_EXAMPLES


def test_examples_are_forgotten(home: Household) -> None:
    carry_out(home, "the packing list wants a raincoat", Intent.CREATE_TASK, "raincoat")
    carry_out(home, "购物清单差一瓶酱油", Intent.CREATE_TASK, "酱油")
    first = home.assistant.examples.all()[0]
    home.assistant.examples.remove(first.uid)
    assert len(home.assistant.examples.all()) == 1
    with pytest.raises(NotFoundError):
        home.assistant.examples.remove(first.uid)
    assert home.assistant.examples.clear() == 1
    assert home.assistant.examples.all() == ()


def test_the_command_lists_and_forgets(home: Household, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    carry_out(home, "the packing list wants a raincoat", Intent.CREATE_TASK, "raincoat")

    def command(*words: str) -> tuple[int, str]:
        code = run(["--profile", str(tmp_path / "profile"), "examples", *words], lambda _arguments: 0)
        return code, capsys.readouterr().out

    code, out = command("list")
    assert code == 0
    assert "the packing list wants a raincoat  →  create_task: raincoat" in out
    assert command("remove", "7")[0] == 1
    assert command("remove", "1")[0] == 0
    assert home.assistant.examples.all() == ()
    assert command("clear")[0] == 0

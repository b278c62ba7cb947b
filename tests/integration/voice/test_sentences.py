"""Everyday sentences, spoken and done. `make spoken` tries all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.services.assistant import Assistant
from tests.helpers.sound_room import Room
from tests.helpers.spoken import Outcome, outcome, sentences

pytestmark = [pytest.mark.model, pytest.mark.timeout(300)]


@pytest.mark.parametrize("number", [4, 8, 13, 16])
def test_a_spoken_sentence_does_what_it_asks_for(room: Room, assistant: Assistant, number: int, tmp_path: Path) -> None:
    sentence = sentences()[number]
    found: Outcome = outcome(assistant, room, sentence, tmp_path)
    assert found.right, f"{sentence.text} was heard as {found.heard}: {found.effect}"

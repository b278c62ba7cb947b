"""Speaking and being answered, over a microphone and a loudspeaker that only programs hear."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from assistant.domain.cancellation import Cancellation
from assistant.services.assistant import Assistant
from assistant.services.voice.view import VoiceState
from assistant.services.voice_ports import SayingKind
from tests.helpers.sound_room import Room, opened_room
from tests.helpers.waiting import until
from tests.integration.voice.conftest import Talk, built, talking

pytestmark = [pytest.mark.model, pytest.mark.timeout(300)]

Speaker = Callable[..., Path]
SENTENCE = "Remind me to call the dentist tomorrow at three in the afternoon."
LONG = (
    "I will tell you a very long story about a man who had a dog, and the dog had a house, and the house had a roof. "
    * 3
)


def hours_of(assistant: Assistant, words: str) -> list[int]:
    """When the reminders about something ring."""
    items = {task.uid for task in assistant.tasks.all() if words in task.title.lower()}
    due = [one.due_at for one in assistant.reminders.all() if one.item_uid in items]
    tomorrow = (assistant.clock.now() + timedelta(days=1)).date()
    local = [at.astimezone(assistant.clock.zone()) for at in due]
    return [at.hour for at in local if at.date() == tomorrow]


def words_on_loudspeaker(assistant: Assistant, sound: Path) -> str:
    heard = assistant.ears.transcribe(sound, language="", on_segment=lambda *_: None, cancel=Cancellation())
    return heard.text.lower()


def test_a_spoken_request_is_done_and_confirmed_aloud(
    room: Room, assistant: Assistant, talk: Talk, spoken: Speaker, tmp_path: Path
) -> None:
    sound = spoken(SENTENCE)
    before = hours_of(assistant, "dentist")  # other tests say so as well
    with room.recording() as recording:
        talk.session.listen()
        talk.wait_open()
        room.speak(sound).wait()
        talk.wait(VoiceState.SPEAKING)
        talk.wait(VoiceState.IDLE)
        recorded = recording.write(tmp_path / "answer.wav")
    assert talk.states == [
        VoiceState.LISTENING,
        VoiceState.TRANSCRIBING,
        VoiceState.THINKING,
        VoiceState.SPEAKING,
        VoiceState.IDLE,
    ]
    assert "dentist" in talk.heard[0].text.lower()
    assert hours_of(assistant, "dentist") == [*before, 15], talk.heard[0].text
    confirmed = words_on_loudspeaker(assistant, recorded)
    assert "dentist" in confirmed
    # On a busy computer a word may drown; the day is said twice.
    tomorrow = (assistant.clock.now() + timedelta(days=1)).strftime("%A").lower()
    assert "tomorrow" in confirmed or tomorrow in confirmed
    assert "3" in confirmed or "three" in confirmed
    assert max(view.level for view in talk.views) > 0.2


def test_chinese_is_heard_and_answered_in_chinese(
    room: Room, assistant: Assistant, talk: Talk, spoken: Speaker
) -> None:
    sound = spoken("明天下午三点提醒我给妈妈打电话。", "kokoro:zf_xiaoxiao")
    assistant.settings.set("voice_zh", "system")
    talk.session.listen()
    talk.wait_open()
    room.speak(sound).wait()
    talk.wait(VoiceState.SPEAKING)
    talk.session.cancel()
    assert talk.heard[0].language == "zh"
    assert "打电话" in talk.heard[0].text
    assert hours_of(assistant, "打电话") == [15]


def test_speaking_into_the_answer_stops_it_and_its_own_voice_does_not(
    room: Room, voice_models: Path, tmp_path: Path, spoken: Speaker
) -> None:
    sound = spoken("Stop that and tell me what is on tomorrow.")
    # Ears of their own: others may have heard, a moment ago, that nothing of the mouth's comes back in this room.
    with (
        closing(built(voice_models, tmp_path)) as assistant,
        talking(assistant) as talk,
        room.coupled(60),
        room.recording() as recording,
    ):
        talk.session.speak(LONG, "en")
        talk.wait(VoiceState.SPEAKING)
        talk.wait_open()
        began = recording.seconds
        until(lambda: recording.seconds > began + 4.0)
        assert talk.session.view.state is VoiceState.SPEAKING, "its own voice does not stop it"
        player = room.speak(sound)
        talk.wait(VoiceState.LISTENING)
        stopped = recording.seconds
        assert talk.session.view.interrupted
        player.wait()
        talk.wait(VoiceState.THINKING)
        loud = recording.loud()
    after = [number * 0.02 for number, one in enumerate(loud) if one > 0.004 and number * 0.02 > stopped + 0.3]
    assert not after or after[0] > stopped + 1.0, "silence follows, until the next answer"
    assert "tomorrow" in talk.heard[0].text.lower()


def test_one_short_word_stops_the_answer(room: Room, talk: Talk, spoken: Speaker) -> None:
    sound = spoken("Stop.", "kokoro:am_michael")
    talk.session.speak(LONG, "en")
    talk.wait(VoiceState.SPEAKING)
    talk.wait_open()
    with room.recording() as recording:
        until(lambda: recording.seconds > 4.0)  # by then the ears have learned the room
        assert talk.session.view.state is VoiceState.SPEAKING
        room.speak(sound).wait()
        talk.wait(VoiceState.LISTENING)
    talk.session.cancel()


def test_a_key_stops_the_answer(room: Room, talk: Talk) -> None:
    with room.recording() as recording:
        talk.session.speak(LONG, "en")
        talk.wait(VoiceState.SPEAKING)
        until(lambda: bool(np.any(recording.loud()[-10:] > 0.01)))
        talk.session.cancel()
        stopped = recording.seconds
        until(lambda: recording.seconds > stopped + 1.0)
        loud = recording.loud()
    assert not [one for number, one in enumerate(loud) if one > 0.004 and number * 0.02 > stopped + 0.3]


def test_a_held_mouth_is_silent_and_goes_on_where_it_was(room: Room, assistant: Assistant) -> None:
    utterance = assistant.mouth.begin(lambda _saying: None)
    with room.recording() as recording:

        def sounds() -> bool:
            return bool(np.any(recording.loud()[-25:] > 0.004))

        utterance.add(LONG, "en")
        until(sounds, 60)
        utterance.hold(held=True)
        until(lambda: not sounds())
        utterance.hold(held=False)
        until(sounds)
        utterance.hold(held=True)
        until(lambda: not sounds())
        until(sounds)  # nobody decided: it goes on by itself
        utterance.stop()
        utterance.wait()


def test_nobody_speaks(room: Room, talk: Talk) -> None:
    talk.session.listen()
    talk.wait_open()
    until(lambda: talk.session.view.state is VoiceState.IDLE, seconds=60)
    assert talk.session.view.problem == "microphone.silent"
    assert not talk.heard


def test_a_dying_engine_is_said_and_the_next_words_are_heard(
    room: Room, assistant: Assistant, talk: Talk, spoken: Speaker
) -> None:
    sound = spoken(SENTENCE)
    talk.session.listen()
    talk.wait_open()
    assert assistant.ears.pid is not None
    os.kill(assistant.ears.pid, signal.SIGKILL)
    assert talk.wait(VoiceState.IDLE).problem == "engine.died"
    talk.session.listen(held=True)
    talk.wait_open()
    room.speak(sound).wait()
    talk.session.finish()
    until(lambda: talk.heard)
    assert "dentist" in talk.heard[0].text.lower()
    talk.wait(VoiceState.SPEAKING)
    assert assistant.mouth.pid is not None
    os.kill(assistant.mouth.pid, signal.SIGKILL)
    assert talk.wait(VoiceState.IDLE).problem == "engine.died"


def test_the_answer_goes_on_where_the_ears_die(room: Room, assistant: Assistant, talk: Talk) -> None:
    with room.recording() as recording:
        talk.session.speak(LONG, "en")
        talk.wait(VoiceState.SPEAKING)
        talk.wait_open()
        assert assistant.ears.pid is not None
        os.kill(assistant.ears.pid, signal.SIGKILL)
        until(lambda: not talk.session.view.open)
        killed = recording.seconds
        until(lambda: recording.seconds > killed + 1.0 and bool(np.any(recording.loud()[-10:] > 0.01)))
        assert talk.session.view.state is VoiceState.SPEAKING
        assert not talk.session.view.problem


def test_the_first_sentence_sounds_before_the_answer_is_whole(room: Room, assistant: Assistant) -> None:
    begun = threading.Event()
    utterance = assistant.mouth.begin(lambda saying: begun.set() if saying.kind is SayingKind.SENTENCE else None)
    utterance.add("The first sentence is here.", "en")
    assert begun.wait(60)
    utterance.add("The second comes later.", "en")
    utterance.end()
    started = time.monotonic()
    utterance.wait()
    assert time.monotonic() - started < 60


def test_a_microphone_that_goes_away_is_said(voice_models: Path, spoken: Speaker, tmp_path: Path) -> None:
    sound = spoken(SENTENCE)
    with (
        opened_room() as room,
        closing(built(voice_models, tmp_path / "profile")) as assistant,
        talking(assistant) as talk,
    ):
        talk.session.listen()
        talk.wait_open()
        player = room.speak(sound)
        until(lambda: max((view.level for view in tuple(talk.views)), default=0.0) > 0.2)
        room.close()
        view = talk.wait(VoiceState.IDLE)
        player.kill()
        player.wait()
    assert view.problem in ("microphone.lost", "microphone.silent", "voice.nothing", "microphone.closed")

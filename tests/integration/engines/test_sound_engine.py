"""The sounds of reminders, heard: a real sound server, its null sink recorded; and what happens without one."""

from __future__ import annotations

import logging
import os
import signal
import sys
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.config.errors import EngineError
from assistant.config.resources import resource_path
from assistant.config.settings import DECLARED
from assistant.engines.sound.client import SoundEngine
from tests.helpers.loudspeaker import Loudspeaker, loudspeaker
from tests.helpers.waiting import until

CLIENT = "assistant.engines.sound.client"
_FIRST_NOTE = 659.26


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loudspeaker]:
    with loudspeaker(tmp_path_factory.mktemp("sound")) as made:
        yield made


@pytest.fixture
def heard(room: Loudspeaker, monkeypatch: pytest.MonkeyPatch) -> Loudspeaker:
    """The loudspeaker, silent so far, and programs that are started use it."""
    for name, value in room.environment.items():
        monkeypatch.setenv(name, value)
    os.truncate(room.heard_in, 0)
    return room


@pytest.fixture
def engine() -> Iterator[SoundEngine]:
    made = SoundEngine()
    yield made
    made.close()


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """What the sounds have said in the log."""
    caplog.set_level(logging.INFO, CLIENT)
    return lambda: [one.getMessage() for one in caplog.records if one.name == CLIENT]


def test_every_sound_that_can_be_chosen_is_there() -> None:
    choices = next(setting.choices for setting in DECLARED if setting.key == "sound")
    for name in {*choices, "alarm"} - {"off"}:
        with wave.open(str(resource_path(f"sounds/{name}.wav")), "rb") as file:
            assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 44_100)
            assert 0.8 < file.getnframes() / 44_100 < 3


def test_a_chime_is_heard(heard: Loudspeaker, engine: SoundEngine, told: Callable[[], list[str]]) -> None:
    engine.play("chime", 100)
    until(lambda: any("sounded chime" in line for line in told()))
    until(lambda: heard.peak() > 15_000)
    until(lambda: heard.sounding_seconds() > 0.7)
    assert heard.strength(_FIRST_NOTE) > 20 * heard.strength(_FIRST_NOTE * 1.1)


def test_the_volume_is_heard(heard: Loudspeaker, engine: SoundEngine, told: Callable[[], list[str]]) -> None:
    engine.play("wood", 20)
    until(lambda: any("sounded wood" in line for line in told()))
    until(lambda: heard.peak() > 2_000)
    assert heard.peak() < 8_000


def test_a_sound_can_be_stopped(heard: Loudspeaker, engine: SoundEngine) -> None:
    engine.play("bells", 100)
    until(lambda: heard.peak() > 5_000)
    engine.stop()
    size = heard.heard_in.stat().st_size
    until(lambda: heard.heard_in.stat().st_size > size + 44_100 * 2)
    assert heard.sounding_seconds() < 1.5


def test_a_sound_that_is_asked_for_again_while_it_plays_is_heard_to_its_end(
    heard: Loudspeaker, engine: SoundEngine, told: Callable[[], list[str]]
) -> None:
    def beat() -> bool:
        engine.play("bells", 100)
        return any("sounded bells" in line for line in told())

    until(beat)


def test_after_a_crash_the_next_sound_is_heard(
    heard: Loudspeaker, engine: SoundEngine, told: Callable[[], list[str]]
) -> None:
    engine.look()
    pid = engine.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    engine.play("chime", 100)
    until(lambda: any("sounded chime" in line or "no sound" in line for line in told()))
    engine.play("chime", 100)
    until(lambda: any("sounded chime" in line for line in told()))


def test_without_a_loudspeaker_it_is_silent_and_says_so_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    engine: SoundEngine,
    told: Callable[[], list[str]],
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    caplog.set_level(logging.DEBUG, CLIENT)
    for times in (1, 2):
        engine.play("chime", 100)
        until(lambda times=times: len(told()) == times)
        with pytest.raises(EngineError, match="No loudspeaker was found"):
            engine.look()
    said = [(one.levelno, one.getMessage()) for one in caplog.records if one.name == CLIENT]
    line = "no sound (loudspeaker.none): No loudspeaker was found."
    assert said == [(logging.INFO, line), (logging.DEBUG, line)], "the second is for those who look closely"


def test_a_loudspeaker_that_hangs_is_ended(told: Callable[[], list[str]]) -> None:
    deaf = [sys.executable, "-c", "import time; time.sleep(3600)"]
    engine = SoundEngine(command=deaf, longest_seconds=0.5)
    engine.play("chime", 100)
    until(lambda: any("sound.hangs" in line for line in told()))
    engine.close()

"""Ears and mouth in a room of their own, with real models."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.services.assistant import Assistant
from assistant.services.voice.session import VoiceSession
from assistant.services.voice.view import VoiceState, VoiceView
from assistant.services.voice_ports import Transcript
from tests.helpers.models import shared_models, test_library
from tests.helpers.sound_room import Room, room
from tests.helpers.waiting import until

__all__ = ["room"]


@pytest.fixture(scope="session")
def voice_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of models, with ears and two mouths in it."""
    shared_models().mkdir(parents=True, exist_ok=True)
    library = test_library(tmp_path_factory.mktemp("library"))
    for name in ("ears-base", "mouth-joe", "mouth-kokoro"):
        library.pull(name, lambda _progress: None, Cancellation())
    return shared_models()


def built(models: Path, folder: Path) -> Assistant:
    """The services with these models, in a profile of their own, speaking with the quick English voice."""
    paths = replace(Paths.profile(folder), models=models)
    paths.ensure()
    settings = Settings(None)
    for key, value in (("voice_en", "joe"), ("language", "en")):
        settings.set(key, value)
    return build(paths, settings)


@pytest.fixture(scope="module")
def assistant(room: Room, voice_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    made = built(voice_models, tmp_path_factory.mktemp("profile"))
    yield made
    made.close()


class Talk:
    """A conversation by voice with the services, as the window leads it."""

    def __init__(self, assistant: Assistant) -> None:
        self.views: list[VoiceView] = []
        self.heard: list[Transcript] = []
        self._assistant = assistant
        self.session = VoiceSession(
            lambda: assistant.ears,
            lambda: assistant.mouth,
            assistant.settings,
            show=self.views.append,
            heard=self._answer,
        )

    def _answer(self, transcript: Transcript) -> None:
        self.heard.append(transcript)
        reply = self._assistant.conversation.handle(transcript.text, rules_only=True, keep=False)
        self.session.answered(reply.text, asks=bool(reply.choices))

    @property
    def states(self) -> list[VoiceState]:
        """The states in order, each once in a row."""
        made: list[VoiceState] = []
        for view in tuple(self.views):
            if not made or made[-1] is not view.state:
                made.append(view.state)
        return made

    def wait(self, state: VoiceState, seconds: float = 60.0) -> VoiceView:
        until(lambda: self.session.view.state is state, seconds)
        return self.session.view

    def wait_open(self, seconds: float = 60.0) -> None:
        until(lambda: self.session.view.open, seconds)


@contextmanager
def talking(assistant: Assistant) -> Iterator[Talk]:
    """A conversation, ended with all its threads."""
    made = Talk(assistant)
    try:
        yield made
    finally:
        made.session.close()
        for thread in [thread for thread in threading.enumerate() if thread.name == "voice"]:
            thread.join(30)


@pytest.fixture
def talk(assistant: Assistant) -> Iterator[Talk]:
    with talking(assistant) as made:
        yield made


@pytest.fixture(scope="session")
def spoken(voice_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Sentences as sound files: `spoken(text, voice)`."""
    folder = tmp_path_factory.mktemp("spoken")
    paths = replace(Paths.profile(tmp_path_factory.mktemp("speaker")), models=voice_models)
    paths.ensure()
    made: dict[tuple[str, str], Path] = {}

    def speak(text: str, voice: str = "joe") -> Path:
        if (text, voice) not in made:
            speaker = build(paths, Settings(None))
            target = folder / f"{len(made)}.wav"
            language = "zh" if ":z" in voice else "en"
            speaker.mouth.synthesise([text], language, voice, target, Cancellation())
            speaker.close()
            made[text, voice] = target
        return made[text, voice]

    return speak

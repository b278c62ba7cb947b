"""Everyday sentences that are spoken, and whether what was heard had the effect they ask for."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from assistant.aloud.text import aloud
from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.services.assistant import Assistant
from assistant.services.voice.hints import likely_names
from assistant.services.voice_ports import Hearing, HearingKind, ListenRequest, Transcript
from tests.helpers.clock import BERLIN, FakeClock
from tests.helpers.sound_room import Room

_DATA = Path(__file__).parents[1] / "data"
SENTENCES = _DATA / "spoken.jsonl"
OTHERS = _DATA / "spoken_more.jsonl"
_NOW = datetime(2026, 5, 13, 10, 20, tzinfo=BERLIN)
_THERE = {
    "en": (
        "Team meeting tomorrow at 10am",
        "Appointment with Doctor Miller on Friday at 3pm",
        "New task: water the plants",
        "New task: pay the rent",
        "Add coffee to the groceries list",
    ),
    "zh": (
        "明天上午10点团队会议",
        "周四下午3点牙医预约",
        "添加任务：交房租",
        "添加任务：写周报",
        "把咖啡加到购物清单",
    ),
}
_OUTER = " .,;:!?。，！？"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said, with which voice and how fast, and what it must lead to.

    Attributes:
        right: Every line that the data gain (``+``) or lose (``-``), or words that the answer contains (``=``).
    """

    lang: str
    voice: str
    text: str
    right: tuple[str, ...]
    speed: int = 100


def sentences(path: Path = SENTENCES) -> list[Sentence]:
    """Those of a file with one JSON object a line."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Sentence(**{**row, "right": tuple(row["right"])}) for row in rows]


class Desk:
    """A profile with a few things in it, on a Wednesday morning."""

    def __init__(self, folder: Path, language: str) -> None:
        paths = Paths.profile(folder)
        paths.ensure()
        settings = Settings(None)
        settings.set("language", language)
        self.assistant = build(paths, settings, clock=FakeClock(_NOW), with_engines=False)
        for words in _THERE[language]:
            self._do(words)

    def _do(self, words: str) -> str:
        return self.assistant.conversation.handle(words, rules_only=True, approved=True, keep=False).text

    def effect(self, heard: str) -> list[str]:
        """Does what was heard; gives every line gained and lost, and the answer."""
        before = _lines(self.assistant)
        answer = self._do(heard)
        after = _lines(self.assistant)
        return (
            [f"+ {one}" for one in sorted(after - before)]
            + [f"- {one}" for one in sorted(before - after)]
            + [f"= {answer}"]
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was heard of a sentence, what that did, and whether it is what was asked for."""

    heard: str
    effect: list[str]
    right: bool


def said(speaker: Assistant, sentence: Sentence, target: Path) -> Path:
    """The sentence as a sound file."""
    speaker.settings.set("voice_rate", sentence.speed)
    words = [aloud(sentence.text, sentence.lang)]
    speaker.mouth.synthesise(words, sentence.lang, sentence.voice, target, Cancellation())
    return target


def heard(listener: Assistant, room: Room, sound: Path, names: tuple[str, ...]) -> Transcript:
    """What the ears make out of a sound that is played into the microphone."""
    opened = threading.Event()

    def news(hearing: Hearing) -> None:
        if hearing.kind is HearingKind.OPEN:
            opened.set()

    def speak() -> None:
        opened.wait(60)
        room.speak(sound).wait()

    speaker = threading.Thread(target=speak)
    speaker.start()
    try:
        return listener.ears.listen(ListenRequest(hints=names), news, Cancellation())
    finally:
        speaker.join()


def outcome(engines: Assistant, room: Room, sentence: Sentence, folder: Path) -> Outcome:
    """Speaks the sentence into the microphone and does what was heard, at a desk of its own in `folder`."""
    sound = said(engines, sentence, folder / "said.wav")
    desk = Desk(folder / "desk", sentence.lang)
    there = desk.assistant
    try:
        words = heard(engines, room, sound, likely_names(there.tasks, there.schedule, there.clock.now())).text
        effect = desk.effect(words) if words else ["= "]
    finally:
        there.close()
    return Outcome(words, effect, is_right(sentence, effect))


def is_right(wanted: Sentence, effect: list[str]) -> bool:
    """True where exactly the wanted lines changed and the answer has the wanted words."""
    answer = effect[-1].casefold()
    changes = [one.casefold() for one in wanted.right if not one.startswith("=")]
    words = [one[2:].casefold() for one in wanted.right if one.startswith("=")]
    return sorted(one.casefold() for one in effect[:-1]) == sorted(changes) and all(word in answer for word in words)


def _lines(assistant: Assistant) -> set[str]:
    start = assistant.clock.now() - timedelta(days=1)
    made = set()
    for one in assistant.schedule.occurrences(start, start + timedelta(days=400)):
        begins, ends = (at.astimezone(BERLIN) for at in (one.start_at, one.end_at))
        made.add(f"event {_plain(one.event.title)} {begins:%a %d %b %H:%M}-{ends:%H:%M} {one.event.location}".strip())
    lists = {one.uid: one.name for one in assistant.tasks.lists()}
    for task in assistant.tasks.all():
        due = (
            f"{task.due_at.astimezone(BERLIN):%a %d %b %H:%M}"
            if task.due_at
            else f"{task.due_on or '':%a %d %b}"
            if task.due_on
            else ""
        )
        done = "done" if task.completed_at else ""
        made.add(" ".join(f"task {_plain(task.title)} in {lists[task.list_uid]} {due} {done}".split()))
    for row in assistant.reminders.all():
        made.add(f"{row.kind} {_plain(row.text)} {row.due_at.astimezone(BERLIN):%a %d %b %H:%M}")
    return made


def _plain(title: str) -> str:
    return title.strip(_OUTER).casefold()

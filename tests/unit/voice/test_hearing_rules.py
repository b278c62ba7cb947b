"""What the ears decide by rules: made-up words, the end of speech, their own voice."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.engines.audio.bands import COUNT, FRAME, RATE, SECONDS, bands
from assistant.engines.ears.echo import EchoGate
from assistant.engines.ears.endpoint import Endpoint
from assistant.engines.ears.guards import Piece, complete, fitting, sound, tidy
from assistant.engines.ears.interrupting import Interrupting, Step
from assistant.services.voice.subtitles import srt, vtt
from assistant.services.voice_ports import Segment
from assistant.understanding.hushing import only_hushes


def piece(text: str, *, no_speech: float = 0.05, log_probability: float = -0.3, seconds: float = 2.0) -> Piece:
    return Piece(0.0, seconds, text, no_speech, log_probability)


def test_what_the_model_makes_up_is_left_out() -> None:
    said = piece("Call the dentist")
    made_up = [
        piece("Thank you for watching!", no_speech=0.4),
        piece("谢谢观看", no_speech=0.4),
        piece("字幕由Amara.org社区提供"),
        piece("Something", no_speech=0.9, log_probability=-1.2),
        piece(" ... "),
        piece("Anna, Groceries"),
        piece("word " * 60, seconds=1.0),
    ]
    assert list(sound([said, *made_up], ("Anna, Groceries",))) == [said]
    assert list(sound([piece("Thank you for watching")])), "somebody may say so clearly"


def test_what_comes_again_and_again_is_said_twice_at_most() -> None:
    assert len(list(sound([piece("Buy milk")] * 6))) == 2
    assert next(sound([piece("and so and so and so and so and so and so", seconds=4.0)])).text.count("so") <= 2


def test_what_the_model_was_told_is_not_said_back() -> None:
    told = ("提醒我开会。取消。", "")
    assert not list(sound([piece("取消。", no_speech=0.7)], told))
    assert list(sound([piece("取消。")], told)), "somebody may say so clearly"


def test_what_a_model_adds_behind_a_chinese_sentence_is_left_out() -> None:
    assert [tidy(one) for one in ("设闹钟６", "推迟一个小时ＧＧＧ。", "买牛奶：", "叫我起床。", "用 Qt6")] == [
        "设闹钟",
        "推迟一个小时。",
        "买牛奶",
        "叫我起床。",
        "用 Qt6",
    ]


def test_hints_are_those_of_the_language_and_not_too_many() -> None:
    names = ["Groceries", "购物", "x" * 400, *(f"Name {number:02}" for number in range(90))]
    assert fitting(names, chinese=True) == ["购物"]
    chosen = fitting(names, chinese=False)
    assert chosen[:2] == ["Groceries", "Name 00"]
    assert sum(map(len, chosen)) <= 320


def test_an_open_end_waits_longer() -> None:
    assert complete("Remind me to call the dentist tomorrow.")
    assert complete("明天提醒我。")
    assert not complete("Remind me to")
    assert not complete("Buy milk,")
    assert not complete("")


def feed(endpoint: Endpoint, chances: list[float]) -> list[int]:
    return [number for number, chance in enumerate(chances) if endpoint.feed(chance)]


def test_speech_begins_with_some_frames_and_silence_is_counted() -> None:
    endpoint = Endpoint()
    assert feed(endpoint, [0.0, 0.9, 0.0, 0.0, 0.9, 0.9, 0.9, 0.9]) == [6]
    assert endpoint.began == 4
    feed(endpoint, [0.0] * 10)
    assert round(endpoint.quiet / SECONDS) == 10
    feed(endpoint, [0.9])
    assert endpoint.quiet == 0.0


def into(interrupting: Interrupting, speech: str, faded_from: int = 1000) -> dict[int, Step]:
    """Frames as a text: s for speech, anything else for none."""
    found = {}
    for number, one in enumerate(speech):
        step = interrupting.feed(speech=one == "s", faded=number >= faded_from)
        if step is not None:
            found[number] = step
        if step is Step.SPEECH:
            break
    return found


def test_who_still_speaks_when_the_mouth_holds_is_somebody() -> None:
    interrupting = Interrupting()
    assert into(interrupting, "..ssssssssssss", faded_from=8) == {4: Step.HOLD, 10: Step.SPEECH}
    assert interrupting.frames == 9, "from its first frame on"


def test_a_short_word_is_enough() -> None:
    assert into(Interrupting(), "sssssssss.s.s........", faded_from=9)[12] is Step.SPEECH


def test_a_word_that_is_over_before_the_mouth_is_silent_is_enough_where_it_was_nobody_elses() -> None:
    interrupting = Interrupting()
    assert into(interrupting, "ssssss....") == {2: Step.HOLD}
    assert interrupting.feed(speech=False, faded=True, certain=4) is None
    assert interrupting.feed(speech=False, faded=True, certain=6) is Step.SPEECH


def test_where_the_mouth_heard_itself_it_goes_on_and_is_harder_to_stop() -> None:
    interrupting = Interrupting()
    found = into(interrupting, "ssssss" + "." * 10, faded_from=6)
    assert found == {2: Step.HOLD, 13: Step.GO_ON}
    assert into(interrupting, "ssss") == {}
    assert list(into(interrupting, "s" * 60).values()) == [Step.HOLD, Step.SPEECH], "also where it does not hold"


def test_an_echo_that_never_fades_is_nobody() -> None:
    found = into(Interrupting(), "sss" + "s..." * 14)
    assert list(found.values())[:2] == [Step.HOLD, Step.GO_ON]


def noise(seed: int, seconds: float, loud: float, low: float, high: float) -> np.ndarray:
    """A sound between two pitches."""
    count = int(seconds * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).normal(size=count))
    pitch = np.fft.rfftfreq(count, 1 / RATE)
    spectrum[(pitch < low) | (pitch > high)] = 0
    made = np.fft.irfft(spectrum, count)
    return (made / np.abs(made).max() * loud).astype(np.float32)


def speech(seed: int, seconds: float) -> np.ndarray:
    """Goes up and down as syllables do."""
    rate = np.random.default_rng(seed)
    made = noise(seed, seconds, 0.5, 150, 4000)
    loud = np.repeat(rate.choice([0.02, 0.3, 1.0], size=int(seconds / 0.12) + 1), int(0.12 * RATE))[: len(made)]
    return (made * loud).astype(np.float32)


def test_its_own_voice_is_known_and_somebody_elses_is_not() -> None:
    own, other = speech(1, 4.0), noise(2, 4.0, 0.3, 200, 3000)
    gate = EchoGate()
    gate.expect(100.0, SECONDS, bands(own))
    delay = int(0.15 / SECONDS)
    echo = bands(0.15 * own)
    both = bands(0.15 * own + np.concatenate([np.zeros(2 * RATE, np.float32), other[: 2 * RATE]]))
    found = [gate.somebody(100.0 + (number + delay) * SECONDS, frame) for number, frame in enumerate(echo)]
    settled = int(1.2 / SECONDS)
    assert sum(found[settled:]) <= 2, "its own voice is not taken for somebody's"
    gate.expect(200.0, SECONDS, bands(own))
    found = [gate.somebody(200.0 + (number + delay) * SECONDS, frame) for number, frame in enumerate(both)]
    second = int(2.0 / SECONDS)
    assert sum(found[5:second]) <= 2
    assert sum(found[second : second + 8]) >= 6, "somebody who speaks over it is heard at once"


def in_a_room(own: np.ndarray, *, loud: float) -> tuple[EchoGate, list[tuple[float, np.ndarray]]]:
    """A gate that has heard two seconds of its own voice, and when each frame comes back with its energies."""
    gate, delay = EchoGate(), int(0.15 / SECONDS)
    gate.expect(100.0, SECONDS, bands(own))
    heard = [(100.0 + (number + delay) * SECONDS, frame) for number, frame in enumerate(bands(loud * own))]
    for frame in heard[: int(2.0 / SECONDS)]:
        gate.somebody(*frame)
    return gate, heard


def test_its_own_voice_is_known_by_its_course_however_loud_it_is() -> None:
    own, other = speech(1, 4.0), noise(2, 4.0, 0.3, 200, 1500)
    gate, heard = in_a_room(own, loud=0.1)
    later = slice(int(2.5 / SECONDS), int(2.8 / SECONDS))
    louder = [(at, 16 * frame) for at, frame in heard][later]
    assert all(gate.somebody(*frame) for frame in louder[:3])
    assert gate.inexplicable(louder) == 0
    somebody = [(at, frame) for (at, _), frame in zip(heard, bands(other), strict=True)][later]
    assert gate.inexplicable(somebody) >= 5
    gate.was_own(somebody)
    assert all(gate.somebody(*frame) for frame in louder[:3])
    gate.was_own(louder)
    assert not any(gate.somebody(*frame) for frame in louder[:3]), "it has learned that it is louder now"


def test_the_room_is_still_known_after_a_slow_sentence() -> None:
    own, other = speech(1, 4.0), noise(2, 4.0, 0.3, 200, 3000)
    gate = EchoGate()
    gate.expect(100.0, SECONDS, bands(own))
    delay = int(0.15 / SECONDS)
    for number, frame in enumerate(bands(0.15 * own)):
        gate.somebody(100.0 + (number + delay) * SECONDS, frame)
    gate.expect(106.0, SECONDS, bands(own))
    found = [gate.somebody(106.0 + (n + delay) * SECONDS, frame) for n, frame in enumerate(bands(0.15 * own + other))]
    assert sum(found[:16]) >= 12, "who speaks into the next sentence is heard from its beginning"


def test_headphones_may_be_taken_out_between_two_answers() -> None:
    own = speech(3, 6.0)
    gate = EchoGate()
    gate.expect(100.0, SECONDS, bands(own))
    silence = np.full(COUNT, 1e-9, np.float32)
    for number in range(int(6.0 / SECONDS)):
        assert not gate.somebody(100.0 + number * SECONDS, silence)
    gate.expect(120.0, SECONDS, bands(own))
    found = [gate.somebody(120.1 + number * SECONDS, frame) for number, frame in enumerate(bands(0.3 * own))]
    assert sum(found) <= 8, "it learns anew"


def test_after_being_cut_off_nothing_is_its_own() -> None:
    gate = EchoGate()
    gate.expect(10.0, SECONDS, np.ones((100, COUNT), np.float32))
    assert gate.speaking(11.0)
    gate.expect(11.0, SECONDS, np.zeros((0, COUNT), np.float32))
    assert not gate.speaking(11.9)


def test_bands_of_less_than_a_frame_are_none() -> None:
    assert bands(np.zeros(FRAME - 1, np.float32)).shape == (0, COUNT)


@pytest.mark.parametrize(
    "text",
    [
        "Stop.",
        "Okay, stop.",
        "That's enough, thanks!",
        "No, wait",
        "STOP IT",
        "停。",
        "好了，知道了。",
        "别说了",
        "等一下",
    ],
)
def test_words_that_ask_for_silence(text: str) -> None:
    assert only_hushes(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Stop reminding me",
        "Stop the timer",
        "Wait until Friday",
        "No",
        "Cancel",
        "停止提醒我",
        "等一下提醒我",
        "好的",
        "别忘了",
    ],
)
def test_words_that_ask_for_more_than_silence(text: str) -> None:
    assert not only_hushes(text)


def test_subtitles() -> None:
    segments = (Segment(0.0, 1.5, "One"), Segment(3661.25, 3662.0, "Two"))
    assert srt(segments) == "1\n00:00:00,000 --> 00:00:01,500\nOne\n\n2\n01:01:01,250 --> 01:01:02,000\nTwo\n"
    assert vtt(segments).startswith("WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nOne\n")

"""``assistant transcribe`` and ``assistant speak``: ears and mouth without the window."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence

from assistant.aloud.sentences import sentences
from assistant.aloud.text import aloud, language_of
from assistant.commands.session import DONE, opened, say, say_json, tell
from assistant.config.errors import EngineError, InputError
from assistant.domain.cancellation import Cancellation
from assistant.services.assistant import Assistant
from assistant.services.voice.subtitles import srt, vtt
from assistant.services.voice_ports import Saying, SayingKind, Segment, Transcript

_EVERY = 0.5
_FORMATS: dict[str, Callable[[Transcript], str]] = {
    "txt": lambda heard: heard.text,
    "srt": lambda heard: srt(heard.segments),
    "vtt": lambda heard: vtt(heard.segments),
    "json": lambda heard: json.dumps(_document(heard), ensure_ascii=False, indent=2),
}


def transcribe(arguments: argparse.Namespace) -> int:
    """Prints the words of a sound file, or writes them to one."""
    form = "json" if arguments.json else arguments.format
    with opened(arguments) as assistant:
        heard = assistant.ears.transcribe(
            arguments.file, language=arguments.lang or "", on_segment=_meter(arguments.file.name), cancel=Cancellation()
        )
    text = _FORMATS[form](heard)
    if arguments.out is None:
        say(text)
    else:
        try:
            arguments.out.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            message = f"{arguments.out} could not be written: {error.strerror}."
            raise InputError("sound.unwritable", message) from error
    return DONE


def _document(heard: Transcript) -> dict[str, object]:
    segments = [{"start": one.start, "end": one.end, "text": one.text} for one in heard.segments]
    return {"text": heard.text, "language": heard.language, "segments": segments}


def _meter(name: str) -> Callable[[Segment, float], None]:
    """How far it is, on standard error; the words of a long file come as they are made out."""
    terminal = sys.stderr.isatty()
    last = time.monotonic()

    def show(segment: Segment, total: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last < (_EVERY if terminal else _EVERY * 10):
            return
        last = now
        line = f"{name}  {_clock(segment.end)} of {_clock(total)}"
        if terminal:
            sys.stderr.write(f"\r{line:<60}\r")
            sys.stderr.flush()
        else:
            tell(line)

    return show


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def speak(arguments: argparse.Namespace) -> int:
    """Says a text, or writes it to a WAV file."""
    text = " ".join(arguments.text)
    with opened(arguments) as assistant:
        language = arguments.lang or language_of(text, assistant.language)
        parts = _fit(text, language)
        if arguments.out is not None:
            seconds = assistant.mouth.synthesise(parts, language, arguments.voice or "", arguments.out, Cancellation())
            made: dict[str, object] = {"file": str(arguments.out), "seconds": round(seconds, 2), "language": language}
        else:
            began = time.monotonic()
            _say(assistant, parts, language, arguments.voice or "")
            made = {"language": language, "seconds": round(time.monotonic() - began, 2)}
        if arguments.json:
            say_json(made)
        elif arguments.out is not None:
            say(f"{arguments.out}: {made['seconds']} s")
    return DONE


def _say(assistant: Assistant, parts: Sequence[str], language: str, voice: str) -> None:
    failed: list[Saying] = []

    def hear(saying: Saying) -> None:
        if saying.kind is SayingKind.FAILED:
            failed.append(saying)

    utterance = assistant.mouth.begin(hear, voice=voice)
    for part in parts:
        utterance.add(part, language)
    utterance.end()
    utterance.wait()
    if failed:
        raise EngineError(failed[0].error_code, failed[0].error)


def _fit(text: str, language: str) -> Sequence[str]:
    parts = [part for part in (aloud(sentence, language) for sentence in sentences(text)) if part]
    if not parts:
        raise InputError("input.empty", "There is nothing to say.")
    return parts


def voices(arguments: argparse.Namespace) -> int:
    """The voices that can be used."""
    with opened(arguments) as assistant:
        found = assistant.mouth.voices()
    if arguments.json:
        say_json(
            [{"name": one.name, "title": one.title, "languages": one.languages, "kind": one.kind} for one in found]
        )
    else:
        for one in found:
            say(f"{one.name:<32} {'/'.join(one.languages):<6} {one.kind:<7} {one.title}")
    return DONE

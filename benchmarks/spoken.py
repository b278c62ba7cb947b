"""Everyday sentences spoken into a microphone of PulseAudio's: how many do what was asked for."""

from __future__ import annotations

from benchmarks.report import Figure
from benchmarks.room import hall
from tests.helpers.spoken import OTHERS, SENTENCES, Outcome, outcome, sentences

_SETS = (("twenty everyday sentences, spoken", SENTENCES, 19), ("twenty more, other voices and speeds", OTHERS, None))


def measure() -> list[Figure]:
    """How many of each set; needs pulseaudio."""
    figures = []
    with hall("ears-base", "mouth-kokoro", "mouth-joe") as here:
        for name, file, bar in _SETS:
            found: list[tuple[str, Outcome]] = []
            for number, sentence in enumerate(sentences(file)):
                place = here.folder / f"{file.stem}{number}"
                place.mkdir()
                found.append((sentence.text, outcome(here.assistant, here.room, sentence, place)))
            wrong = [f"{text} -> {one.heard}" for text, one in found if not one.right]
            right = len(found) - len(wrong)
            detail = "; ".join([f"{right} of {len(found)}", *wrong])
            figures.append(Figure(name, right, "", bar, least=True, detail=detail))
    return figures

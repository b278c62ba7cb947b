"""How a conversation by voice stands: whose turn it is, and what can be shown of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VoiceState(StrEnum):
    """Whose turn it is."""

    IDLE = "idle"
    LISTENING = "listening"
    TRANSCRIBING = "transcribing"
    THINKING = "thinking"
    SPEAKING = "speaking"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """What can be shown.

    Attributes:
        state: Whose turn it is.
        open: The microphone is open, also while the mouth speaks.
        level: How loud it is, 0 to 1.
        text: The words so far, or the sentence that is being spoken.
        sure: So many characters of the words will not change.
        language: "en" or "zh"; "" while it is not known.
        held: The person ends the listening, silence does not.
        interrupted: The person spoke into the answer.
        cut: The person spoke longer than is listened to at once.
        unsaid: What of that answer was not spoken to its end.
        problem: Why nothing came of it: the code of an error, ``voice.nothing``, ``voice.unclear`` (there was
            sound, but no words) or ``voice.quiet``; else "".
        message: The error in words.
        device: The microphone.
        memo: It is recorded, and made into words only when it has ended.
    """

    state: VoiceState = VoiceState.IDLE
    open: bool = False
    level: float = 0.0
    text: str = ""
    sure: int = 0
    language: str = ""
    held: bool = False
    interrupted: bool = False
    cut: bool = False
    unsaid: str = ""
    problem: str = ""
    message: str = ""
    device: str = ""
    memo: bool = False

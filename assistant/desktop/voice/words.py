"""What the voice panel says, in the interface's language."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assistant.config.errors import AssistantError
from assistant.services.voice.view import VoiceState, VoiceView

# Sentence, and what is offered: "retry" try again, "devices" or "voices" choose
# another, "model" get the model, "smaller" choose one that takes less memory, "" nothing.
_PROBLEMS: dict[str, tuple[object, str]] = {
    "voice.nothing": (QT_TRANSLATE_NOOP("Voice", "I did not hear anything. Try again, or type."), "retry"),
    "voice.unclear": (QT_TRANSLATE_NOOP("Voice", "I could not make out any words. Try again, or type."), "retry"),
    "voice.quiet": (QT_TRANSLATE_NOOP("Voice", "Your microphone is very quiet."), "devices"),
    "voice.none": (QT_TRANSLATE_NOOP("Voice", "This computer has no voice for this language."), "voices"),
    "microphone.none": (QT_TRANSLATE_NOOP("Voice", "No microphone was found. You can keep typing."), "devices"),
    "microphone.closed": (
        QT_TRANSLATE_NOOP("Voice", "The microphone is held by another program, or access to it is off."),
        "devices",
    ),
    "microphone.silent": (
        QT_TRANSLATE_NOOP("Voice", "The microphone gives no sound: it is muted, or access to it is off."),
        "devices",
    ),
    "microphone.lost": (QT_TRANSLATE_NOOP("Voice", "The microphone went away. You can keep typing."), "retry"),
    "loudspeaker.none": (QT_TRANSLATE_NOOP("Voice", "No loudspeaker was found. The answer is in the chat."), "devices"),
    "loudspeaker.closed": (
        QT_TRANSLATE_NOOP("Voice", "The loudspeaker could not be opened. The answer is in the chat."),
        "devices",
    ),
    "loudspeaker.lost": (
        QT_TRANSLATE_NOOP("Voice", "The loudspeaker went away. The answer is in the chat."),
        "devices",
    ),
    "sound.library": (
        QT_TRANSLATE_NOOP("Voice", "Sound needs the system's PortAudio library, which is not installed."),
        "",
    ),
    "model.missing": (
        QT_TRANSLATE_NOOP("Voice", "Listening needs a speech model, which is not on this computer yet."),
        "model",
    ),
    "model.damaged": (QT_TRANSLATE_NOOP("Voice", "The speech model is damaged. Download it again."), "model"),
    "model.memory": (QT_TRANSLATE_NOOP("Voice", "There is not enough free memory for the speech model."), "smaller"),
    "wake.missing": (
        QT_TRANSLATE_NOOP("Voice", "The wake word needs a part that is not installed: local-assistant[wake]"),
        "",
    ),
    "sound.unwritable": (
        QT_TRANSLATE_NOOP("Voice", "The recording had to stop: the disk is full or cannot be written."),
        "retry",
    ),
    "memo.empty": (QT_TRANSLATE_NOOP("Voice", "There are no words in this memo."), "retry"),
    "engine.died": (QT_TRANSLATE_NOOP("Voice", "Speech stopped unexpectedly. Nothing else is lost."), "retry"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, in words, and the name of the way on."""

    text: str
    way: str


def problem(view: VoiceView) -> Problem:
    """Of a view with a problem."""
    known = _PROBLEMS.get(view.problem)
    if known is None:
        return Problem(view.message, "retry")
    return Problem(QCoreApplication.translate("Voice", str(known[0])), known[1])


def sentence(error: AssistantError) -> str:
    """What went wrong, in words."""
    return problem(VoiceView(problem=error.code, message=error.message)).text


def way_text(way: str) -> str:
    """What the button says."""
    translate = QCoreApplication.translate
    return {
        "retry": translate("Voice", "Try again"),
        "devices": translate("Voice", "Choose another"),
        "voices": translate("Voice", "Choose a voice"),
        "model": translate("Voice", "Get the model"),
        "smaller": translate("Voice", "Choose a smaller one"),
    }.get(way, "")


def language_name(language: str) -> str:
    """``English``; of an empty one that it is made out."""
    translate = QCoreApplication.translate
    return {"en": translate("Voice", "English"), "zh": translate("Voice", "Chinese")}.get(
        language, translate("Voice", "Any language")
    )


def state_text(view: VoiceView, *, adding: bool) -> str:
    """The line below the words."""
    translate = QCoreApplication.translate
    if adding:
        return translate("Voice", "Adding…")
    if view.memo and view.state is VoiceState.LISTENING and view.open:
        return translate("Voice", "Recording a memo · stays on this computer")
    if view.memo and view.state is VoiceState.TRANSCRIBING:
        return translate("Voice", "Writing the memo down… It is kept until then.")
    if view.interrupted and view.state is VoiceState.LISTENING:
        return translate("Voice", "Stopped speaking when you started talking")
    if view.state is VoiceState.LISTENING and not view.open:
        return translate("Voice", "Opening the microphone…")
    if view.state is VoiceState.SPEAKING and view.open:
        return translate("Voice", "Speaking · talk to interrupt")
    if view.cut and view.state is VoiceState.THINKING:
        return translate("Voice", "Stopped listening after two minutes")
    return {
        VoiceState.LISTENING: translate("Voice", "Listening · stays on this computer"),
        VoiceState.TRANSCRIBING: translate("Voice", "Making out the words…"),
        VoiceState.THINKING: translate("Voice", "Thinking…"),
        VoiceState.SPEAKING: translate("Voice", "Speaking"),
    }.get(view.state, "")

"""Waiting for the wake word: a small model that knows nothing else; no sound of before the word is kept.

The library pymicro-wakeword brings models and runtime along (both Apache-2.0) and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.config.errors import EngineError
from assistant.engines.audio.files import as_pcm
from assistant.engines.child import Job
from assistant.engines.ears.microphone import Microphone


def wait_for_word(job: Job) -> Mapping[str, object]:
    """Listens until the word was said.

    Raises:
        EngineError: ``wake.missing`` where the library is not installed; those of the microphone.
    """
    try:
        from pymicro_wakeword import MicroWakeWord, MicroWakeWordFeatures, Model
    except ImportError as error:
        message = "The wake word needs a part that is not installed: pip install 'local-assistant[wake]'"
        raise EngineError("wake.missing", message) from error
    word = MicroWakeWord.from_builtin(Model(job.body["word"]))
    features = MicroWakeWordFeatures()
    with Microphone(job) as microphone:
        while True:
            job.cancel.check()
            piece = microphone.read(0.1)
            if piece is None:
                continue
            for step in features.process_streaming(as_pcm(piece[1])):
                if word.process_streaming(step):
                    return {}

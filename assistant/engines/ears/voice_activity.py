"""Is that speech? Silero's small model, as it comes with faster-whisper, over a stream."""

from __future__ import annotations

import numpy as np
from faster_whisper.vad import get_vad_model

from assistant.engines.audio.bands import FRAME
from assistant.engines.audio.files import Samples

_CONTEXT = 64
_STATE = (1, 1, 128)


class VoiceActivity:
    """Keeps what the model remembers between two frames."""

    def __init__(self) -> None:
        self._session = get_vad_model().session
        self._hidden = np.zeros(_STATE, np.float32)
        self._cell = np.zeros(_STATE, np.float32)
        self._before = np.zeros(_CONTEXT, np.float32)

    def chance(self, frame: Samples) -> float:
        """How likely `FRAME` samples at 16 kHz are speech, from 0 to 1."""
        assert len(frame) == FRAME
        given = np.concatenate([self._before, frame])[None, :].astype(np.float32)
        found, self._hidden, self._cell = self._session.run(None, {"input": given, "h": self._hidden, "c": self._cell})
        self._before = frame[-_CONTEXT:]
        return float(np.asarray(found).reshape(-1)[0])

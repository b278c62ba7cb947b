"""When somebody began to speak, paused, and has finished. Pure; time is counted in frames."""

from __future__ import annotations

from assistant.engines.audio.bands import SECONDS

_SPEECH = 0.5
_STILL_SPEECH = 0.35
_START_FRAMES = 3


class Endpoint:
    """Follows the chances of speech.

    Attributes:
        spoken: Somebody has begun to speak.
        quiet: Seconds of silence since the last speech.
        frames: Frames so far.
        began: The frame in which speech began.
    """

    def __init__(self) -> None:
        self.spoken = False
        self.quiet = 0.0
        self.frames = 0
        self.began = 0
        self._run = 0

    def feed(self, chance: float) -> bool:
        """Takes the next frame.

        Args:
            chance: That it is speech, 0 to 1.

        Returns:
            True where speech begins with this frame.
        """
        self.frames += 1
        speech = chance >= (_STILL_SPEECH if self.spoken and self.quiet == 0.0 else _SPEECH)
        if self.spoken:
            self.quiet = 0.0 if speech else self.quiet + SECONDS
            return False
        self._run = self._run + 1 if speech else max(0, self._run - 2)
        if self._run < _START_FRAMES:
            return False
        self.begin(self._run)
        return True

    def begin(self, frames: int) -> None:
        """Speech began so many frames ago."""
        self.spoken = True
        self.began = self.frames - frames

"""Whether somebody speaks into what the mouth says. Pure; time is counted in frames.

After a tenth of a second of speech the mouth is asked to hold. What is heard once its sound has faded is somebody's:
then it was meant to stop. Where nothing is, the mouth goes on after a short gap.
"""

from __future__ import annotations

from enum import StrEnum

_DOUBT_FRAMES = 3
_SURE_FRAMES = 3
_SHORT_FRAMES = 2
_CLEAR_FRAMES = 6
_QUIET_FRAMES = 8
_CERTAIN_FRAMES = 5
LONGEST_FRAMES = 47
_SHARE = 0.6
_MOST_CAUTION = 6


class Step(StrEnum):
    """What follows from a frame: the mouth is to hold, to go on, or somebody speaks."""

    HOLD = "hold"
    GO_ON = "go_on"
    SPEECH = "speech"


class Interrupting:
    """One for each listening beside the mouth.

    Attributes:
        holding: The mouth was asked to hold and it is not decided yet.
        frames: How many frames ago the speech in question began.
    """

    def __init__(self) -> None:
        self.holding = False
        self.frames = 0
        self._run = 0
        self._waited = 0
        self._heard = 0
        self._after = 0
        self._quiet = 0
        self._caution = 0

    def feed(self, *, speech: bool, faded: bool, certain: int = 0) -> Step | None:
        """Takes the next frame.

        Args:
            speech: It sounds like speech, and not like the mouth's.
            faded: Nothing of the mouth's can be heard any more.
            certain: How many frames since the speech in question began cannot be the mouth's at all.
        """
        self.frames = self.frames + 1 if self._run or self.holding else 0
        if self.holding:
            return self._hold(speech=speech, faded=faded, certain=certain)
        if speech and not self._run:
            self.frames = 1
        self._run = self._run + 1 if speech else max(0, self._run - 1)
        if self._run < _DOUBT_FRAMES + self._caution:
            return None
        self.holding = True
        self._waited = self._heard = self._after = self._quiet = 0
        return Step.HOLD

    def _hold(self, *, speech: bool, faded: bool, certain: int) -> Step | None:
        self._waited += 1
        self._heard += speech
        if faded:
            self._after += speech
            self._quiet = 0 if speech else self._quiet + 1
        late = self._waited >= LONGEST_FRAMES
        # A short word is over soon after the mouth has fallen silent.
        needed = _SHORT_FRAMES if self._heard >= _CLEAR_FRAMES else _SURE_FRAMES
        if self._after >= needed or certain >= _CERTAIN_FRAMES or (late and self._heard > _SHARE * self._waited):
            self.holding, self._run = False, 0
            return Step.SPEECH
        if self._quiet < _QUIET_FRAMES and not late:
            return None
        # It was the mouth itself, or a door: next time it takes a little more.
        self.holding, self._run = False, 0
        self._caution = min(self._caution + 2, _MOST_CAUTION)
        return Step.GO_ON

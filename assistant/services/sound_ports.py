"""What the use cases need to be heard, as a Protocol. `bootstrap` chooses who provides it."""

from __future__ import annotations

from typing import Protocol


class Sounds(Protocol):
    """The sounds of reminders. Any thread may call; only `look` blocks, and only it raises."""

    def play(self, sound: str, volume: int) -> None:
        """Plays ``chime``, ``bells``, ``wood`` or ``alarm`` instead of what plays now, and returns at once.

        The same sound is not begun anew while it plays.
        Where there is no loudspeaker nothing is heard, and the log says so once.

        Args:
            sound: Its name.
            volume: In per cent of the system's, 0 to 100.
        """
        ...

    def stop(self) -> None:
        """Ends what plays; returns at once."""
        ...

    def look(self) -> str:
        """The name of the loudspeaker.

        Raises:
            EngineError: ``sound.library``, ``loudspeaker.none``, ``sound.hangs``, ``engine.died``.
        """
        ...

    def close(self) -> None:
        """Ends the process for good. Idempotent; at most a second."""
        ...

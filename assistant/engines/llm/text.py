"""From the bytes of tokens to text that may be shown: whole characters only, nothing of a stop string. Pure."""

from __future__ import annotations

import codecs
from collections.abc import Sequence


class TextStream:
    """Feeds on bytes, gives text.

    A Chinese character or an emoji may be spread over several tokens: its bytes wait until it is complete. Text that
    may be the beginning of a stop string waits until it is clear that it is not.
    """

    def __init__(self, stops: Sequence[str] = ()) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="ignore")
        self._stops = tuple(stop for stop in stops if stop)
        self._held = ""
        self.ended = False

    def feed(self, data: bytes) -> str:
        """The text that is certain now; `ended` is set where a stop string was met."""
        if self.ended:
            return ""
        text = self._decoder.decode(data)
        if not self._stops:
            return text
        text = self._held + text
        self._held = ""
        met = [at for stop in self._stops if (at := text.find(stop)) >= 0]
        if met:
            self.ended = True
            return text[: min(met)]
        keep = max(_overlap(text, stop) for stop in self._stops)
        if keep:
            self._held = text[-keep:]
            return text[:-keep]
        return text

    def finish(self) -> str:
        """What was held back for a stop string that never came. The torn half of a character is dropped."""
        held, self._held = self._held, ""
        return "" if self.ended else held


def _overlap(text: str, stop: str) -> int:
    """Length of the longest end of `text` that begins `stop`."""
    for length in range(min(len(stop) - 1, len(text)), 0, -1):
        if text.endswith(stop[:length]):
            return length
    return 0

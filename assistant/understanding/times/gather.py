"""Gathers frames from the tokens that the rules left."""

from __future__ import annotations

from assistant.understanding.times.frames import Frame
from assistant.understanding.times.model import Grain
from assistant.understanding.times.nodes import Shifted, Weekday
from assistant.understanding.times.rules_repeat import NAMES
from assistant.understanding.times.spans import Length
from assistant.understanding.times.tokens import Token
from assistant.understanding.times.values import Clock, Repeat

_GLUE = frozenset(
    (
        "at",
        "on",
        "in",
        "the",
        "of",
        "comma",
        "approx",
        "for",
        "correction",
        "dash",
        "open",
        "close",
        "asap",
        "colon",
        "dot",
        "from",
    )
)


_PARTS = frozenset(("date", "clock", "when", "range", "span", "repeat", "zone", "around"))


_LONGEST_GLUE = 3


_LEAD_UNITS = {
    (Grain.day, 1): Length(days=1),
    (Grain.week, 1): Length(days=7, grain=Grain.week),
    (Grain.hour, 1): Length(seconds=3600, grain=Grain.hour),
}


def _repeat_weekdays(frame: Frame) -> None:
    """Monday to Friday at 9: a range of weekdays with a time of day is a weekly repeat."""
    span = frame.span
    if span is None or (frame.clock is None and frame.range is None):
        return
    if isinstance(span.start, Weekday) and isinstance(span.end, Weekday):
        count = (span.end.day - span.start.day) % 7 + 1
        days = sorted((span.start.day + step) % 7 for step in range(count))
        frame.repeat, frame.span = Repeat("WEEKLY", days=tuple(NAMES[day] for day in days)), None


def _amount(kind: str, length: Length, words: list[Token], position: int) -> tuple[Frame, int]:
    """A frame that holds a length only, and the place behind its words."""
    frame = Frame(start=words[0].start, end=words[-1].end, kind=kind, length=length, strong=True)
    return frame, position + len(words)


class Gatherer:
    """Reads frames from the tokens that the rules left.

    Args:
        tokens: Tokens after all passes.
    """

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens

    def frames(self) -> list[Frame]:
        """Return all frames in order."""
        out: list[Frame] = []
        position = 0
        while position < len(self._tokens):
            frame, after = self._frame(position)
            if frame is not None:
                out.append(frame)
            position = max(after, position + 1)
        return out

    def _kind(self, position: int) -> str:
        return self._tokens[position].kind if 0 <= position < len(self._tokens) else ""

    def _frame(self, position: int) -> tuple[Frame | None, int]:
        special = self._special(position)
        if special is not None:
            return special
        first = position
        prefix = ""
        kind = self._kind(position)
        if kind in ("by", "before", "after", "since", "until", "starting", "from") or (
            kind == "begin" and self._tokens[position].text == "beginning"
        ):
            prefix, position = ("starting" if kind == "begin" else kind), position + 1
            if self._kind(position) in ("until", "starting") and kind != "begin":
                position += 1
        elif kind == "to" and self._tokens[position].text in ("直到", "一直到", "持续到"):
            prefix, position = "until", position + 1
        skipped = position
        while self._kind(position) in ("at", "on", "in", "the", "approx") and position - skipped < 2:
            position += 1
        if self._kind(position) not in _PARTS:
            return None, first + 1
        frame = Frame(prefix=prefix)
        end = self._gather(frame, position)
        if frame.empty:
            return None, first + 1
        timed = frame.clock is not None or frame.range is not None
        lead_in = prefix or self._kind(first) in ("at", "on", "in", "the") or (self._kind(first) == "approx" and timed)
        return self._finish(frame, first if lead_in else position, end)

    def _gather(self, frame: Frame, position: int) -> int:
        """Take parts from here on; returns the place after the last one taken."""
        end = position
        while position < len(self._tokens):
            word = self._tokens[position]
            if word.kind == "zone" and not (
                frame.clock or frame.range or self._kind(position + 1) in ("clock", "when", "range", "date")
            ):
                break
            if word.kind in _PARTS and frame.take(word):
                position += 1
                end = position
                continue
            if word.kind not in _GLUE or position - end >= _LONGEST_GLUE:
                break
            ahead = self._glue(position, frame)
            if ahead is None:
                break
            position = ahead
        return end

    def _glue(self, position: int, frame: Frame) -> int | None:
        """The place of the next part behind words that only join, or None."""
        word = self._tokens[position]
        following = self._kind(position + 1)
        if word.kind == "correction":
            nearest = position + 1
            while self._kind(nearest) in ("comma", "at", "correction") and nearest - position < 3:
                nearest += 1
            return self._correct(nearest, frame)
        if word.kind == "for" and following not in ("clock", "range", "date"):
            return None
        if word.kind == "dash" and following not in ("clock", "when", "range"):
            return None
        if word.kind == "from" and following != "range":
            return None
        if word.kind in ("dot", "colon") and (following not in ("clock", "range") or word.kind == "dot"):
            return None
        return position + 1

    def _correct(self, position: int, frame: Frame) -> int | None:
        """Speech that corrects itself: "at three no wait four", 三点不对四点."""
        kind = self._kind(position)
        if kind == "clock" and frame.clock is not None:
            frame.clock = None
            return position
        if kind == "date" and frame.date is not None:
            frame.date = None
            return position
        return None

    def _special(self, position: int) -> tuple[Frame | None, int] | None:
        """Leads and lengths."""
        kinds = [self._kind(position + step) for step in range(5)]
        words = self._tokens[position : position + 5]
        if (
            kinds[0] == "len"
            or kinds[0] in ("lead", "qian", "for", "lasting", "within", "approx", "allday")
            or kinds[1:3] == ["num", "times"]
            or kinds[:2] == ["by", "len"]
            or (kinds[0] in ("the", "a", "num") and "unit" in kinds[1:2])
        ):
            return self._length(position, kinds, words)
        return None

    def _length(self, position: int, kinds: list[str], words: list[Token]) -> tuple[Frame | None, int] | None:
        if kinds[0] == "len":
            return self._stated(position, kinds, words)
        if kinds[1] == "len" and (kinds[0] == "lead" or (kinds[0] == "qian" and words[1].value.seconds)):
            return _amount("lead", words[1].value, words[:2], position)
        if kinds[:2] == ["for", "len"] and kinds[2] in ("before", "after") and kinds[3] == "clock":
            return self._beside_clock(position + 1, -1 if kinds[2] == "before" else 1)
        if kinds[0] in ("for", "lasting", "approx") and kinds[1] in ("len", "approx", "the", "lasting"):
            step = kinds.index("len") if "len" in kinds[1:3] else 0
            if not step or (kinds[0] == "approx" and words[step].weak):
                return None
            return _amount("duration", words[step].value, words[: step + 1], position)
        if kinds[0] == "by" and words[1].text == "" and kinds[2] not in ("before", "after", "lead", "early"):
            return _amount("duration", words[1].value, words[1:2], position + 1)
        apart = kinds[0] == "comma" and kinds[3] in ("", "comma")
        held = kinds[0] == "lasting" or words[0].text == "上" or apart
        if held and kinds[1:3] == ["num", "times"] and 1 < words[1].value < 1000:
            frame = Frame(
                start=words[1 if apart else 0].start, end=words[2].end, kind="count", count=words[1].value, strong=True
            )
            return frame, position + 3
        if kinds[0] == "allday":
            return _amount("duration", Length(days=1, grain=Grain.day), words[:1], position)
        if kinds[0] in ("the", "a") and kinds[2] == "before" and kinds[3] not in ("date", "clock"):
            length = _LEAD_UNITS.get(words[1].value)
            return _amount("lead", length, words[:3], position) if length is not None else None
        return None

    def _stated(self, position: int, kinds: list[str], words: list[Token]) -> tuple[Frame | None, int] | None:
        """A length, and what "before", "in advance" or a clock behind it makes of it."""
        length = words[0].value
        if kinds[1] in ("before", "lead", "early") and kinds[2] not in ("clock", "date", "when"):
            return _amount("lead", length, words[:2], position)
        if kinds[1] in ("before", "after") and kinds[2] == "clock":
            return self._beside_clock(position, -1 if kinds[1] == "before" else 1)
        if kinds[1] in ("and", "comma") and kinds[2] == "len" and kinds[3] in ("before", "lead"):
            return _amount("lead", length, words[:1], position)
        if kinds[1] == "qian" and kinds[2] == "remind":
            return _amount("lead", length, words[:2], position)
        moved = position > 0 and self._tokens[position - 1].text in ("forward", "forwards", "back", "backwards", "out")
        compared = moved or (len(words) > 1 and words[1].text in ("longer", "shorter", "earlier", "later", "after"))
        return None if words[0].weak and not compared else _amount("duration", length, words[:1], position)

    def _beside_clock(self, position: int, sign: int) -> tuple[Frame | None, int]:
        length, clock = self._tokens[position].value, self._tokens[position + 2].value
        minutes = (clock.minutes if sign < 0 else clock.minutes % 1440) + sign * int(length.seconds // 60)
        if not 0 <= minutes < 1440 or length.days or length.months:
            return None, position + 1
        frame = Frame(clock=Clock(minutes // 60, minutes % 60, None, clock.fixed, Grain.minute), strong=True)
        end = self._gather(frame, position + 3)
        return self._finish(frame, position, max(end, position + 3))

    def _finish(self, frame: Frame, first: int, end: int) -> tuple[Frame | None, int]:
        end = self._suffix(frame, end)
        _repeat_weekdays(frame)
        if frame.repeat is not None:
            end = self._repeat_tail(frame, self._more_clocks(frame, end))
        elif self._kind(end) in ("to", "dash", "until", "slashmark", "and") and not frame.prefix.startswith("by"):
            end = self._second(frame, first, end)
        frame.start, frame.end = self._tokens[first].start, self._tokens[end - 1].end
        return (frame if frame.strong or (frame.prefix in ("by", "until", "since") and not frame.empty) else None), end

    def _suffix(self, frame: Frame, end: int) -> int:
        """之前, 之后, 以来, 截止 behind a time."""
        word = self._tokens[end] if end < len(self._tokens) else None
        if word is None:
            return end
        shifted = isinstance(frame.date, Shifted) and frame.date.base is None and not frame.clock
        if word.kind == "qian" and not shifted:
            frame.prefix = "before"
            return end + 1
        if word.kind == "hou" and not shifted:
            frame.prefix = "after"
            return end + 1
        if word.kind == "by" and not word.text.isascii():
            frame.prefix = "by"
            return end + 1
        if word.kind == "starting" and not word.text.isascii():
            frame.prefix = "starting"
            return end + 1
        if word.kind == "approx" and word.text in ("左右", "ish", "前后", "or so", "approximately"):
            return end + 1
        return end

    def _second(self, frame: Frame, first: int, end: int) -> int:
        """The other end of a range whose ends are whole frames: "10pm Friday to 6am Saturday"."""
        joined = self._kind(end)
        position = end + 1
        while self._kind(position) in ("the", "at", "on") and position - end < 3:
            position += 1
        if self._kind(position) not in ("date", "clock", "when", "range"):
            return end
        other = Frame()
        after = self._gather(other, position)
        if other.empty or other.range or other.repeat or frame.range or frame.span:
            return end
        if not (other.clock or frame.clock) and not (other.date and frame.date) and not (other.when and frame.when):
            return end
        if joined in ("and", "dash") and not (other.clock and frame.clock):
            return end
        closed = self._kind(after) == "between"
        if joined == "and" and not closed and "between" not in (self._kind(first), self._kind(first - 1)):
            return end
        frame.second, frame.strong = other, True
        return after + 1 if closed else after

    def _more_clocks(self, frame: Frame, end: int) -> int:
        """Further times of the same day: 每天8点和20点. Only full hours like the first one's make one rule."""
        for _ in range(4):
            position = end + 1
            if frame.clock is None or self._kind(end) not in ("and", "comma"):
                break
            if self._kind(position) == "at":
                position += 1
            word = self._tokens[position] if position < len(self._tokens) else None
            if word is None or self._has_days(position + 1):
                break
            if word.kind == "clock" and word.value.minute == frame.clock.minute and not word.value.second:
                clock: Clock = word.value
            elif word.kind == "num" and position + 1 == len(self._tokens) and 0 < word.value < 24:
                clock = Clock(word.value, frame.clock.minute, None, word.value > 12, Grain.hour)
            else:
                break
            frame.more = (*frame.more, clock)
            end = position + 1
        return end

    def _has_days(self, position: int) -> bool:
        """Days stand there: the hour before them is theirs."""
        behind = position + 1 if self._kind(position) == "on" else position
        return self._kind(behind) in ("repeat", "date")

    def _repeat_tail(self, frame: Frame, end: int) -> int:
        """Until when, how often, from when on."""
        for _ in range(4):
            position = end + (1 if self._kind(end) in ("comma", "and") else 0)
            kind = self._kind(position)
            taken = 0
            if kind in ("until", "to", "tozh", "by") or (False):
                taken = self._bound(frame, position + 1, "until")
            elif kind in ("starting", "from", "begin", "since"):
                taken = self._bound(frame, position + 1, "since")
            elif kind in ("for", "lasting") and self._kind(position + 1) == "len":
                frame.lasting, taken = self._tokens[position + 1].value, position + 2
            elif kind in ("for", "num", "count", "also", "lasting"):
                taken = self._times(frame, position)
            elif (
                kind in ("len",)
                and not self._tokens[position].text
                and frame.lasting is None
                and self._kind(position - 1) == "comma"
            ):
                taken = 0
            if taken <= position:
                break
            end = taken
        return end

    def _times(self, frame: Frame, position: int) -> int:
        number = position + (1 if self._kind(position) in ("for", "also", "lasting") else 0)
        word = self._tokens[number] if number < len(self._tokens) else None
        if word is None:
            return 0
        if word.kind == "count":
            frame.count = word.value
            return number + 1
        if word.kind == "num" and self._kind(number + 1) == "times" and 0 < word.value < 1000:
            often = number == position and frame.clock is None and self._tokens[number + 1].text in ("次", "遍", "回")
            often = often and self._kind(position - 1) == "repeat"  # 每天三次: as often in each
            frame.count = word.value if word.value > 1 and not often else 0
            return number + 2
        return 0

    def _bound(self, frame: Frame, position: int, name: str) -> int:
        while self._kind(position) in ("the", "on", "at", "in", "of"):
            position += 1
        if self._kind(position) != "date":
            return 0
        bound = Frame()
        bound.take(self._tokens[position])
        if self._kind(position + 1) == "clock" and frame.clock is None and frame.range is None and name == "since":
            frame.clock = self._tokens[position + 1].value
            position += 1
        if name == "until":
            frame.until = bound
        else:
            frame.since = bound
        position += 1
        if self._kind(position) in ("tozh", "by", "starting", "qian"):
            position += 1
        return position

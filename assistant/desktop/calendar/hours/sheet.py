"""The timed entries of some days as widgets on the hours. GUI thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar.blocks import EntryButton, EventBlock, Marker
from assistant.desktop.calendar.entries import Entry, Segment, segments
from assistant.desktop.calendar.hours.fan import Fan
from assistant.desktop.calendar.hours.scale import HourScale
from assistant.desktop.calendar.layout import arrange
from assistant.desktop.calendar.leaves import Drawn, Leaf
from assistant.desktop.calendar.view import Pool, View

_A_FEW = 8


@dataclass(frozen=True, slots=True)
class DaysShown:
    """Days, one a column, and what is on them."""

    days: tuple[date, ...]
    entries: tuple[Entry, ...]


class Sheet(Leaf):
    """Blocks and markers of the days, each where its time is."""

    def __init__(self, view: View, parent: QWidget) -> None:
        super().__init__(parent)
        self.segments: list[Segment] = []
        self._fan = Fan()
        self._events = Pool(lambda: EventBlock(view, self, self._fan))
        self._marks = Pool(lambda: Marker(view, self))
        self._placed: list[tuple[Segment, EntryButton]] = []

    def filling(self, shown: DaysShown, scale: HourScale) -> Iterator[None]:
        """Takes over what is on these days, a few at a time."""
        self.segments = segments(shown.entries, shown.days)
        self._placed = []
        yield
        blocks = self._events.taking([(s.entry.key, s.day) for s in self.segments if s.entry.is_event])
        marks = self._marks.taking([(s.entry.key, s.day) for s in self.segments if not s.entry.is_event])
        for number, segment in enumerate(self.segments, 1):
            button: EntryButton = next(blocks) if segment.entry.is_event else next(marks)
            button.show_entry(segment.entry, begins=segment.begins, ends=segment.ends)
            self._placed.append((segment, button))
            if number % _A_FEW == 0:
                yield
        self._events.hide_rest()
        self._marks.hide_rest()
        yield from self.placing(scale)

    def placing(self, scale: HourScale) -> Iterator[None]:
        """Puts every block where it belongs, a day at a time."""
        self.resize(scale.columns.width, round(scale.y_of(24 * 60)) + 1)
        shortest = max(1, round((scale.shortest + 1) * 60 / scale.hour))
        by_day: dict[int, list[tuple[Segment, EntryButton]]] = {}
        depths: list[tuple[int, EntryButton]] = []
        for segment, button in self._placed:
            by_day.setdefault(segment.day, []).append((segment, button))
        for day, here in by_day.items():
            spans = [(s.start, s.end) for s, _ in here]
            spots = arrange(spans, scale.columns.room(day), shortest=shortest, least=scale.least)
            for (segment, button), spot in zip(here, spots, strict=True):
                button.setGeometry(scale.rect(segment.day, segment.start, segment.end, spot))
                button.shows, button.on_top = spot.shows, spot.depth > 0
                button.clear = spot.clear * scale.hour / 60
                button.show()
                depths.append((spot.depth, button))
            yield
        self._fan.lay([button for _, button in sorted(depths, key=lambda each: each[0])])

    def placed(self) -> list[EntryButton]:
        """The blocks in reading order."""
        return [button for _, button in sorted(self._placed, key=lambda each: (each[0].day, each[0].start))]

    def drawn(self) -> list[Drawn]:
        """The blocks, the lowest first."""
        return [child for child in self.children() if isinstance(child, EntryButton)]

    def unmark(self) -> None:
        """Blocks look as usual again."""
        for _, block in self._placed:
            block.unmark()

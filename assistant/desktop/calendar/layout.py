"""Where blocks and bars go. Pure arithmetic: no Qt, no clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

CASCADE_STEP = 0.34


@dataclass(frozen=True, slots=True)
class Place:
    """A share of a day column: `left` and `width` in the units of the column; higher `depth` lies on top.

    `shows` is how much of its left is seen beside what lies on top of it; None where nothing does. `clear` is for how
    many minutes from its start nothing does.
    """

    left: float
    width: float
    depth: int
    shows: float | None = None
    clear: int = 0


def arrange(spans: Sequence[tuple[int, int]], width: float, *, shortest: int, least: float) -> list[Place]:
    """Places what happens on one day side by side.

    Spans that overlap form a cluster, also through others. A cluster shares the width equally; where a share would
    be under `least` its columns cascade: each starts further right, on top, and reaches the right edge.

    Args:
        spans: Start and end of each, in minutes of the day.
        width: The width to share.
        shortest: Minutes that even the shortest span fills on screen.
        least: The smallest width of a column side by side.

    Returns:
        One place for each span, in the order given.
    """
    order = sorted(range(len(spans)), key=lambda each: (spans[each][0], -spans[each][1], each))
    ends = {each: max(spans[each][1], spans[each][0] + shortest) for each in order}
    places: list[Place] = [Place(0.0, width, 0)] * len(spans)
    cluster: list[int] = []
    reaches = 0
    for each in order:
        if cluster and spans[each][0] >= reaches:
            _share(cluster, spans, ends, width, least, places)
            cluster = []
            reaches = 0
        cluster.append(each)
        reaches = max(reaches, ends[each])
    if cluster:
        _share(cluster, spans, ends, width, least, places)
    return places


def _share(
    cluster: list[int],
    spans: Sequence[tuple[int, int]],
    ends: dict[int, int],
    width: float,
    least: float,
    places: list[Place],
) -> None:
    taken: list[int] = []
    column: dict[int, int] = {}
    for each in cluster:
        free = next((place for place, end in enumerate(taken) if end <= spans[each][0]), len(taken))
        if free == len(taken):
            taken.append(0)
        taken[free] = ends[each]
        column[each] = free
    count = len(taken)
    share = width / count
    if count == 1 or share >= least:
        for each in cluster:
            places[each] = Place(column[each] * share, share, 0)
        return
    step = width * min(CASCADE_STEP, (1 - CASCADE_STEP) / (count - 1))
    for each in cluster:
        left = column[each] * step
        above = [
            other
            for other in cluster
            if column[other] > column[each] and spans[other][0] < ends[each] and ends[other] > spans[each][0]
        ]
        if not above:
            places[each] = Place(left, width - left, column[each])
            continue
        shows = min(column[other] - column[each] for other in above) * step
        clear = max(0, min(spans[other][0] for other in above) - spans[each][0])
        places[each] = Place(left, width - left, column[each], shows, clear)


def stack(bars: Sequence[tuple[int, int]]) -> list[int]:
    """Rows for bars over columns (first and last included), each in the highest row that is free for its whole length.

    The order given is the order of choice: whoever comes first lies higher.
    """
    rows: list[int] = []
    taken: list[int] = []
    for first, last in bars:
        wanted = (1 << (last + 1)) - (1 << first)  # a bit a column
        row = 0
        while row < len(taken) and taken[row] & wanted:
            row += 1
        if row == len(taken):
            taken.append(0)
        taken[row] |= wanted
        rows.append(row)
    return rows


@dataclass(frozen=True, slots=True)
class Piece:
    """What is left of bar number `bar` after hiding: columns `first` to `last` of `row`."""

    bar: int
    row: int
    first: int
    last: int


def fit(bars: Sequence[tuple[int, int]], columns: int, capacity: int) -> tuple[list[Piece], list[int]]:
    """Stacks bars in at most `capacity` rows; a column that needs more gives its last row to "N more".

    Returns:
        The visible pieces, and for each column how many bars are hidden there.
    """
    rows = stack(bars)
    needed = [0] * columns
    for (first, last), row in zip(bars, rows, strict=True):
        for column in range(first, last + 1):
            needed[column] = max(needed[column], row + 1)
    shown = [capacity if need <= capacity else max(capacity - 1, 0) for need in needed]
    hidden = [0] * columns
    pieces: list[Piece] = []
    for number, ((first, last), row) in enumerate(zip(bars, rows, strict=True)):
        start: int | None = None
        for column in range(first, last + 2):
            visible = column <= last and row < shown[column]
            if column <= last and not visible:
                hidden[column] += 1
            if visible and start is None:
                start = column
            if not visible and start is not None:
                pieces.append(Piece(number, row, start, column - 1))
                start = None
    return pieces, hidden


def neighbour(boxes: Sequence[tuple[float, float, float, float]], current: int, step: tuple[int, int]) -> int | None:
    """The box to go to from `current` with an arrow key; boxes are (column, top, left, bottom) on the calendar.

    Up and down follow time within the column, left and right go to the nearest column that has a box, at the
    closest time.
    """
    column, top, left, _ = boxes[current]
    across, along = step
    if along:
        same = [each for each, box in enumerate(boxes) if box[0] == column]
        same.sort(key=lambda each: (boxes[each][1], boxes[each][2]))
        place = same.index(current) + along
        return same[place] if 0 <= place < len(same) else None
    ahead: Callable[[float], bool] = (lambda other: other > column) if across > 0 else (lambda other: other < column)
    others = [each for each, box in enumerate(boxes) if ahead(box[0])]
    if not others:
        return None
    return min(
        others, key=lambda each: (abs(boxes[each][0] - column), abs(boxes[each][1] - top), boxes[each][2] - left)
    )

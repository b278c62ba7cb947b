"""The calendar under a real mouse and keyboard: drawn, moved, stretched, copied, all of a series or a part, undone."""

from __future__ import annotations

import calendar
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.e2e.conftest import Program, soon, wait_for

TICKS_A_MINUTE = 60_000_000
HOUR_HEIGHT = 48
RAIL, GUTTER = 72, 48
DAILY = "FREQ=DAILY"
Spans = list[tuple[int, int]]


def spans(program: Program) -> Spans:
    """Start and end of every event, in minutes since the epoch."""
    rows = program.rows("SELECT span_start, span_end FROM events ORDER BY span_start, span_end")
    return [(int(str(start)) // TICKS_A_MINUTE, int(str(end)) // TICKS_A_MINUTE) for start, end in rows]


def drag(program: Program, start: tuple[int, int], end: tuple[int, int], *held: str) -> None:
    """Presses, moves in steps as a hand does, lets go; Alt snaps to five minutes, four pixels."""
    steps = [*downs("keydown", held), "mousemove", str(start[0]), str(start[1]), "mousedown", "1"]
    for part in range(1, 6):
        x, y = (round(a + (b - a) * part / 5) for a, b in zip(start, end, strict=True))
        steps += ["mousemove", str(x), str(y), "sleep", "0.03"]
    program.hands(*steps, "mouseup", "1", *downs("keyup", held))


def downs(verb: str, held: tuple[str, ...]) -> list[str]:
    """Alt and what else is held, each with its verb."""
    return [word for key in ("alt", *held) for word in (verb, key)]


def until(program: Program, act: Callable[[], None], happened: Callable[[], bool], what: str) -> None:
    """Acts until it happened; where a block was not drawn yet, the empty place gave an editor, which is put away."""
    for _ in range(6):
        act()
        if soon(happened):
            return
        program.key("Escape", "Escape")
    wait_for(happened, what, 1)


@dataclass
class Drawn:
    """An event of two hours that was drawn in the middle of the week: where it is on the screen, and its time."""

    program: Program
    x: int
    y: int
    start: int
    end: int

    def drag(self, start: tuple[int, int], end: tuple[int, int], wanted: Spans, *held: str) -> None:
        until(
            self.program,
            lambda: drag(self.program, start, end, *held),
            lambda: spans(self.program) == wanted,
            f"dragged to {wanted}",
        )

    def undo(self, wanted: Spans) -> None:
        self.program.key("ctrl+z")
        wait_for(lambda: spans(self.program) == wanted, f"taken back to {wanted}")


def draw(program: Program) -> Drawn:
    """Starts, and draws an event with the mouse; its title is typed."""
    program.start()
    log = program.profile / "logs" / "assistant.log"
    wait_for(lambda: "the window is complete" in log.read_text(encoding="utf-8"), "the panes are there", 60)
    program.key("ctrl+2")
    left, top, width, height = program.place(program.window("^Assistant$"))
    x, y = left + RAIL + GUTTER + (width - RAIL - GUTTER) // 2, top + height // 2 - 60
    drag(program, (x, y), (x, y + 2 * HOUR_HEIGHT))
    program.type("Rowing")
    program.key("Return")
    ((start, end),) = wait_for(lambda: spans(program), "what was drawn is stored")
    assert end - start == 120
    assert program.rows("SELECT title FROM events") == [("Rowing",)]
    return Drawn(program, x, y, start, end)


def test_drawn_moved_stretched_copied_and_undone(program: Program) -> None:
    it = draw(program)
    x, y, start, end = it.x, it.y, it.start, it.end
    it.drag((x, y + 40), (x, y + 40 + HOUR_HEIGHT), [(start + 60, end + 60)])
    foot = y + 3 * HOUR_HEIGHT - 4  # within the edge that takes hold of the end
    it.drag((x, foot), (x, y + 4 * HOUR_HEIGHT), [(start + 60, end + 120)])
    copied = [(start - 60, end), (start + 60, end + 120)]
    it.drag((x, y + 2 * HOUR_HEIGHT), (x, y), copied, "ctrl")
    it.undo([(start + 60, end + 120)])
    it.undo([(start + 60, end + 60)])
    it.undo([(start, end)])
    it.undo([])
    program.key("ctrl+shift+z")
    wait_for(lambda: spans(program) == [(start, end)], "it is drawn again")


def test_one_these_and_following_or_all_of_a_series(program: Program) -> None:
    """The question after a drag is answered by keys; each answer is read back, and undone."""
    it = draw(program)
    make_it_daily(it)
    whole = [(it.start, it.end)]

    def overrides() -> int:
        return sum(len(json.loads(str(row[0]))) for row in program.rows("SELECT overrides FROM events"))

    def rules() -> list[str]:
        return [str(row[0]) for row in program.rows("SELECT rrule FROM events ORDER BY span_start")]

    def later(*answer: str) -> Callable[[], None]:
        def act() -> None:
            drag(program, (it.x, it.y + 40), (it.x, it.y + 40 + HOUR_HEIGHT))
            program.key(*answer, "Return")

        return act

    until(program, later(), lambda: overrides() == 1, "this event alone differs")
    assert spans(program) == whole, "the others stay"
    program.key("ctrl+z")
    wait_for(lambda: overrides() == 0, "it is like the others again")

    until(program, later("Down", "Down"), lambda: spans(program) == [(it.start + 60, it.end + 60)], "all have moved")
    assert rules() == [DAILY]
    it.undo(whole)

    # the second day of the series, so that there is one before it
    it.x += column(program)
    until(program, later("Down"), lambda: len(spans(program)) == 2, "this one and those after it are a series")
    (first, second), (before, after) = spans(program), rules()
    assert first == (it.start, it.end)
    assert second == (it.start + 25 * 60, it.end + 25 * 60)
    assert before != DAILY
    assert after == DAILY
    it.undo(whole)
    assert rules() == [DAILY]


def column(program: Program) -> int:
    """From a day of the week to the next, in pixels."""
    _, _, width, _ = program.place(program.window("^Assistant$"))
    return (width - RAIL - GUTTER) // 7


def make_it_daily(it: Drawn) -> None:
    """Opens the editor by a double click and chooses the first rule by keys."""

    def act() -> None:
        it.program.hands("mousemove", str(it.x), str(it.y + 40), "click", "--repeat", "2", "--delay", "60", "1")
        it.program.hands("sleep", "0.4")
        it.program.key("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Down", "ctrl+Return")

    daily = [(DAILY,)]
    until(it.program, act, lambda: it.program.rows("SELECT rrule FROM events") == daily, "it repeats every day")


def test_moved_and_stretched_by_keys_and_in_the_month_by_the_mouse(program: Program) -> None:
    it = draw(program)
    start, end = it.start, it.end

    def by_keys() -> None:
        """The click shows the details, which Escape closes; the block has the focus then."""
        program.click(it.x, it.y + 40)
        program.hands("sleep", "0.4")
        program.key("Escape", "ctrl+Down")

    until(program, by_keys, lambda: spans(program) == [(start + 15, end + 15)], "a quarter later")
    program.key("ctrl+shift+Down")
    wait_for(lambda: spans(program) == [(start + 15, end + 30)], "a quarter longer")
    it.undo([(start + 15, end + 15)])
    it.undo([(start, end)])

    program.key("m")
    x, y, wide = place_in_month(program, it)
    day = 24 * 60
    it.drag((x, y), (x + wide, y), [(start + day, end + day)])
    it.undo([(start, end)])


def place_in_month(program: Program, it: Drawn) -> tuple[int, int, int]:
    """Where the event is in the month, and how wide a day is there. It was drawn on the fourth day of its week."""
    left, top, width, height = program.place(program.window("^Assistant$"))
    day = datetime.fromtimestamp(it.start * 60, ZoneInfo("Europe/Berlin")).date()
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    weeks = calendar.Calendar((day.weekday() - 3) % 7).monthdatescalendar(today.year, today.month)
    row = next(number for number, week in enumerate(weeks) if day in week)
    above, below, names, number = 52, 96, 30, 34
    tall = (height - above - below - names) / len(weeks)
    x = left + RAIL + (width - RAIL) // 2
    return x, round(top + above + names + row * tall + number + 10), (width - RAIL) // 7


def test_a_calendar_is_written_into_a_file_from_its_menu_and_comes_back_from_there(program: Program) -> None:
    it = draw(program)
    written = program.profile / "personal.ics"
    first = (it.start, it.end)

    def asked() -> bool:
        """By keys: the list of calendars, past mark, colour and name to the menu of the first, its second line."""
        program.key("Escape", "Escape", "c")
        program.hands("sleep", "0.4")
        program.key("Tab", "Tab", "Tab", "space")
        program.hands("sleep", "0.3")
        program.key("Down", "Return")
        return soon(lambda: program.find_window("^Export calendar") is not None)

    wait_for(asked, "the dialog for files is there", 60)
    program.focus(program.window("^Export calendar"))
    program.key("ctrl+a")
    program.type(str(written))
    program.key("Return")
    wait_for(lambda: written.exists() and "SUMMARY:Rowing" in written.read_text(encoding="utf-8"), "it is written")
    program.focus(program.window("^Assistant$"))
    it.undo([])

    def brought() -> bool:
        """By keys: the last button of the list, which Shift and Tab reach first."""
        program.key("Escape", "Escape", "c")
        program.hands("sleep", "0.4")
        program.key("shift+Tab", "space")
        return soon(lambda: program.find_window("^Choose calendar files") is not None)

    wait_for(brought, "the dialog for files is there", 60)
    program.focus(program.window("^Choose calendar files"))
    program.type(str(written))
    program.key("Return")
    program.focus(program.window("^Import calendar"))
    program.hands("sleep", "0.5")
    program.key("Return")
    wait_for(lambda: spans(program) == [first], "it came back")

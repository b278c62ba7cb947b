"""The calendar under a real mouse and keyboard: drawn, moved, stretched, copied, one of a series, undone."""

from __future__ import annotations

import json
import time

from tests.e2e.conftest import Program, wait_for

TICKS_A_MINUTE = 60_000_000
HOUR_HEIGHT = 48


def spans(program: Program, title: str) -> list[tuple[int, int]]:
    """Start and end of the events of that title, in minutes since the epoch."""
    rows = program.rows(f"SELECT span_start, span_end FROM events WHERE title = '{title}' ORDER BY span_start")
    return [(int(str(start)) // TICKS_A_MINUTE, int(str(end)) // TICKS_A_MINUTE) for start, end in rows]


def drag(program: Program, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Presses, moves in steps as a hand does, lets go; Alt snaps to five minutes, four pixels."""
    steps = ["keydown", "alt", "mousemove", str(start[0]), str(start[1]), "mousedown", "1"]
    for part in range(1, 6):
        x, y = (round(a + (b - a) * part / 5) for a, b in zip(start, end, strict=True))
        steps += ["mousemove", str(x), str(y), "sleep", "0.03"]
    program.hands(*steps, "mouseup", "1", "keyup", "alt")


def drag_event(program: Program, start: tuple[int, int], end: tuple[int, int], wanted: tuple[int, int]) -> None:
    """Drags a block; where it was not drawn yet, the empty place gave an editor, which is put away first."""
    before = spans(program, "Rowing")
    for _ in range(6):
        drag(program, start, end)
        deadline = time.monotonic() + 2.5
        while time.monotonic() < deadline and spans(program, "Rowing") == before:
            time.sleep(0.05)
        if spans(program, "Rowing") != before:
            break
        program.key("Escape")
    assert spans(program, "Rowing") == [wanted]


def test_drawn_moved_stretched_and_undone(program: Program) -> None:
    program.start()
    log = program.profile / "logs" / "assistant.log"
    wait_for(lambda: "the window is complete" in log.read_text(encoding="utf-8"), "the panes are there", 60)
    program.key("ctrl+2")
    left, top, width, height = program.place(program.window("^Assistant$"))
    x, y = left + 72 + 48 + (width - 72 - 48) // 2, top + height // 2 - 60
    drag(program, (x, y), (x, y + 2 * HOUR_HEIGHT))
    program.type("Rowing")
    program.key("Return")
    ((start, end),) = wait_for(lambda: spans(program, "Rowing"), "what was drawn is stored")
    assert end - start == 120

    drag_event(program, (x, y + 40), (x, y + 40 + HOUR_HEIGHT), (start + 60, end + 60))
    foot = y + 3 * HOUR_HEIGHT - 4  # within the edge that takes hold of the end
    program.hands("sleep", "0.5")
    drag_event(program, (x, foot), (x, y + 4 * HOUR_HEIGHT), (start + 60, end + 120))
    program.key("ctrl+z")
    wait_for(lambda: spans(program, "Rowing") == [(start + 60, end + 60)], "the stretching was undone")
    program.key("ctrl+z")
    wait_for(lambda: spans(program, "Rowing") == [(start, end)], "the move was undone")

    make_it_daily(program, x, y)
    drag(program, (x, y + 40), (x, y + 40 + HOUR_HEIGHT))
    program.key("Return")  # this event alone, which is what is chosen
    changed = wait_for(
        lambda: [json.loads(str(row[0])) for row in program.rows("SELECT overrides FROM events") if row[0] != "[]"],
        "one of the series differs",
    )
    assert len(changed[0]) == 1
    assert spans(program, "Rowing") == [(start, end)], "the others stay"


def make_it_daily(program: Program, x: int, y: int) -> None:
    """Opens the editor by a double click and chooses the first rule by keys."""
    program.hands("mousemove", str(x), str(y + 40), "click", "--repeat", "2", "--delay", "60", "1")
    program.hands("sleep", "0.4")
    program.key("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Down", "ctrl+Return")
    wait_for(lambda: program.rows("SELECT rrule FROM events") == [("FREQ=DAILY",)], "it repeats every day")

"""Tasks put in order with a real mouse, renamed with real keys, planned into the calendar, and all of it taken back."""

from __future__ import annotations

import json

from tests.e2e.conftest import Program, soon, wait_for

WINDOW = "^Assistant$|^助手$"
# Left of the rows at a width that has a side bar; the first row's middle below the header, and from row to row.
ROWS_LEFT, FIRST_ROW, ROW = 420, 70, 36
# Tasks in the rail.
RAIL = 36, 155
# In the side bar.
SIDE_LEFT, TODAY, INBOX = 180, 69, 316


def titles(program: Program) -> list[object]:
    return [row[0] for row in program.rows("SELECT title FROM tasks ORDER BY position, created_at")]


def carry(program: Program, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Holds something and lets it go elsewhere, at the pace of a hand."""
    (x, y), (to_x, to_y) = start, end
    steps = [(x + (to_x - x) * part // 8, y + (to_y - y) * part // 8) for part in range(1, 9)]
    walk = [
        word
        for at_x, at_y in [*steps, (to_x + 1, to_y)]
        for word in ("mousemove", str(at_x), str(at_y), "sleep", "0.06")
    ]
    program._hands("mousemove", str(x), str(y), "mousedown", "1", *walk, "mouseup", "1")


def open_inbox(program: Program) -> tuple[int, int]:
    """Starts with three tasks in the inbox on the screen; returns where the window is."""
    for title in ("alpha", "beta", "gamma"):
        assert program.command("do", f"/task {title}").returncode == 0
    assert titles(program) == ["alpha", "beta", "gamma"]
    state = program.profile / "state"
    state.mkdir(parents=True, exist_ok=True)
    (state / "task-views.json").write_text(json.dumps({"last": ["list", "inbox"]}), encoding="utf-8")
    program.start()
    left, top, width, _ = program.place(program.window(WINDOW))
    assert width >= 900, "wide enough for the lists at the left"
    return left, top


def go_to_inbox(program: Program, left: int, top: int) -> None:
    """By the rail and the side bar, as soon as there are any; what is looked at is kept in a file, which tells."""
    kept = program.profile / "state" / "task-views.json"

    def went(to: int, where: list[str]) -> bool:
        program.click(left + RAIL[0], top + RAIL[1])
        program.click(left + SIDE_LEFT, top + to)
        return soon(lambda: json.loads(kept.read_text(encoding="utf-8"))["last"] == where, 2)

    wait_for(lambda: went(TODAY, ["today", ""]), "the side bar is there", 60)
    wait_for(lambda: went(INBOX, ["list", "inbox"]), "the inbox is there", 60)


def test_reorder_by_drag_edit_in_place_and_undo(program: Program) -> None:
    left, top = open_inbox(program)

    def row(number: int) -> tuple[int, int]:
        return left + ROWS_LEFT, top + FIRST_ROW + ROW * number

    go_to_inbox(program, left, top)
    program.click(*row(1))
    program.key("F2")
    program.type("beta, renamed")
    program.key("Return")
    wait_for(lambda: titles(program) == ["alpha", "beta, renamed", "gamma"], "the title is stored")
    x, y = row(0)

    def carried() -> bool:
        carry(program, row(2), (x, y - ROW // 2 + 4))
        return soon(lambda: titles(program) == ["gamma", "alpha", "beta, renamed"])

    wait_for(carried, "the last row stands first", 60)
    program.key("ctrl+z")
    wait_for(lambda: titles(program) == ["alpha", "beta, renamed", "gamma"], "the order is as it was")
    program.key("ctrl+z")
    wait_for(lambda: titles(program) == ["alpha", "beta", "gamma"], "the title is as it was")


def test_many_are_completed_with_keys_and_come_back_with_one_undo(program: Program) -> None:
    left, top = open_inbox(program)

    def done() -> list[object]:
        return program.rows("SELECT title FROM tasks WHERE completed_at IS NOT NULL ORDER BY title")

    go_to_inbox(program, left, top)
    program.click(left + ROWS_LEFT, top + FIRST_ROW)
    program.key("shift+Down", "space")
    wait_for(lambda: done() == [("alpha",), ("beta",)], "both are done")
    program.key("ctrl+z")
    wait_for(lambda: done() == [], "one undo brings both back")


def test_a_task_dragged_onto_the_hours_has_its_time(program: Program) -> None:
    assert program.command("do", "/task write the report ~90m").returncode == 0
    program.start()
    left, top, _, _ = program.place(program.window(WINDOW))

    def dragged() -> bool:
        """From the narrow pane at the right to the middle of the week; again where the panes were not there yet."""
        carry(program, (left + 1090, top + 102), (left + 640, top + 420))
        return soon(lambda: len(program.rows("SELECT uid FROM events")) > 0)

    wait_for(dragged, "an event is there")
    found = program.rows(
        "SELECT events.title, (span_end - span_start) / 60000000 FROM events JOIN tasks ON events.task_uid = tasks.uid"
    )
    assert found == [("write the report", 90)]
    program.key("ctrl+z")
    wait_for(lambda: program.rows("SELECT uid FROM events") == [], "the event is gone")
    assert program.rows("SELECT title FROM tasks") == [("write the report",)]


def test_a_task_becomes_part_of_another_by_the_mouse_and_its_own_again_by_keys(program: Program) -> None:
    left, top = open_inbox(program)

    def parents() -> list[object]:
        return program.rows(
            "SELECT task.title, above.title FROM tasks AS task JOIN tasks AS above ON task.parent_uid = above.uid"
        )

    go_to_inbox(program, left, top)
    at = left + ROWS_LEFT

    def dropped() -> bool:
        carry(program, (at, top + FIRST_ROW + 2 * ROW), (at, top + FIRST_ROW))
        return soon(lambda: parents() == [("gamma", "alpha")])

    wait_for(dropped, "gamma is part of alpha", 60)
    program.key("ctrl+z")
    wait_for(lambda: parents() == [], "it is a task of its own again")

    def nested() -> bool:
        program.click(at, top + FIRST_ROW + ROW)
        program.key("F2", "Tab")
        return soon(lambda: parents() == [("beta", "alpha")])

    wait_for(nested, "beta is part of alpha", 60)

    def lifted() -> bool:
        """It stands below alpha, which has a second line now."""
        program.click(at, top + FIRST_ROW + ROW + 16)
        program.key("alt+Left")
        return soon(lambda: parents() == [])

    wait_for(lifted, "beta is a task of its own", 60)
    assert titles(program) == ["alpha", "beta", "gamma"]


def test_a_task_dragged_onto_a_day_of_the_month_gets_time_on_it(program: Program) -> None:
    assert program.command("do", "/task write the report ~90m").returncode == 0
    program.start()
    left, top, _, _ = program.place(program.window(WINDOW))

    def dragged() -> bool:
        """From the pane at the right, which was looked at, to the last row of the month."""
        program.click(left + 640, top + 700)
        program.key("Escape", "Escape", "m")
        carry(program, (left + 1090, top + 102), (left + 640, top + 660))
        return soon(lambda: len(program.rows("SELECT uid FROM events")) > 0)

    wait_for(dragged, "an event is there", 60)
    assert program.rows("SELECT title, (span_end - span_start) / 60000000 FROM events") == [("write the report", 90)]
    program.key("ctrl+z")
    wait_for(lambda: program.rows("SELECT uid FROM events") == [], "the event is gone")

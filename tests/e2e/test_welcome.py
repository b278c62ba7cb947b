"""The first start of a newcomer, with real keys."""

from __future__ import annotations

import json

from tests.e2e.conftest import Program, wait_for


def test_a_newcomer_goes_through_and_types_the_first_item(program: Program) -> None:
    program.newcomer = True
    program.command("tasks")  # commands before the first window change nothing of that
    program.start()
    wait_for((program.profile / "state" / "welcomed").exists, "the welcome is shown")
    for _ in ("region", "model", "voice"):
        program.key("Return")
    program.type("todo: buy milk")
    program.key("Return")
    wait_for(lambda: program.rows("SELECT title FROM tasks"), "what was typed took the place of the example")
    assert [task["title"] for task in json.loads(program.command("tasks", "--json").stdout)] == ["buy milk"]
    program.stop()

    program.start()
    program.type("todo: bake bread")
    program.key("Return")
    wait_for(lambda: len(program.rows("SELECT title FROM tasks")) == 2, "nobody is welcomed twice")

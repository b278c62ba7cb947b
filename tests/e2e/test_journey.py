"""The one journey everything hangs on, with real keys and a real mouse on a real window."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime, timedelta

from tests.e2e.conftest import Program, wait_for

POPUP = "^Reminder|^提醒"


def states(program: Program) -> list[object]:
    return [row[0] for row in program.rows("SELECT state FROM reminders ORDER BY rowid")]


def test_say_it_see_it_be_reminded(program: Program) -> None:
    """Typed into the window; the pop-up comes; Snooze with the mouse; it comes back; Done; the database agrees."""
    program.start()
    program.type("remind me to stretch in 4 seconds")
    program.key("Return")
    wait_for(lambda: states(program) == ["scheduled"], "the reminder is stored")
    popup = program.window(POPUP)
    assert states(program) == ["shown"], "each step is stored before it is seen"

    program.focus(popup)
    program.key("s", "1")
    wait_for(lambda: states(program) == ["snoozed"], "Snooze is stored")
    wait_for(lambda: program.find_window(POPUP) is None, "the pop-up went away")

    shorten_snooze(program)
    popup = program.window(POPUP)
    wait_for(lambda: states(program) == ["shown"], "it is shown again")
    program.focus(popup)
    program.key("Return")
    wait_for(lambda: states(program) == ["acknowledged"], "Done is stored")
    wait_for(lambda: program.find_window(POPUP) is None, "the pop-up went away for good")
    tasks = json.loads(program.command("tasks", "--all", "--json").stdout)
    assert [(task["title"], task["done"]) for task in tasks] == [("stretch", True)]


def shorten_snooze(program: Program) -> None:
    """Another process moves the moment: nobody wants to wait five minutes, and the window must notice anyway."""
    soon = datetime.now(UTC) + timedelta(seconds=2)
    with sqlite3.connect(program.database, timeout=10) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(reminders)")]
        kept = connection.execute("SELECT snoozed_until FROM reminders").fetchone()[0]
        value = soon.isoformat() if isinstance(kept, str) else int(soon.timestamp() * 1_000_000)
        for column in ("snoozed_until", "wakes_at"):
            if column in columns:
                connection.execute(f"UPDATE reminders SET {column} = ?", (value,))


def test_an_unanswered_reminder_comes_back_after_a_crash_and_an_answered_one_does_not(program: Program) -> None:
    program.start()
    program.type("remind me to water the plants in 3 seconds")
    program.key("Return")
    program.window(POPUP)
    program.kill()
    assert states(program) == ["shown"]
    program.start()
    popup = program.window(POPUP)
    program.focus(popup)
    program.key("Return")
    wait_for(lambda: states(program) == ["acknowledged"], "Done is stored")
    program.kill()
    program.start()
    program.type("what do I have today")
    program.key("Return")
    wait_for(
        lambda: program.rows("SELECT 1 FROM messages WHERE role = 'assistant' AND text LIKE '%today%'"), "an answer"
    )
    assert program.find_window(POPUP) is None


def test_what_fell_due_while_closed_comes_at_the_next_start(program: Program) -> None:
    program.start()
    program.stop()
    made = program.command("do", "remind me to take the bread out in 1 second")
    assert made.returncode == 0, made.stderr
    wait_for(lambda: states(program) == ["scheduled"], "the reminder is stored")
    program.start()
    program.window(POPUP)
    wait_for(lambda: states(program) == ["shown"], "shown at the start")


def test_a_second_start_brings_the_first_window_forward(program: Program) -> None:
    program.start()
    second = program.command("gui")
    assert second.returncode == 0
    assert program.process is not None
    assert program.process.poll() is None


def test_a_chinese_request_lands_in_the_calendar(program: Program) -> None:
    """Typed by command (virtual keyboards have no input method), seen by the open window's agenda."""
    program.start()
    made = program.command("do", "下周二上午十点和王总开会，地点在会议室A", "--json")
    assert made.returncode == 0, made.stderr
    reply = json.loads(made.stdout)
    assert reply["kind"] == "receipt"
    until = (datetime.now(UTC) + timedelta(days=15)).date().isoformat()
    agenda = json.loads(program.command("agenda", "--to", until, "--json").stdout)
    (event,) = agenda
    assert event["title"] == "和王总开会"
    assert event["location"] == "会议室A"
    start = datetime.fromisoformat(event["start"])
    assert (start.weekday(), start.hour, start.minute) == (1, 10, 0)

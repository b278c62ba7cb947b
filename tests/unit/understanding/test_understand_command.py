"""`understand --jsonl`: line by line, in order, whatever the line holds."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from types import SimpleNamespace

from assistant.commands.understand import run

RULES_ONLY = SimpleNamespace(rules_only=True)


def answers(*rows: object) -> tuple[list[dict[str, object]], int]:
    lines = "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)
    out = io.StringIO()
    code = run(RULES_ONLY, io.StringIO(lines), out, None)
    return [json.loads(line) for line in out.getvalue().splitlines()], code


def test_one_line_for_each_in_order() -> None:
    now = "2026-03-04T09:30:00+01:00"
    rows, code = answers(
        {"id": 1, "text": "wake me up at 7", "now": now, "timezone": "Europe/Berlin"},
        {"id": "b", "text": "hello", "now": now},
    )
    assert code == 0
    assert [row["id"] for row in rows] == [1, "b"]
    first = rows[0]
    assert (first["intent"], first["route"]) == ("create_reminder", "rules")
    assert first["slots"] == {"reminder_kind": "alarm"}
    times = first["times"]
    assert isinstance(times, list)
    assert times[0]["start"] == "2026-03-05T07:00:00+01:00"
    assert "requests" not in first


def test_several_requests_are_listed() -> None:
    (row,), _ = answers(
        {"id": 1, "text": "cancel yoga and move the dentist to Friday at 9am", "now": "2026-03-04T09:30"}
    )
    requests = row["requests"]
    assert isinstance(requests, list)
    assert [request["intent"] for request in requests] == ["delete_event", "update_event"]
    assert row["intent"] == "delete_event"


def test_bad_lines_do_not_end_it() -> None:
    rows, code = answers(
        "no json", {"id": 2, "text": "hi"}, {"id": 3, "text": "hi", "now": "2026-03-04T09:30", "timezone": "Mars"}
    )
    assert code == 1
    assert all("error" in row for row in rows)
    assert len(rows) == 3


def test_offset_without_a_zone_is_kept() -> None:
    (row,), _ = answers({"id": 1, "text": "lunch tomorrow at noon", "now": "2026-03-04T22:30:00-02:00"})
    times = row["times"]
    assert isinstance(times, list)
    assert times[0]["start"] == "2026-03-05T12:00:00-02:00"


def test_rules_load_nothing_heavy() -> None:
    script = (
        "import sys, assistant.commands.understand as u, assistant.understanding as a;"
        "heavy = {'sqlalchemy', 'PySide6', 'llama_cpp', 'apscheduler', 'numpy'} & set(sys.modules);"
        "assert not heavy, heavy; assert 'assistant.understanding.grammar' not in sys.modules;"
        "assert 'assistant.services.ports' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)

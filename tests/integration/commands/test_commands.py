"""The commands as other programs use them: real processes, a real database, a fresh profile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
NOW = "2026-10-14T11:20:00+02:00"


@dataclass(frozen=True)
class Shell:
    """Runs commands in one profile."""

    profile: Path

    def run(self, *arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        given = {**os.environ, "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), **environment}
        given.pop("LC_ALL", None)
        return subprocess.run(
            [sys.executable, "-m", "assistant", "--profile", str(self.profile), *arguments],
            input=stdin,
            env=given,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def json(self, *arguments: str, code: int = 0) -> Any:
        done = self.run(*arguments, "--json")
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout)

    def do(self, text: str, *more: str, code: int = 0) -> Any:
        return self.json("do", text, "--now", NOW, "--rules-only", *more, code=code)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "profile")


def test_a_reminder_is_stored_and_listed_by_both_lists(shell: Shell) -> None:
    reply = shell.do("Remind me to call the dentist tomorrow at 3pm")
    assert (reply["kind"], reply["route"]) == ("receipt", "rules")
    (item,) = reply["items"]
    assert (item["kind"], item["title"], item["due"]) == ("reminder", "call the dentist", "2026-10-15T15:00:00+02:00")
    (task,) = shell.json("tasks")
    assert task == {
        "uid": item["uid"],
        "title": "call the dentist",
        "due": "2026-10-15T15:00:00+02:00",
        "priority": None,
        "done": False,
        "list": "Inbox",
        "tags": [],
        "parent": None,
        "rrule": None,
        "completed": None,
    }
    (alert,) = shell.json("reminders")
    assert set(alert) >= {"id", "text", "due", "state", "item_uid", "rrule", "snoozed_until", "shown", "acknowledged"}
    assert (alert["item_uid"], alert["state"], alert["due"]) == (task["uid"], "scheduled", task["due"])


def test_a_chinese_event_is_stored_and_shown(shell: Shell) -> None:
    reply = shell.do("下周二上午十点和王总开会，地点在会议室A")
    assert reply["text"].startswith("已添加日程：和王总开会")
    (found,) = shell.json("agenda", "--from", "2026-10-20", "--to", "2026-10-20")
    uid = found.pop("uid")
    assert uid == reply["items"][0]["uid"]
    assert found == {
        "title": "和王总开会",
        "start": "2026-10-20T10:00:00+02:00",
        "end": "2026-10-20T11:00:00+02:00",
        "all_day": False,
        "timezone": "Europe/Berlin",
        "location": "会议室A",
        "calendar": "Personal",
        "recurrence_id": None,
        "rrule": None,
    }
    assert "10:00–11:00   和王总开会 · 会议室A" in shell.run("agenda", "--from", "2026-10-20").stdout


def test_asking_first_then_doing_then_undoing(shell: Shell) -> None:
    shell.do("Standup every weekday at 9:15am")
    question = shell.do("delete standup", code=3)
    assert question["kind"] == "approval"
    assert [choice["label"] for choice in question["choices"]] == ["All events", "This event", "This and following"]
    assert len(shell.json("agenda", "--from", "2026-10-15", "--to", "2026-10-21")) == 5
    plain = shell.run("do", "delete standup", "--now", NOW, "--rules-only")
    assert plain.returncode == 3
    assert "  1. All events" in plain.stdout
    shell.do("delete standup", "--yes")
    assert shell.json("agenda", "--from", "2026-10-15", "--to", "2026-10-21") == []
    assert shell.json("undo")["label"] == "Deleted event: Standup"
    assert len(shell.json("agenda", "--from", "2026-10-15", "--to", "2026-10-21")) == 5
    history = shell.json("history")
    assert [(entry["label"], entry["undone"] is not None) for entry in history] == [
        ("Deleted event: Standup", True),
        ("Added event: Standup", False),
    ]


def test_tasks_are_completed_and_kept(shell: Shell) -> None:
    shell.do("todo: buy milk !!! #Shopping")
    shell.do("mark buy milk as done")
    assert shell.json("tasks") == []
    (task,) = shell.json("tasks", "--all")
    assert (task["done"], task["list"], task["priority"]) == (True, "Shopping", "high")
    assert task["completed"] == NOW


def test_questions_are_answered(shell: Shell) -> None:
    shell.do("lunch with Sam on Friday at noon")
    reply = shell.do("what do I have on Friday")
    assert (reply["kind"], [item["title"] for item in reply["items"]]) == ("answer", ["lunch with Sam"])
    assert reply["items"][0]["start"] == "2026-10-16T12:00:00+02:00"


def test_whole_days_are_dates_with_an_exclusive_end(shell: Shell) -> None:
    shell.do("holiday from 20 to 24 October")
    (found,) = shell.json("agenda", "--from", "2026-10-22", "--to", "2026-10-22")
    assert (found["start"], found["end"], found["all_day"]) == ("2026-10-20", "2026-10-25", True)


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("do", "", "--rules-only"), 1, "nothing to read"),
        (("do", "x" * 100_000, "--rules-only"), 1, "100,000"),
        (("do", "hello", "--now", "soon"), 1, "ISO 8601"),
        (("agenda", "--from", "yesterday"), 1, "not a date"),
        (("agenda", "--from", "2026-10-20", "--to", "2026-10-19"), 1, "before the first"),
        (("undo",), 1, "nothing to undo"),
        (("undo", "7"), 1, "not in the history"),
        (("frobnicate",), 2, "invalid choice"),
        (("do",), 2, "required"),
        (("models", "pull", "no-such-model"), 1, "no-such-model"),
    ],
)
def test_failures_are_told_without_a_traceback(shell: Shell, arguments: tuple[str, ...], code: int, word: str) -> None:
    done = shell.run(*arguments)
    assert done.returncode == code
    assert word in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_failure_as_json(shell: Shell) -> None:
    assert shell.json("undo", code=1)["error"] == "undo.nothing"


def test_without_a_model_an_answer_fails_clearly(shell: Shell) -> None:
    done = shell.run("do", "write a short mail to my boss asking for Friday off", LANG="C.UTF-8")
    assert done.returncode == 1
    assert "No model is set up" in done.stderr


def test_a_damaged_database_is_refused_and_left_alone(shell: Shell) -> None:
    data = shell.profile / "data"
    data.mkdir(parents=True)
    (data / "assistant.db").write_bytes(b"this is no database at all" * 100)
    done = shell.run("tasks")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert (data / "assistant.db").read_bytes().startswith(b"this is no database")


def test_an_unwritable_profile_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = Shell(tmp_path / "file").run("tasks")
    assert done.returncode == 1
    assert "cannot be used" in done.stderr


def test_the_interface_speaks_chinese_where_the_system_does(shell: Shell) -> None:
    assert "没有未完成的任务" in shell.run("tasks", LANG="zh_CN.UTF-8").stdout


def test_doctor_and_models(shell: Shell) -> None:
    report = shell.json("doctor")
    names = {check["name"]: check["state"] for check in report["checks"]}
    assert report["ok"] is True
    assert (names["database"], names["folder.data"], names["model"]) == ("ok", "ok", "warning")
    listed = shell.json("models", "list")
    assert {"tiny", "starter"} <= {model["name"] for model in listed}
    assert not any(model["installed"] for model in listed)


def test_language_alone_needs_no_profile(shell: Shell) -> None:
    line = json.dumps(
        {"id": "1", "text": "lunch with Sam tomorrow at noon", "now": NOW, "lang": "en", "timezone": "Europe/Berlin"}
    )
    done = shell.run("understand", "--jsonl", "--rules-only", stdin=line + "\n")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["intent"] == "create_event"
    assert not shell.profile.exists()


def test_two_processes_at_once_lose_nothing(shell: Shell) -> None:
    shell.json("tasks")
    environment = {**os.environ, "TZ": "Europe/Berlin", "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "assistant",
                "--profile",
                str(shell.profile),
                "do",
                f"todo: thing {number}",
                "--rules-only",
            ],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for number in range(4)
    ]
    for process in running:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    assert len(shell.json("tasks")) == 4


def test_the_rules_alone_load_nothing_heavy(shell: Shell) -> None:
    code = (
        "import sys\n"
        "from assistant.__main__ import main\n"
        f"main(['--profile', {str(shell.profile)!r}, 'do', 'todo: buy milk', '--rules-only'])\n"
        "heavy = ('PySide6', 'llama_cpp', 'apscheduler', 'huggingface_hub', 'numpy', 'markdown_it')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"

"""`assistant reminders` says the same as the window's overview."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from tests.helpers.clock import NOON, FakeClock
from tests.integration.commands.test_commands import Shell


def test_what_waits_what_comes_and_what_was(tmp_path: Path) -> None:
    clock = FakeClock(NOON)
    paths = Paths.profile(tmp_path)
    paths.ensure()
    assistant = build(paths, Settings(None), clock=clock, with_engines=False)
    try:
        reminders = assistant.reminders
        for number, text in enumerate(("oven", "medicine", "parcel"), 1):
            reminders.create(text, NOON + timedelta(minutes=number))
        reminders.create("stretch", NOON + timedelta(days=365 * 40))
        clock.advance(timedelta(minutes=10))
        reminders.fire()
        oven, medicine, _parcel = reminders.pending()
        reminders.shown((oven.uid, medicine.uid))
        reminders.acknowledge(oven.uid)
        reminders.dismiss(medicine.uid)
    finally:
        assistant.close()
    shell = Shell(tmp_path)
    told = shell.run("reminders", LANG="en_GB.UTF-8").stdout.splitlines()
    assert [line if not line.startswith(" ") else line.split("  ")[-1] for line in told] == [
        "Not answered",
        "parcel · due, held back",
        "medicine · closed without an answer",
        "Upcoming",
        "stretch",
    ]
    everything = shell.run("reminders", "--all", LANG="en_GB.UTF-8").stdout.splitlines()
    assert everything[-2] == "History"
    assert "oven · done " in everything[-1]
    assert everything[-1].endswith("11:30")
    chinese = shell.run("reminders", LANG="zh_CN.UTF-8").stdout
    assert "未回应\n" in chinese
    assert "medicine · 未回应就关闭了" in chinese
    assert len(shell.json("reminders")) == 3
    assert len(shell.json("reminders", "--all")) == 4

"""The program itself, heard: a reminder once, an alarm until somebody answers, from whatever process."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.config.system_clock import system_clock
from assistant.domain.reminder import ReminderKind, ReminderState
from assistant.services.assistant import Assistant
from tests.helpers.loudspeaker import loudspeaker
from tests.helpers.waiting import until

_ROOT = Path(__file__).parents[2]
_A_SECOND = 2 * 44_100


def test_a_reminder_is_heard_and_an_alarm_rings_until_it_is_answered(tmp_path: Path) -> None:
    paths = Paths.profile(tmp_path / "profile")
    paths.ensure()
    with loudspeaker(tmp_path / "sound") as heard:
        command = [sys.executable, "-m", "assistant", "--profile", str(tmp_path / "profile"), "gui", "--hidden"]
        environment = heard.environment | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "*.warning=false",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(_ROOT),
        }
        program = subprocess.Popen(command, env=environment, cwd=_ROOT)
        log = paths.logs / "assistant.log"
        try:
            until(lambda: log.exists() and "watched for reminders" in log.read_text(encoding="utf-8"), 60)
            ring(paths, ReminderKind.REMINDER)
            until(lambda: "sounded chime" in log.read_text(encoding="utf-8"))
            until(lambda: heard.peak() > 2_000)
            assert "sounded alarm" not in log.read_text(encoding="utf-8")

            uid = ring(paths, ReminderKind.ALARM)
            until(lambda: log.read_text(encoding="utf-8").count("sounded alarm") >= 2)
            with_services(paths, lambda assistant: assistant.reminders.acknowledge(uid))
            until(lambda: quiet_since(heard.heard_in))
        finally:
            program.send_signal(signal.SIGTERM)
            assert program.wait(30) == 0


def with_services(paths: Paths, act: Callable[[Assistant], object]) -> object:
    assistant = build(paths, Settings(None), clock=system_clock(), with_engines=False)
    try:
        return act(assistant)
    finally:
        assistant.close()


def ring(paths: Paths, kind: ReminderKind) -> str:
    """Adds a reminder that comes at once; waits until it is up."""

    def add(assistant: Assistant) -> str:
        soon = assistant.clock.now() + timedelta(seconds=0.5)
        return assistant.reminders.create(str(kind), soon, kind).items[0].uid

    uid = str(with_services(paths, add))

    def state(assistant: Assistant) -> ReminderState:
        return assistant.reminders.get(uid).state

    until(lambda: with_services(paths, state) is ReminderState.SHOWN)
    return uid


def quiet_since(heard: Path) -> bool:
    """True where the last six seconds, longer than an alarm's pause, were silent."""
    size = heard.stat().st_size
    if size < 6 * _A_SECOND:
        return False
    with heard.open("rb") as file:
        file.seek(size - 6 * _A_SECOND)
        return not any(file.read())

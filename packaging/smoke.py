"""Tries the frozen program in an empty profile before anybody ships it.

Stores an event by `do`, gets an answer from the tiny model, sees a reminder fire in the real window, then installs the
.deb, runs it from /usr/bin and removes it. Ends with 1 and the reason when anything is not as it should be.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "dist" / "assistant" / "assistant"
MODELS = Path(os.environ.get("ASSISTANT_TEST_MODELS", Path.home() / ".cache" / "assistant-tests" / "models"))


def fail(why: str) -> None:
    """Ends the test."""
    sys.exit(f"smoke test FAILED: {why}")


def bare_environment() -> dict[str, str]:
    """What a person's session gives, and nothing of this checkout's Python."""
    kept = {key: os.environ[key] for key in ("HOME", "DISPLAY", "XAUTHORITY", "LANG") if key in os.environ}
    return kept | {"PATH": "/usr/bin:/bin", "ASSISTANT_MODELS": str(MODELS)}


def run(program: Path | str, profile: Path, *arguments: str, seconds: float = 180) -> str:
    """Runs one command of the frozen program; returns what it printed."""
    done = subprocess.run(
        [str(program), "--profile", str(profile), *arguments],
        env=bare_environment(),
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    if done.returncode:
        fail(f"{' '.join(arguments)} ended with {done.returncode}: {(done.stderr + done.stdout)[-800:]}")
    return done.stdout


def until(probe: Callable[[], object], what: str, seconds: float = 60) -> None:
    """Polls until `probe` is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if probe():
            return
        time.sleep(0.1)
    fail(f"did not happen within {seconds:.0f} s: {what}")


def check_commands(program: Path | str, profile: Path) -> None:
    """An event by a sentence, and an answer by the tiny model."""
    reply = json.loads(run(program, profile, "do", "Lunch with Mom tomorrow at noon", "--json"))
    if reply["kind"] != "receipt" or not reply["items"]:
        fail(f"the event was not stored: {reply}")
    if "Lunch with Mom" not in run(program, profile, "agenda", "--json"):
        fail("the event is not in the agenda")
    print("an event is stored by a sentence")


def check_model(profile: Path) -> None:
    """The engine and its libraries are inside: the tiny model says something."""
    settings = profile / "config" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('model = "tiny"\n', encoding="utf-8")
    reply = json.loads(run(PROGRAM, profile, "do", "Tell me a short story about a cat.", "--json"))
    if reply["kind"] != "answer" or len(reply["text"].split()) < 5:
        fail(f"the model did not answer: {reply}")
    print("the tiny model answers")


def check_reminder(profile: Path) -> None:
    """The real window on a virtual screen shows a reminder that falls due."""
    states = "SELECT state FROM reminders"

    def shown() -> bool:
        with sqlite3.connect(f"file:{profile / 'data' / 'assistant.db'}?mode=ro", uri=True) as database:
            return ("shown",) in database.execute(states).fetchall()

    window = subprocess.Popen([str(PROGRAM), "--profile", str(profile)], env=bare_environment())
    log = profile / "logs" / "assistant.log"
    until(lambda: log.exists() and "the window is usable" in log.read_text(encoding="utf-8"), "the window opened")
    run(PROGRAM, profile, "do", "remind me to stretch in 3 seconds")
    until(shown, "the reminder was shown")
    window.terminate()
    if window.wait(20) != 0:
        fail(f"the window ended with {window.returncode}")
    print("a reminder fires in the window")


def check_deb() -> None:
    """Installs, runs from /usr/bin, removes."""
    packages = sorted((ROOT / "dist").glob("*.deb"))
    if not packages or os.geteuid() != 0:
        print("LEFT OUT: installing the .deb needs root and a .deb")
        if os.environ.get("CI"):
            fail("the .deb was not tried")
        return
    install = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "install", "-y", "-q", "--no-install-recommends"]
    subprocess.run([*install, str(packages[-1])], check=True, capture_output=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            check_commands("/usr/bin/assistant", Path(folder))
    finally:
        subprocess.run(["apt-get", "remove", "-y", "-q", "local-assistant"], check=True, capture_output=True)
    if Path("/usr/bin/assistant").exists() or Path("/opt/local-assistant").exists():
        fail("removing the .deb left something behind")
    print("the .deb installs, runs and leaves nothing behind")


def main() -> int:
    if "DISPLAY" not in os.environ:
        if not shutil.which("xvfb-run"):
            fail("a display or xvfb-run is needed")
        again = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", sys.executable, __file__]
        return subprocess.run(again, check=False).returncode
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        check_commands(PROGRAM, profile)
        check_model(profile)
        check_reminder(profile)
    check_deb()
    print("smoke test passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())

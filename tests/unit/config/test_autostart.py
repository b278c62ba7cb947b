from __future__ import annotations

import plistlib
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.config.autostart import agent_text, entry_text, login_command, start_at_login
from assistant.config.paths import Paths


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG autostart folder is Linux's")
def test_a_valid_entry_comes_and_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shutil.which("desktop-file-validate"), "desktop-file-utils is needed; `make test` installs it"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    paths = Paths.profile(tmp_path / "my profile 100% $HOME")
    start_at_login(paths, wanted=True)
    entry = tmp_path / "config/autostart/assistant.desktop"
    checked = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "")
    line = next(line for line in entry.read_text().splitlines() if line.startswith("Exec="))
    unescaped = line[len("Exec=") :].replace("\\\\", "\\").replace("%%", "%").replace("\\$", "$")
    assert tuple(shlex.split(unescaped)) == login_command(paths)
    assert f"TryExec={sys.executable}\n" in entry.read_text(), "without the program the entry does nothing"
    assert login_command(paths)[-4:] == ("--profile", str(tmp_path / "my profile 100% $HOME"), "gui", "--hidden")
    start_at_login(paths, wanted=False)
    assert not entry.exists()
    start_at_login(paths, wanted=False)


def test_the_ordinary_profile_needs_no_naming() -> None:
    assert "--profile" not in login_command(Paths.default())
    assert "Exec=/opt/assistant gui --hidden\n" in entry_text(("/opt/assistant", "gui", "--hidden"))


def test_the_agent_of_macos_names_the_command() -> None:
    told = plistlib.loads(agent_text(("/Applications/A b/assistant", "gui", "--hidden")))
    assert told["ProgramArguments"] == ["/Applications/A b/assistant", "gui", "--hidden"]
    assert told["RunAtLoad"] is True

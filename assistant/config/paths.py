"""Where things are kept. One `Paths` value a profile; nothing else in the product builds a path to user data."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from assistant.config.errors import AssistantError

APP = "assistant"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one profile. Folders exist after `ensure`."""

    config: Path
    data: Path
    models: Path
    logs: Path
    state: Path

    @classmethod
    def default(cls) -> Paths:
        """The ordinary profile of this user, after the system's conventions."""
        dirs = platformdirs.PlatformDirs(APP, appauthor=False)
        models = os.environ.get("ASSISTANT_MODELS")
        return cls(
            config=dirs.user_config_path,
            data=dirs.user_data_path,
            models=Path(models) if models else dirs.user_data_path / "models",
            logs=dirs.user_log_path,
            state=dirs.user_state_path,
        )

    @classmethod
    def profile(cls, folder: Path) -> Paths:
        """A profile that lives in one folder; models may still be shared by ``ASSISTANT_MODELS``."""
        root = folder.expanduser().absolute()
        models = os.environ.get("ASSISTANT_MODELS")
        return cls(
            config=root / "config",
            data=root / "data",
            models=Path(models) if models else root / "models",
            logs=root / "logs",
            state=root / "state",
        )

    @property
    def database(self) -> Path:
        """The one SQLite file."""
        return self.data / "assistant.db"

    @property
    def backups(self) -> Path:
        """Copies taken before migrations and on request."""
        return self.data / "backups"

    @property
    def memos(self) -> Path:
        """Recordings that are not written down yet."""
        return self.data / "memos"

    @property
    def settings(self) -> Path:
        """The settings file, TOML."""
        return self.config / "settings.toml"

    @property
    def prompt_states(self) -> Path:
        """Evaluated prompt prefixes of the language model; may be deleted at any time."""
        return self.state / "prompts"

    @property
    def presence(self) -> Path:
        """When the window was last seen alive, and what kept reminders back; may be deleted at any time."""
        return self.state / "presence.json"

    @property
    def task_views(self) -> Path:
        """How each view of tasks is sorted and filtered; may be deleted at any time."""
        return self.state / "task-views.json"

    @property
    def instance_name(self) -> str:
        """A short name, the same for every start with this profile: names the socket of the running window."""
        return f"{APP}-{hashlib.sha256(str(self.data).encode()).hexdigest()[:16]}"

    def ensure(self) -> None:
        """Creates the folders.

        Raises:
            AssistantError: ``profile.unwritable`` where a folder cannot be made.
        """
        for folder in (self.config, self.data, self.models, self.logs, self.state):
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise AssistantError(
                    "profile.unwritable", f"The folder {folder} cannot be used: {error.strerror}.", path=folder
                ) from error

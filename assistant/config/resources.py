"""Files that come with the program: icons, prompts, themes, translations, the model catalogue."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_path(name: str) -> Path:
    """The file or folder `name` below ``resources``, in a checkout, an installation or the frozen program."""
    frozen: str | None = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return root / "resources" / name

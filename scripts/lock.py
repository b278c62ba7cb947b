"""Writes the locked requirement files: exact versions with hashes, for all platforms, without naming any host."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETS = {"run": [], "dev": ["--extra", "dev"]}


def main() -> int:
    target = ROOT / "requirements"
    target.mkdir(exist_ok=True)
    common = [
        "--universal",
        "--generate-hashes",
        "--python-version",
        "3.11",
        "--no-header",
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--quiet",
    ]
    for name, extra in SETS.items():
        subprocess.run(
            ["uv", "pip", "compile", "pyproject.toml", *extra, *common, "-o", f"requirements/{name}.txt"],
            cwd=ROOT,
            check=True,
        )
    subprocess.run(
        ["uv", "pip", "compile", "-", *common, "-o", "requirements/pip.txt"],
        cwd=ROOT,
        check=True,
        input=b"pip\nsetuptools\n",
    )
    one = (target / "run.txt").read_text(encoding="utf-8").split("\nllama-cpp-python==")[1]
    pinned = [line for line in ("llama-cpp-python==" + one).split("\n") if not line.startswith("    #")]
    end = next(number for number, line in enumerate(pinned) if not line.endswith("\\"))
    (target / "llama.txt").write_text("\n".join(pinned[: end + 1]) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

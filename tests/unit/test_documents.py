"""What the documents name is there, and what is there is named."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "docs/architecture.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs/adr").glob("0*.md"))
MAP = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")


def test_every_module_that_is_named_exists() -> None:
    every = [
        f"/{path.relative_to(ROOT).as_posix()}"
        for folder in ("assistant", "scripts", "benchmarks", "tests")
        for path in (ROOT / folder).rglob("*.py")
    ]
    missing = [
        f"{page.name}: {name}"
        for page in PAGES
        for name in re.findall(r"`([\w/]+\.py)`", page.read_text(encoding="utf-8"))
        if not any(path.endswith(f"/{name}") for path in every)
    ]
    assert not missing


def test_every_folder_has_its_place_on_the_map() -> None:
    folders = {path.parent.relative_to(ROOT / "assistant").as_posix() for path in (ROOT / "assistant").rglob("*.py")}
    layers = set(re.findall(r"^([a-z]+) ", MAP, re.MULTILINE)) | set(re.findall(r"\b(engines|sync)\b", MAP))
    unnamed = {one for one in folders - {"."} if one not in layers and f"`{one}/`" not in MAP}
    assert not unnamed


def test_every_decision_is_in_the_index() -> None:
    index = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs/adr").glob("0*.md"):
        number, title = page.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ").split(". ", 1)
        assert f"{number}. [{title}]({page.name})" in index


def test_every_link_leads_somewhere() -> None:
    pages = (*PAGES, ROOT / "README.md", ROOT / "README.zh-CN.md", ROOT / "docs/adr/README.md")
    for page in pages:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"

"""The models that are known by name, from ``resources/models.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.config.resources import resource_path

KINDS = ("llm", "ears", "mouth")


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model.

    Attributes:
        name: As it is called on disk.
        member: Pattern of its pieces inside data-only wheels; in a wheel's order they make the file.
        size: Bytes; from a hub it may be about right only.
        sha256: Empty where the hub's own checksum decides.
    """

    name: str
    member: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Hub:
    """Where a model hub has the file."""

    repo: str
    file: str
    revision: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One model of the catalogue. Its sources are tried in the order packages, hub.

    Attributes:
        files: The first one is the model itself; several lie in a folder named like the model.
        packages: Data-only wheels of the Python package index, in order, each ``name==version``; ``npm:`` before it
            means an archive of npm's registry.
        hub: Of a model of several files its `file` is not looked at: each is called there as it is here.
        recommended: The one of its kind to take where nobody knows better.
        for_tests: Too simple to be offered to a person.
    """

    name: str
    title: str
    kind: str
    licence: str
    languages: tuple[str, ...]
    memory: int
    context: int
    files: tuple[ModelFile, ...]
    packages: tuple[str, ...]
    hub: Hub | None
    recommended: bool
    for_tests: bool

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    @property
    def source(self) -> str:
        """For people."""
        named = [*(["package index"] if self.packages else []), *([self.hub.repo] if self.hub else [])]
        return ", ".join(named)

    def path(self, folder: Path) -> Path:
        """The file or, of several, the folder, below the folder of models."""
        return folder / (self.files[0].name if len(self.files) == 1 else self.name)

    def paths(self, folder: Path) -> tuple[Path, ...]:
        """Every file."""
        base = folder if len(self.files) == 1 else folder / self.name
        return tuple(base / file.name for file in self.files)


def load(path: Path | None = None) -> tuple[Entry, ...]:
    """Reads the catalogue; a mistake in it is a bug and raises what the mistake raises."""
    text = (path or resource_path("models.toml")).read_text(encoding="utf-8")
    return tuple(_entry(raw) for raw in tomllib.loads(text)["model"])


def _entry(raw: Mapping[str, Any]) -> Entry:
    entry = Entry(
        name=raw["name"],
        title=raw["title"],
        kind=raw["kind"],
        licence=raw["licence"],
        languages=tuple(raw["languages"]),
        memory=raw["memory"],
        context=raw.get("context", 0),
        files=tuple(
            ModelFile(file["name"], file.get("member", ""), file["size"], file.get("sha256", ""))
            for file in raw["files"]
        ),
        packages=tuple(raw.get("packages", ())),
        hub=Hub(raw["hub"]["repo"], raw["hub"]["file"], raw["hub"].get("revision", "main")) if "hub" in raw else None,
        recommended=raw.get("recommended", False),
        for_tests=raw.get("for_tests", False),
    )
    if entry.kind not in KINDS:
        raise ValueError(f"{entry.name}: no such kind: {entry.kind}")
    if not entry.packages and entry.hub is None:
        raise ValueError(f"{entry.name} has no source")
    return entry

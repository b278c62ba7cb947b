"""What is known of the models on disk, so that a list of them needs no reading of gigabytes.

One small JSON file a model, in a folder beside the models. It says: this file, of this size and time of change,
had this checksum. A folder that cannot be written (a shared one) keeps the same in memory until the process ends.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file as it was when its checksum was made."""

    path: str
    size: int
    mtime_ns: int
    sha256: str

    @classmethod
    def of(cls, path: Path, sha256: str) -> Stamp:
        """Of a file that exists."""
        stat = path.stat()
        return cls(str(path), stat.st_size, stat.st_mtime_ns, sha256)

    def holds(self, path: Path) -> bool:
        """True while the file has not changed since."""
        try:
            stat = path.stat()
        except OSError:
            return False
        return stat.st_size == self.size and stat.st_mtime_ns == self.mtime_ns


@dataclass(frozen=True, slots=True)
class Record:
    """A model that was checked, or one that a person added from elsewhere."""

    name: str
    added: bool
    files: tuple[Stamp, ...]


class Records:
    """The records of one folder of models. Several processes may use it: a record is replaced as a whole."""

    def __init__(self, models: Path) -> None:
        self._folder = models / ".records"
        self._memory: dict[str, Record] = {}

    def get(self, name: str) -> Record | None:
        """None where there is none or it cannot be read."""
        if name in self._memory:
            return self._memory[name]
        try:
            raw = json.loads(self._path(name).read_text("utf-8"))
            return Record(raw["name"], raw["added"], tuple(Stamp(**stamp) for stamp in raw["files"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            _log.info("the record of the model %s cannot be read: %s", name, error)
            return None

    def added(self) -> Iterator[Record]:
        """Those a person added, by name."""
        try:
            names = {path.stem for path in self._folder.glob("*.json")}
        except OSError:
            names = set()
        for name in sorted(names | set(self._memory)):
            record = self.get(name)
            if record is not None and record.added:
                yield record

    def put(self, record: Record) -> None:
        """Keeps it."""
        path = self._path(record.name)
        fresh = path.with_suffix(f".{os.getpid()}.new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(asdict(record)), encoding="utf-8")
            fresh.replace(path)
        except OSError as error:
            _log.info("the record of the model %s is not kept: %s", record.name, error.strerror)
            self._memory[record.name] = record
        else:
            self._memory.pop(record.name, None)

    def remove(self, name: str) -> None:
        """Forgets it."""
        self._memory.pop(name, None)
        try:
            self._path(name).unlink(missing_ok=True)
        except OSError as error:
            _log.info("the record of the model %s is not removed: %s", name, error.strerror)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"

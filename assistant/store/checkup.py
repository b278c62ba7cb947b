"""A look at the health of the database file, for the command that checks the whole program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.store.connections import ask, connect


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found. `bytes` is the size of the file, `version` that of its schema; `problem` is empty when whole."""

    bytes: int
    version: int
    journal_mode: str
    problem: str


def check_up(file: Path, timeout: float = 5.0) -> Checkup:
    """Reads the whole file and checks that it is sound. Changes nothing.

    Raises:
        sqlite3.Error: It cannot even be opened.
    """
    connection = connect(file, "ro", timeout)
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        mode = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
        problem = "" if found == ["ok"] else "; ".join(found)
        if not problem and broken is not None:
            problem = f"a row of {broken[0]} has lost what it belongs to"
        return Checkup(file.stat().st_size, ask(connection, "user_version"), mode, problem)
    finally:
        connection.close()

"""Who has the profile's database open: a lock that every open store shares and that one holds alone while preparing.

It is a second, empty SQLite file, because SQLite's locks work on every system and end with their process. The database
itself cannot serve: looking whether one is alone there brings its log in, also into a damaged file.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from assistant.store.connections import connect


class Occupancy:
    """One store's share in the lock, from opening to closing."""

    def __init__(self, file: Path, timeout: float) -> None:
        """Opens the lock file, which is made where it is missing; nothing is locked yet.

        Args:
            file: Where the lock is.
            timeout: Seconds that `share` waits for another process that is preparing.
        """
        self._connection = connect(file, "rwc", timeout)
        self._timeout = timeout
        self.alone = False

    def be_alone(self) -> bool:
        """Tries to keep everybody else out, without waiting. False where somebody is in, or tries the same just now."""
        self._wait(0)
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            return False
        finally:
            self._wait(self._timeout)
        self.alone = True
        return True

    def share(self) -> None:
        """Lets others in and stays in, until `close`.

        Raises:
            sqlite3.OperationalError: SQLITE_BUSY where another process prepares for longer than the timeout.
        """
        if self.alone:
            self._connection.execute("COMMIT")
            self.alone = False
        self._connection.execute("BEGIN")
        with closing(self._connection.execute("SELECT count(*) FROM sqlite_master")) as cursor:
            cursor.fetchone()

    def leave(self) -> None:
        """Ends sharing, to try again."""
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Leaves."""
        self._connection.close()

    def _wait(self, seconds: float) -> None:
        self._connection.execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")

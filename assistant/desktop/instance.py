"""One window a profile: a second start brings the first one forward and ends."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_HELLO_MS = 1500
_PATIENCE = 10.0
_PAUSE = 0.05


class SingleInstance(QObject):
    """Holds a lock that the system frees when its process ends, however it ends; listens on a socket for the others.

    Signals:
        summoned(): another start asked this window to come forward.
    """

    summoned = Signal()

    def __init__(self, name: str, folder: Path, parent: QObject | None = None) -> None:
        """Nothing is claimed yet.

        Args:
            name: Of the socket; the same for every start with this profile.
            folder: Where the lock's file is; it exists.
            parent: Qt's.
        """
        super().__init__(parent)
        self._name = name
        self._lock = _Lock(folder / "window.lock")
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """True where this process is the one; False where another is, which was called forward if it listens.

        The socket alone could not tell: of two that start in the same moment, neither finds the other listening.
        """
        end = time.monotonic() + _PATIENCE
        while True:
            if self._lock.take():
                QLocalServer.removeServer(self._name)  # left behind where the last one was killed
                self._server.listen(self._name)
                return True
            if self._call() or time.monotonic() > end:
                return False
            time.sleep(_PAUSE)  # the other one is just starting, or just ending

    def _call(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_HELLO_MS):
            return False
        socket.write(b"show\n")
        socket.waitForBytesWritten(_HELLO_MS)
        socket.waitForDisconnected(_HELLO_MS)
        return True

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnectFromServer()
            socket.deleteLater()
            self.summoned.emit()

    def close(self) -> None:
        """Frees the name."""
        self._server.close()
        self._lock.release()


class _Lock:
    """A file that one process at a time holds."""

    def __init__(self, file: Path) -> None:
        self._path = file
        self._held: int | None = None

    def take(self) -> bool:
        """Tries, without waiting."""
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if _try_lock(handle):
            self._held = handle
            return True
        os.close(handle)
        return False

    def release(self) -> None:
        if self._held is not None:
            os.close(self._held)
            self._held = None


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

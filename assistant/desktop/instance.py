"""One window a profile: a second start brings the first one forward and ends."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_HELLO_MS = 1500


class SingleInstance(QObject):
    """Listens on a local socket named after the profile.

    Signals:
        summoned(): another start asked this window to come forward.
    """

    summoned = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """True where this process is the one; False where a living one was found and called forward."""
        if self._call():
            return False
        if self._server.listen(self._name):
            return True
        # A crashed window leaves its socket behind: nobody answered, so the name is free to take.
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

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

"""The system's own notifications beside the pop-ups: the same reminder, with Done and Snooze, and gone when answered.

They vanish after seconds or hide in a list, so the pop-up stays the surface that counts, except under Wayland, where a
program cannot put a window over others.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
import os
import sys
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop_notifier import DesktopNotifier, Notification

_log = logging.getLogger(__name__)


class _NotTakenError(Exception):
    """The system did not take a notification."""


def wanted(choice: str) -> bool:
    """True where the setting asks for system notifications: "on", or "auto" under Wayland."""
    if choice == "auto":
        return sys.platform == "linux" and bool(os.environ.get("WAYLAND_DISPLAY"))
    return choice == "on"


class Mirror(QObject):
    """Sends and takes back notifications, in a thread with an event loop that starts with the first of them.

    Signals:
        done(tuple[str, ...]): pressed Done, for these reminders.
        snoozed(tuple[str, ...])
        opened(tuple[str, ...]): clicked.
        clicked(): what only said something was clicked.
        unsaid(str): its text, where there is no service.
    """

    done = Signal(object)
    snoozed = Signal(object)
    opened = Signal(object)
    clicked = Signal()
    unsaid = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._notifier: DesktopNotifier | None = None
        self._sent: dict[tuple[str, ...], str] = {}
        self._answered: set[str] = set()

    def show(self, title: str, text: str, uids: tuple[str, ...], labels: tuple[str, str]) -> None:
        """Sends one notification for these reminders; `labels` are those of Done and Snooze. GUI thread."""
        self._answered.difference_update(uids)
        self._run(self._send(title, text, uids, labels))

    def say(self, title: str, text: str) -> None:
        """Sends a notification without buttons. GUI thread."""
        self._run(self._say(title, text), lambda: self.unsaid.emit(text))

    def withdraw(self, uids: tuple[str, ...]) -> None:
        """Takes back what is answered altogether. GUI thread."""
        if self._loop is not None:
            self._run(self._clear(uids))

    def close(self) -> None:
        """Ends the thread. Notifications stay where the system keeps them."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._loop = None

    def _run(self, work: Coroutine[object, object, None], failed: Callable[[], object] | None = None) -> None:
        """Works in the loop's thread; `failed` is called there where the system would not have it."""
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            threading.Thread(target=_keep_going, args=(self._loop,), name="notifications", daemon=True).start()

        def ended(task: Future[None]) -> None:
            error = None if task.cancelled() else task.exception()
            if error is not None:
                _log.info("no system notification: %s", type(error).__name__)
                if failed is not None:
                    failed()

        asyncio.run_coroutine_threadsafe(work, self._loop).add_done_callback(ended)

    async def _send(self, title: str, text: str, uids: tuple[str, ...], labels: tuple[str, str]) -> None:
        from desktop_notifier import Button, Notification, Urgency

        buttons = [
            Button(labels[0], on_pressed=lambda: self.done.emit(uids)),
            Button(labels[1], on_pressed=lambda: self.snoozed.emit(uids)),
        ]
        notification = Notification(
            title, text, urgency=Urgency.Critical, buttons=tuple(buttons), on_clicked=lambda: self.opened.emit(uids)
        )
        self._sent[uids] = await self._deliver(notification)

    async def _say(self, title: str, text: str) -> None:
        from desktop_notifier import Notification

        await self._deliver(Notification(title, text, on_clicked=self.clicked.emit))

    async def _deliver(self, notification: Notification) -> str:
        """Returns its identifier. Raises _NotTakenError where the system has no service for it, or refuses."""
        taken: list[bool] = []
        told = dataclasses.replace(notification, on_dispatched=lambda: taken.append(True))
        name = await self._service().send_notification(told)
        if not taken:
            raise _NotTakenError
        return name

    def _service(self) -> DesktopNotifier:
        """Made at the first need, in the thread of the loop."""
        if self._notifier is None:
            from desktop_notifier import DesktopNotifier

            # It warns of each failure with a whole trace, where a line in the log is enough.
            logging.getLogger("desktop_notifier").setLevel(logging.CRITICAL)
            self._notifier = DesktopNotifier(app_name="Assistant")
        return self._notifier

    async def _clear(self, uids: tuple[str, ...]) -> None:
        self._answered.update(uids)
        for known, name in tuple(self._sent.items()):
            if self._answered.issuperset(known) and self._notifier is not None:
                del self._sent[known]
                self._answered.difference_update(known)
                with contextlib.suppress(KeyError):  # pressed: the system takes it away itself
                    await self._notifier.clear(name)


def _keep_going(loop: asyncio.AbstractEventLoop) -> None:
    """The thread: until the loop is stopped."""
    loop.run_forever()
    loop.close()

"""The real window in a process of its own, with a hand that answers pop-ups and, if asked to, a sudden death.

``python -m tests.faults.runner PROFILE``. Pop-ups are answered through their real buttons, by what their text ends
with: ``:done``, ``:close``, ``:snooze`` (the first choice once, then Done), ``:nag`` (closed once, then Done) and
``:repeat`` (Done when it has been heard `HEARD` times more, which takes time). When nothing is left to answer,
the clock goes on to the next stage, and after the last the program is asked to end.

Death comes by SIGKILL at the n-th call or return of a function in the code that a reminder passes through, in any
thread, counted from when the reminders are started.

With ``FAULTS_ASK`` set, the hand asks that in the chat instead and then rests.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import threading
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import assistant.app
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.desktop.popups.card import Card
from assistant.desktop.popups.digest_card import DigestCard
from assistant.desktop.popups.reminder_card import ReminderCard
from assistant.desktop.popups.stack import PopupStack
from assistant.desktop.window import MainWindow
from assistant.services.reminders.service import ReminderService

STAGES = (0, 365, 86_772)
HEARD = 2
_ON_THE_WAY = ("services/", "store/", "desktop/popups/", "domain/life_cycle", "desktop/background")
_ROOT = str(Path(assistant.app.__file__).parent) + os.sep


class Death:
    """Counts steps in the code that matters; kills the process at one of them."""

    def __init__(self, at: int, tally: Path) -> None:
        self._at = at
        self._tally = tally
        self._steps = count(1)
        self._armed = False
        self.seen = 0

    def install(self) -> None:
        """For all threads to come; this one joins when the reminders are started, to make no slower what is before."""
        threading.setprofile(self.look)

    def join(self) -> None:
        if self._armed and sys.getprofile() is None:
            sys.setprofile(self.look)

    def look(self, frame: FrameType, event: str, _argument: object) -> None:
        if event not in ("call", "return"):
            return
        name = frame.f_code.co_filename
        if not name.startswith(_ROOT) or not name[len(_ROOT) :].startswith(_ON_THE_WAY):
            return
        if not self._armed:
            self._armed = frame.f_code is ReminderService.start.__code__
            return
        self.seen = next(self._steps)
        if self.seen == self._at:
            os.kill(os.getpid(), signal.SIGKILL)

    def tell(self) -> None:
        self._tally.write_text(str(self.seen), encoding="ascii")


class Hand:
    """Answers what is up, and lets time pass when nothing is."""

    def __init__(self, profile: Path, clock: Path, end: Death) -> None:
        self._database = profile / "data" / "assistant.db"
        self._clock = clock
        self._base = profile / "base"
        self._snoozed = profile / "snoozed"
        self._death = end
        self._timer = QTimer()
        self._timer.setInterval(15)
        self._ask = os.environ.get("FAULTS_ASK", "")
        self._timer.timeout.connect(self.ask_model if self._ask else self.look)
        self._timer.start()

    def look(self) -> None:
        self._death.join()
        stacks = [w for w in QApplication.topLevelWidgets() if isinstance(w, PopupStack) and w.isVisible()]
        asking = [card for stack in stacks for card in stack.cards if not self.waits(card)]
        cards = [card for card in asking if card.primary.isEnabled()]
        if cards:
            self.answer(cards[0])
        elif not asking and self.quiet():
            self.go_on()

    def ask_model(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.furnished:
                self._timer.stop()
                window.chat.submit(self._ask)

    def answer(self, card: Card) -> None:
        if isinstance(card, ReminderCard):
            text = card.one.reminder.text
            once = text.endswith(":nag") and not self.was_snoozed(card.one.uid)
            if text.endswith(":close") or once:
                card._close.click()
            elif text.endswith(":snooze") and not self.was_snoozed(card.one.uid):
                card._segments[0].click()
            else:
                card.primary.click()
        elif isinstance(card, DigestCard):
            card.primary.click()

    def waits(self, card: Card) -> bool:
        """True for one that is left alone for now."""
        if not isinstance(card, ReminderCard) or not card.one.reminder.text.endswith(":repeat"):
            return False
        return self.ask(f"SELECT rings FROM reminders WHERE uid = '{card.one.uid}'") < [(HEARD,)]

    def was_snoozed(self, uid: str) -> bool:
        """From the database, which alone knows it after a death."""
        rows = self.ask(f"SELECT snoozed_until FROM reminders WHERE uid = '{uid}'")
        return rows[0][0] is not None

    def ask(self, query: str) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(f"file:{self._database}?mode=ro", uri=True)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def quiet(self) -> bool:
        """True once the reminders were started and nothing is due or about to be."""
        shift = float(self._clock.read_text(encoding="ascii").split()[0])
        now = int((datetime.now(UTC).timestamp() + shift) * 1_000_000)
        query = (
            "SELECT count(*) FROM reminders WHERE (state IN ('due', 'shown') AND NOT (text LIKE '%:repeat' "
            f"AND state = 'shown' AND rings < {HEARD} AND rings_at > {now})) "
            f"OR (state IN ('scheduled', 'snoozed') AND wakes_at <= {now})"
        )
        return self.ask(query) == [(0,)]

    def go_on(self) -> None:
        words = self._clock.read_text(encoding="ascii").split()
        base = float(self._base.read_text(encoding="ascii"))
        stage = min(n for n, shift in enumerate(STAGES) if base + shift >= float(words[0]) - 1)
        if stage + 1 == len(STAGES):
            self._timer.stop()
            self._death.tell()
            os.kill(os.getpid(), signal.SIGTERM)
            return
        fresh = self._clock.with_suffix(".new")
        fresh.write_text(f"{base + STAGES[stage + 1]} {words[1]}", encoding="ascii")
        fresh.replace(self._clock)


def main() -> int:
    profile = Path(sys.argv[1])
    death = Death(int(os.environ.get("FAULTS_KILL", "0")), profile / "steps")
    made = assistant.app.QApplication

    class Application(made):
        """The hand needs an application to exist; the program makes it."""

        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)
            self.hand = Hand(profile, Path(os.environ["ASSISTANT_CLOCK_FILE"]), death)

    assistant.app.QApplication = Application
    death.install()
    paths = Paths.profile(profile)
    paths.ensure()
    return assistant.app.run_window(paths, Settings(paths.settings), hidden=True)


if __name__ == "__main__":
    sys.exit(main())

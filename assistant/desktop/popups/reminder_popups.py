"""Reminders on the screen: from becoming due, over the store, to a pop-up, and from its answer back to the store."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.desktop.popups import words
from assistant.desktop.popups.answers import Answers
from assistant.desktop.popups.card import Card
from assistant.desktop.popups.digest_card import DigestCard
from assistant.desktop.popups.looking_up import put_up
from assistant.desktop.popups.note_card import NoteCard
from assistant.desktop.popups.reminder_card import ReminderCard
from assistant.desktop.popups.stack import PopupStack
from assistant.desktop.popups.state import Announced, split, visible
from assistant.domain.items import ItemKind
from assistant.domain.reminder import Reminder

_log = logging.getLogger(__name__)
_RETRY_MS = 2_000
_MINUTE_MS = 60_000
_LANE = "reminders"  # one of their own: what the panes read must not hold them up


class ReminderPopups(QObject):
    """All pop-ups of the process. Lives in the GUI thread.

    A reminder is marked as shown in the store, and only when that has succeeded does its pop-up become visible. Where
    the store cannot write, it is tried again until it can: a reminder is never dropped.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._started_at = desk.now()
        self._on_the_way: dict[str, Reminder] = {}
        self._marking = False
        self._cards: dict[str, ReminderCard] = {}
        self._digest: DigestCard | None = None
        self._notes: list[NoteCard] = []
        self.stack = PopupStack()
        self._answers = Answers(desk, self)
        self._answers.answered.connect(self.withdraw)
        self._answers.refused.connect(self.stack.arrange)
        self.stack.unfoldWanted.connect(self._unfold)
        self.destroyed.connect(self.stack.deleteLater)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.retranslate)
        desk.remindersDue.connect(self.present)
        desk.remindersAnswered.connect(self.withdraw)
        desk.itemsChanged.connect(lambda kinds, elsewhere: self._follow(kinds) if elsewhere else None)
        desk.languageChanged.connect(self.retranslate)

    @property
    def shown(self) -> tuple[str, ...]:
        """Uids of all reminders that are up, folded ones and those of the digest too."""
        return (*(self._digest.uids if self._digest else ()), *self._cards)

    # ------------------------------------------------------------------------------------------ coming up

    def present_pending(self) -> None:
        """Puts up what is due or shown and not answered, takes down what is not: at start, and when others wrote."""
        known = self.shown

        def done(pending: tuple[Reminder, ...]) -> None:
            waiting = {reminder.uid for reminder in pending}
            self.withdraw(tuple(uid for uid in known if uid not in waiting))
            self.present(pending)

        def failed(error: AssistantError) -> None:
            self._desk.error(error)
            QTimer.singleShot(_RETRY_MS, self, self.present_pending)

        self._desk.background.run(self._desk.assistant.reminders.pending, done, failed, lane=_LANE, owner=self)

    def present(self, reminders: tuple[Reminder, ...]) -> None:
        """Marks reminders as shown in the store, then puts them up."""
        known = {*self.shown, *self._on_the_way}
        self._on_the_way.update({one.uid: one for one in reminders if one.uid not in known})
        self._mark()

    def _mark(self) -> None:
        """One batch at a time, so that a batch which has to be tried again is not overtaken by the next."""
        if self._marking or not self._on_the_way:
            return
        self._marking = True
        assistant, started_at = self._desk.assistant, self._started_at
        reminders = tuple(self._on_the_way.values())

        def failed(error: AssistantError) -> None:
            self._desk.error(error)
            QTimer.singleShot(_RETRY_MS, self, again)

        def done(announced: tuple[Announced, ...]) -> None:
            # One that was answered in the meantime is on its way no more.
            self._put_up(tuple(one for one in announced if one.uid in self._on_the_way))
            for reminder in reminders:
                self._on_the_way.pop(reminder.uid, None)
            again()

        def again() -> None:
            self._marking = False
            self._mark()

        self._desk.background.run(
            lambda: put_up(assistant, reminders, started_at), done, failed, lane=_LANE, owner=self
        )

    def _put_up(self, announced: tuple[Announced, ...]) -> None:
        if not announced:
            return
        batch = split(announced, self._desk.now())
        for one in batch.singles:
            self._cards[one.uid] = self._make_card(one)
        if batch.digest:
            self._add_to_digest(batch.digest)
        self._arrange()
        for one in sorted(announced, key=lambda one: (one.reminder.wakes_at, one.uid)):
            _log.info("shown %s", one.uid)
        self._minute.start()
        self._speak(announced)

    def _follow(self, kinds: frozenset[ItemKind]) -> None:
        """Another process wrote: it may have answered what is up here."""
        if ItemKind.REMINDER in kinds:
            self.present_pending()

    def _make_card(self, one: Announced) -> ReminderCard:
        card = ReminderCard(self._desk, one, self.stack)
        card.doneWanted.connect(lambda: self._answers.done((one.uid,), card))
        card.openWanted.connect(lambda: self._answers.open(one, card))
        card.snoozeWanted.connect(lambda until: self._answers.snooze((one.uid,), until, card))
        card.closeWanted.connect(lambda: self._answers.dismiss((one.uid,), card))
        self._join(card)
        return card

    def _add_to_digest(self, announced: tuple[Announced, ...]) -> None:
        if self._digest is None:
            digest = DigestCard(self._desk, self.stack)
            digest.doneWanted.connect(lambda uids: self._answers.done(uids, digest))
            digest.snoozeWanted.connect(lambda uids, until: self._answers.snooze(uids, until, digest))
            digest.closeWanted.connect(lambda: self._answers.dismiss(digest.uids, digest))
            digest.listWanted.connect(lambda: self._desk.open_item("reminder", ""))
            self._join(digest)
            self._digest = digest
        self._digest.show_all((*self._digest.all, *announced))

    def _join(self, card: Card) -> None:
        card.leaveWanted.connect(self.stack.give_focus_back)
        card.stepWanted.connect(lambda step: self.stack.step_from(card, step))

    def _arrange(self) -> None:
        up = visible(tuple(self._cards), digest=self._digest is not None)
        cards: list[Card] = [self._digest] if self._digest is not None else []
        cards += [self._cards[uid] for uid in up]
        cards += self._notes
        folded = len(self._cards) - len(up)
        self.stack.set_cards(cards, self.tr("%n more reminder(s)", "", folded) if folded else "")
        if not cards:
            self._minute.stop()

    def _unfold(self) -> None:
        """The folded ones move into the digest."""
        up = set(visible(tuple(self._cards), digest=True))
        folded = [uid for uid in self._cards if uid not in up]
        self._add_to_digest(tuple(self._cards[uid].one for uid in folded))
        for uid in folded:
            self._cards.pop(uid).deleteLater()
        self._arrange()

    def _speak(self, announced: tuple[Announced, ...]) -> None:
        """Tells a screen reader at once: one sentence for one, one for many."""
        if len(announced) == 1 or self._digest is None:
            for one in announced:
                self._announce(words.announcement(one, self._desk.now(), self._desk.wording))
        else:
            self._announce(self._digest.accessibleName())

    def _announce(self, text: str) -> None:
        event = QAccessibleAnnouncementEvent(self.stack, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def say(self, text: str) -> None:
        """A pop-up that only says something."""
        note = NoteCard(text, self.stack)
        note.closeWanted.connect(lambda: self._close_note(note))
        self._join(note)
        self._notes.append(note)
        self._arrange()

    def _close_note(self, note: NoteCard) -> None:
        self._notes.remove(note)
        self._arrange()
        note.deleteLater()

    # ------------------------------------------------------------------------------------------ going away

    def withdraw(self, uids: tuple[str, ...]) -> None:
        """Takes down what was answered, here or anywhere else."""
        had_focus = self.stack.isActiveWindow()
        for uid in uids:
            self._on_the_way.pop(uid, None)
            card = self._cards.pop(uid, None)
            if card is not None:
                card.deleteLater()
        gone = set(uids)
        if self._digest is not None and gone & set(self._digest.uids):
            left = tuple(one for one in self._digest.all if one.uid not in gone)
            if left:
                self._digest.show_all(left)
                self._digest.set_busy(busy=False)
            else:
                self._digest.deleteLater()
                self._digest = None
        self._arrange()
        if had_focus and self.stack.cards:
            self.stack.focus_newest()
        elif had_focus:
            self.stack.give_focus_back()

    def close_all(self) -> None:
        """Takes everything down without answering: it comes back at the next start."""
        self._minute.stop()
        self.stack.hide()

    def focus_newest(self) -> None:
        """Puts the keyboard on the newest pop-up."""
        self.stack.focus_newest()

    def retranslate(self) -> None:
        """Sets words and times anew; also each minute."""
        for card in (*self._cards.values(), *self._notes):
            card.retranslate()
        if self._digest is not None:
            self._digest.show_all(self._digest.all) if self._digest.isHidden() else self._digest.retranslate()
        if self._cards or self._digest is not None or self._notes:
            self._arrange()

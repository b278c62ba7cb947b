"""Reminders on the screen: from becoming due, over the store, to a pop-up, and from its answer back to the store."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from assistant.desktop.desk import Desk
from assistant.desktop.popups import words
from assistant.desktop.popups.answers import Answers
from assistant.desktop.popups.arrivals import Arrivals
from assistant.desktop.popups.card import Card
from assistant.desktop.popups.digest_card import DigestCard
from assistant.desktop.popups.note_card import NoteCard
from assistant.desktop.popups.notifying import Notifying
from assistant.desktop.popups.reminder_card import ReminderCard
from assistant.desktop.popups.sounding import Sounding
from assistant.desktop.popups.stack import PopupStack
from assistant.desktop.popups.state import Announced, split, visible
from assistant.domain.reminder import Reminder
from assistant.services.reminders.snoozing import usual_snooze

_log = logging.getLogger(__name__)
_MINUTE_MS = 60_000


class ReminderPopups(QObject):
    """All pop-ups of the process. Lives in the GUI thread.

    A reminder is marked as shown in the store, and only when that has succeeded does its pop-up become visible. Where
    the store cannot write, it is tried again until it can: a reminder is never dropped.

    Signals:
        windowWanted(): a notification was clicked that means the window.
        speechWanted(Card): the person wants to answer this one by voice.
        silenceWanted(): nobody shall be listened to any more.
        gone(): some of the cards are answered.
    """

    windowWanted = Signal()
    speechWanted = Signal(object)
    silenceWanted = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cards: dict[str, ReminderCard] = {}
        self._digest: DigestCard | None = None
        self._notes: list[NoteCard] = []
        self.stack = PopupStack()
        self._answers = Answers(desk, self)
        self._answers.answered.connect(self.withdraw)
        self.arrivals = Arrivals(desk, lambda: self.shown, self)
        self.arrivals.arrived.connect(self._put_up)
        self.arrivals.gone.connect(self.withdraw)
        self.notifying = Notifying(desk, self)
        self.notifying.done.connect(lambda uids: self._answer_from_system(uids, self._answers.done))
        self.notifying.snoozed.connect(lambda uids: self._answer_from_system(uids, self._snooze_from_system))
        self.notifying.opened.connect(lambda _uids: self.focus_newest())
        self.notifying.clicked.connect(self.windowWanted)
        self.notifying.unsaid.connect(self.say)
        self.sounding = Sounding(desk, self)
        self.sounding.heard.connect(self._bring_forward)
        desk.remindersRingAgain.connect(self._ring_again)
        self._answers.refused.connect(self.stack.arrange)
        self.stack.unfoldWanted.connect(self._unfold)
        self.destroyed.connect(self.stack.deleteLater)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.retranslate)
        desk.remindersAnswered.connect(self.withdraw)
        desk.languageChanged.connect(self.retranslate)

    @property
    def shown(self) -> tuple[str, ...]:
        """Uids of all reminders that are up, folded ones and those of the digest too."""
        return (*(self._digest.uids if self._digest else ()), *self._cards)

    @property
    def newest(self) -> Card | None:
        """The newest that can be answered; None where nothing is up."""
        return next((card for card in reversed(self.stack.cards) if card.voice is not None), None)

    def card_of(self, uid: str) -> Card | None:
        """The pop-up of a reminder that has one of its own."""
        return self._cards.get(uid)

    # ------------------------------------------------------------------------------------------ coming up

    def present_pending(self) -> None:
        """Puts up what was due or shown and not answered when the program ended."""
        self.arrivals.present_pending()

    def present(self, reminders: tuple[Reminder, ...]) -> None:
        """Marks reminders as shown in the store, then puts them up."""
        self.arrivals.present(reminders)

    def _put_up(self, announced: tuple[Announced, ...]) -> None:
        batch = split(announced, self._desk.now())
        for one in batch.singles:
            self._cards[one.uid] = self._make_card(one)
        if batch.digest:
            self._add_to_digest(batch.digest)
        self._arrange()
        for one in sorted(announced, key=lambda one: (one.reminder.wakes_at, one.uid)):
            _log.info("shown %s", one.uid)
        self.notifying.tell(batch)
        self.sounding.came([one.reminder for one in announced], self.arrivals.disturbance)
        self._minute.start()
        self._speak(announced)

    def _ring_again(self, reminders: tuple[Reminder, ...]) -> None:
        """Those of them that are up are heard again; what is still on its way comes with its own sound."""
        up = set(self.shown)
        self.sounding.again([one for one in reminders if one.uid in up], self.arrivals.disturbance)

    def _bring_forward(self, reminders: tuple[Reminder, ...]) -> None:
        """What insists becomes the newest of the stack, over all windows; the keyboard stays where it is."""
        for reminder in reminders:
            if reminder.uid in self._cards:
                self._cards[reminder.uid] = self._cards.pop(reminder.uid)
        self._arrange()
        self.stack.raise_()
        for reminder in reminders:
            if reminder.uid in self._cards:
                self._announce(self._cards[reminder.uid].accessibleName())

    def _make_card(self, one: Announced) -> ReminderCard:
        card = ReminderCard(self._desk, one, self.stack)
        card.doneWanted.connect(lambda: self._answers.done((one.uid,), card))
        card.openWanted.connect(lambda: self._answers.open(one, card))
        card.snoozeWanted.connect(lambda until: self._answers.snooze((one.uid,), until, card))
        card.closeWanted.connect(lambda: self._answers.dismiss((one.uid,), card))
        card.insistWanted.connect(lambda how: self._answers.insist(card, how))
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
        card.speechWanted.connect(lambda: self.speechWanted.emit(card))
        card.silenceWanted.connect(self.silenceWanted)
        if card.voice is not None:
            card.voice.changed.connect(self.stack.arrange, Qt.ConnectionType.QueuedConnection)
            card.voice.wayChosen.connect(lambda _way: self._desk.settingsWanted.emit("voice"))

    def _arrange(self) -> None:
        up = visible(tuple(self._cards), digest=self._digest is not None)
        cards: list[Card] = [self._digest] if self._digest is not None else []
        cards += [self._cards[uid] for uid in up]
        cards += self._notes
        folded = len(self._cards) - len(up)
        self.sounding.follow([one.reminder for one in self._all_up()])
        self.stack.set_cards(cards, self.tr("%n more reminder(s)", "", folded) if folded else "")
        if not cards:
            self._minute.stop()

    def _all_up(self) -> tuple[Announced, ...]:
        return (*(self._digest.all if self._digest else ()), *(card.one for card in self._cards.values()))

    def _unfold(self) -> None:
        """The folded ones move into the digest."""
        up = set(visible(tuple(self._cards), digest=True))
        folded = [uid for uid in self._cards if uid not in up]
        self._add_to_digest(tuple(self._cards[uid].one for uid in folded))
        for uid in folded:
            self._cards.pop(uid).deleteLater()
        self._arrange()

    def _answer_from_system(self, uids: tuple[str, ...], act: Callable[[tuple[str, ...], Card], None]) -> None:
        """A notification's button: means what is still up of these."""
        for uid in uids:
            if uid in self._cards:
                act((uid,), self._cards[uid])
        if self._digest is not None and (together := tuple(uid for uid in uids if uid in self._digest.uids)):
            act(together, self._digest)

    def _snooze_from_system(self, uids: tuple[str, ...], card: Card) -> None:
        self._answers.snooze(uids, self._desk.now() + usual_snooze(self._desk.assistant.settings), card)

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
        self.arrivals.stop(uids)
        self.notifying.withdraw(uids)
        for uid in uids:
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
        self.gone.emit()
        if had_focus and self.stack.cards:
            self.stack.focus_newest()
        elif had_focus:
            self.stack.give_focus_back()

    def close_all(self) -> None:
        """Takes everything down without answering: it comes back at the next start."""
        self._minute.stop()
        self.stack.hide()
        self.arrivals.close()
        self.notifying.close()
        self.sounding.close()

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

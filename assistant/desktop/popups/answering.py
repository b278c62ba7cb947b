"""Reminders answered by voice: after one was read aloud, or where the person asks to be heard."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject

from assistant.config.errors import AssistantError
from assistant.desktop.banner import sentence_for
from assistant.desktop.desk import Desk
from assistant.desktop.popups.card import Card
from assistant.desktop.popups.reminder_popups import ReminderPopups
from assistant.desktop.voice import words
from assistant.desktop.voice.floor import Floor
from assistant.services.reminders.answers import AlertReply
from assistant.services.voice.view import VoiceState, VoiceView
from assistant.services.voice_ports import Transcript

# Whole answers are no hints: the ears take a hint that is heard for one they made up.
_HINTS = ("snooze this reminder",)
_LANE = "answers"


class SpokenAnswers(QObject):
    """Leads the floor for pop-ups, made with the first of them that is spoken to. Lives in the GUI thread.

    Whatever goes wrong here leaves the pop-up as it is. The microphone is open in the short while of listening only.
    """

    interruptible = False

    def __init__(self, desk: Desk, floor: Floor, popups: ReminderPopups, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._floor = floor
        self._popups = popups
        self._card: Card | None = None
        self._otherwise: Callable[[Transcript], None] | None = None
        self._asked = False
        self._confirmed = False
        popups.gone.connect(self._look_after_card)
        popups.silenceWanted.connect(lambda: floor.session.cancel() if floor.led_by(self) else None)

    # ------------------------------------------------------------------ what begins it

    def read(self, text: str, language: str, uid: str) -> bool:
        """Reads a reminder aloud and listens for its answer. False where it has no pop-up of its own or somebody
        else is spoken with; True also where it must not be read, into an open microphone."""
        if self._floor.busy:
            return self._floor.open
        card = self._popups.card_of(uid)
        if card is None or not card.isVisible() or (card.voice is not None and card.voice.waits):
            return False
        self._begin(card, asked=False)
        self._floor.session.speak(text, language, asks=True)
        return True

    def listen(self, card: Card, otherwise: Callable[[Transcript], None] | None = None) -> None:
        """Listens for the answer to a pop-up, or ends that. What is no answer to it goes to `otherwise`."""
        if self._card is card and self._floor.led_by(self) and self._floor.busy:
            if self._floor.session.view.state is VoiceState.LISTENING:
                self._floor.session.finish()
            else:
                self._floor.session.listen()
            return
        self._begin(card, asked=True, otherwise=otherwise)
        self._floor.session.listen()

    def finish(self) -> None:
        """The person has said everything."""
        self._floor.session.finish()

    @property
    def busy(self) -> bool:
        """Somebody is listened to for a pop-up."""
        return self._floor.led_by(self) and self._floor.busy

    def _begin(self, card: Card, *, asked: bool, otherwise: Callable[[Transcript], None] | None = None) -> None:
        if self._floor.led_by(self):
            self._floor.session.cancel()
            self._leave()
        self._floor.lead(self)
        self._card, self._asked, self._otherwise = card, asked, otherwise
        self._confirmed = False
        if card.voice is not None:
            card.voice.clear()

    # ------------------------------------------------------------------ leading

    def hints(self) -> tuple[str, ...]:
        """The one word that is not heard by itself."""
        return _HINTS

    def show(self, view: VoiceView) -> None:
        """The card shows what is heard."""
        card = self._alive()
        if card is None or card.voice is None:
            return
        card.listens(listens=view.open)
        self._popups.sounding.hush(hushed=view.open)
        if view.state is VoiceState.IDLE:
            self._over(view, card)
        elif view.state in (VoiceState.LISTENING, VoiceState.TRANSCRIBING):
            card.voice.hear(view)

    def _over(self, view: VoiceView, card: Card) -> None:
        """Nobody is listened to any more: an answer that waits, or what was not understood, stays to be read."""
        assert card.voice is not None
        if view.problem and (self._asked or view.problem not in ("voice.nothing", "voice.unclear")):
            found = words.problem(view)
            card.voice.say(found.text, found.way if found.way != "retry" else "")
        elif not card.voice.told:
            card.voice.clear()

    def take(self, transcript: Transcript) -> None:
        """Makes out what the words mean for the reminder."""
        card, conversation = self._alive(), self._desk.assistant.conversation
        if card is None:
            self._floor.session.drop()
            return
        alerted = card.alerted
        self._desk.background.run(
            lambda: conversation.alert_answer(transcript.text, alerted),
            lambda reply: self._answer(reply, transcript, card),
            lambda error: self._failed(error, card),
            lane=_LANE,
            owner=self,
        )

    def give_up(self) -> None:
        """Somebody else is spoken with."""
        self._leave()

    # ------------------------------------------------------------------ answering

    def _answer(self, reply: AlertReply, transcript: Transcript, card: Card) -> None:
        if card is not self._alive() or not self._floor.led_by(self):
            return
        if not reply.understood and self._otherwise is not None:
            self._otherwise(transcript)
            return
        card.answered(reply)
        self._confirmed = True
        if self._desk.assistant.settings.text("read_aloud") == "never" and self._asked:
            self._floor.session.drop()
        else:
            self._floor.session.answered(reply.told)

    def _failed(self, error: AssistantError, card: Card) -> None:
        if card is self._alive() and card.voice is not None:
            card.voice.say(sentence_for(error))
        self._floor.session.drop()

    def _alive(self) -> Card | None:
        card = self._card
        return card if card is not None and shiboken6.isValid(card) else None

    def _look_after_card(self) -> None:
        """A pop-up that was answered is not listened to any more; a confirmation may be spoken to its end."""
        card = self._alive()
        gone = card is None or card not in self._popups.stack.cards
        if self._card is not None and gone:
            self._leave()
            if self._floor.led_by(self) and not self._confirmed:
                self._floor.session.cancel()

    def _leave(self) -> None:
        card, self._card, self._otherwise = self._alive(), None, None
        self._popups.sounding.hush(hushed=False)
        if card is not None and card.voice is not None:
            card.listens(listens=False)
            if not card.voice.told:
                card.voice.clear()

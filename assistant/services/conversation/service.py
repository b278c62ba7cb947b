"""The one door for words: understands them, does what they ask or lets the model answer, and keeps the record."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from assistant.config.errors import InputError
from assistant.domain.cancellation import Cancellation
from assistant.domain.conversation import Conversation, Message
from assistant.services.conversation.answering import chat_request
from assistant.services.conversation.chat_log import ChatLog
from assistant.services.conversation.examples import ExampleService
from assistant.services.conversation.previewing import preview_of
from assistant.services.conversation.reply import Choice, Preview, Reply
from assistant.services.conversation.settling import Force, forced
from assistant.services.conversation.turns import TurnOptions, Turns
from assistant.services.conversation.unsure import understanding_request
from assistant.services.model_ports import LanguageModel, ModelLibrary
from assistant.services.requests.asked import Services
from assistant.services.requests.pointing import says_undo
from assistant.services.wording.region import Region
from assistant.understanding import understand
from assistant.understanding.request import Understanding

if TYPE_CHECKING:
    from assistant.services.reminders.answers import Alerted, AlertReply

MOST_CHARACTERS = 20_000


def cleaned(text: str) -> str:
    """The text without what no person types. Emoji and right-to-left text stay.

    Raises:
        InputError: ``input.empty``, ``input.long`` (facts: ``length``, ``most``).
    """
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            "input.long",
            f"That is {len(text):,} characters long; at most {MOST_CHARACTERS:,} can be read at once.",
            length=len(text),
            most=MOST_CHARACTERS,
        )
    kept = "".join(char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs"))
    if not kept.strip():
        raise InputError("input.empty", "There is nothing to read.")
    return kept.strip()


class ConversationService:
    """What a person says and what comes of it. Blocks; any thread but the one that draws."""

    def __init__(
        self,
        services: Services,
        model: Callable[[], LanguageModel],
        library: Callable[[], ModelLibrary],
        region: Region,
    ) -> None:
        self._services = services
        self._model = model
        self._log = ChatLog(services.changes)
        self._turns = Turns(services, self._log, model, library, region)
        self._examples = ExampleService(services.changes)
        self._waiting: Reply | None = None
        self._warmed = False

    # ------------------------------------------------------------------------------------------------- the record

    def messages(self, last: int = 60) -> tuple[Message, ...]:
        """The newest messages of the current conversation, oldest first."""
        return self._log.messages(last)

    def conversations(self) -> tuple[Conversation, ...]:
        """The one spoken in last comes first."""
        return self._log.conversations()

    def current(self) -> Conversation | None:
        """The conversation that new messages go to."""
        return self._log.current()

    def new_chat(self) -> Conversation:
        """Starts a new conversation."""
        self._waiting = None
        return self._log.begin()

    def open(self, uid: str) -> Conversation:
        """Goes on with an earlier conversation."""
        self._waiting = None
        return self._log.open(uid)

    def note_cut(self, unsaid: str) -> None:
        """The newest answer was cut off while it was spoken; `unsaid` is what was left of it."""
        self._log.note_cut(unsaid)

    def warm(self) -> None:
        """Gets the model ready for what may come: loads it and evaluates what every prompt starts with.

        By turns the beginning of answers and that of questions about an unsure sentence: the engine keeps both.
        Returns at once; does nothing where no model is installed.
        """
        if not self._turns.has_model():
            return
        beginning = understanding_request() if self._warmed else chat_request("", (), self._services.changes.now())
        self._warmed = not self._warmed
        self._model().warm(beginning)

    # ------------------------------------------------------------------------------------------------------ turns

    def handle(
        self,
        text: str,
        *,
        on_text: Callable[[str], None] | None = None,
        cancel: Cancellation | None = None,
        rules_only: bool = False,
        approved: bool = False,
        keep: bool = True,
        now: datetime | None = None,
        force: Force = "",
    ) -> Reply:
        """Does one turn: a request is carried out, anything else is answered by the model.

        Args:
            text: What was typed.
            on_text: Gets each new piece of an answer of the model's, in this thread.
            cancel: Stops the model; what it said until then stays.
            rules_only: Do without the model.
            approved: The person said yes beforehand to what would be asked.
            keep: Store the turn in the current conversation.
            now: The moment of speaking, aware; the clock's where None.
            force: The person said whether to ask or to add; "" leaves it to the words.

        Raises:
            InputError: ``input.empty``, ``input.long``.
            AssistantError: What the services raise; nothing was changed then.
        """
        words = cleaned(text)
        how = TurnOptions(
            on_text=on_text,
            cancel=cancel,
            rules_only=rules_only,
            approved=approved,
            keep=keep,
            now=now,
            said=words,
        )
        context = self._turns.context(now)
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not force:
            answered = self._turns.answered(waiting, words, context, how)
            if answered is not None:
                return self._noted(answered)
        if says_undo(words) and not force:
            return self._noted(self._turns.take_back(words, how))
        return self._noted(self._turns.do(forced(understand(words, context), force), how))

    def _noted(self, reply: Reply) -> Reply:
        """Remembers a question, so that the next words may answer it."""
        self._waiting = reply if reply.choices else None
        return reply

    def carry_out(
        self,
        understood: Understanding,
        *,
        on_text: Callable[[str], None] | None = None,
        cancel: Cancellation | None = None,
        keep: bool = True,
        now: datetime | None = None,
    ) -> Reply:
        """Does one turn that the person settled by hand: nothing is read from its words any more.

        What they changed is kept as an example for sentences like it.

        Raises:
            InputError: ``input.empty``, ``input.long``.
            AssistantError: What the services raise; nothing was changed then.
        """
        words = cleaned(understood.text)
        how = TurnOptions(on_text=on_text, cancel=cancel, keep=keep, now=now, said=words)
        settled = replace(understood, text=words, sure=True)
        reply = self._noted(self._turns.do(settled, how))
        if keep and not reply.error_code and self._services.settings.flag("learn_examples"):
            self._examples.learn(understand(words, self._turns.context(now)), settled)
        return reply

    def take(
        self,
        choice: Choice,
        *,
        on_text: Callable[[str], None] | None = None,
        cancel: Cancellation | None = None,
        keep: bool = True,
    ) -> Reply:
        """Carries out the answer that a person chose to a question or an approval."""
        how = TurnOptions(on_text=on_text, cancel=cancel, approved=True, keep=keep, said=choice.label)
        return self._noted(self._turns.take(choice, how))

    def alert_answer(self, words: str, alerted: Alerted) -> AlertReply:
        """What words mean that were said to reminders which are up. Writes nothing, keeps nothing."""
        return self._turns.alert_answer(words, alerted)

    def preview(self, text: str, *, edited: Understanding | None = None) -> Preview | None:
        """What the bar shows while typing. Rules only, writes nothing; None where there is nothing to read.

        With `edited` it shows that instead of what the words say: the person changed it by hand.
        """
        if not text.strip() or len(text) > MOST_CHARACTERS:
            return None
        understood = edited if edited is not None else understand(text, self._turns.context(None))
        return preview_of(understood, self._services, self._turns.now(None), self._turns.zone(None))

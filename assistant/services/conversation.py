"""The one door for words: understands them, does what they ask or lets the model answer, and keeps the record."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from assistant.config.errors import InputError
from assistant.domain.cancellation import Cancellation
from assistant.domain.conversation import Conversation, Message, MessageState, Role
from assistant.services.answering import Answering, chat_request
from assistant.services.chat_log import ChatLog
from assistant.services.ports import LanguageModel, ModelLibrary
from assistant.services.previewing import preview_of
from assistant.services.region import Region, day_first, week_start, wording_for
from assistant.services.reply import Choice, Preview, Reply, ReplyKind
from assistant.services.requests.asked import Asked, Services
from assistant.services.requests.carrying import can_carry_out, carry_out
from assistant.services.settling import Force, forced
from assistant.services.unsure import ask_or_add, filled_by_model, proved_by_store
from assistant.understanding import understand
from assistant.understanding.request import Context, Request, Route, Understanding

MOST_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How one turn is to be done: who gets the text, what stops it, what it may use."""

    on_text: Callable[[str], None] | None = None
    cancel: Cancellation | None = None
    rules_only: bool = False
    approved: bool = False
    keep: bool = True


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
        self._library = library
        self._region = region
        self._log = ChatLog(services.changes)
        self._answering = Answering(self._log, services.changes.clock.monotonic)

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
        return self._log.begin()

    def open(self, uid: str) -> Conversation:
        """Goes on with an earlier conversation."""
        return self._log.open(uid)

    def warm(self) -> None:
        """Gets the model ready for a question that may come: loads it and evaluates what every prompt starts with.

        Returns at once; does nothing where no model is installed.
        """
        if self._has_model():
            self._model().warm(chat_request("", (), self._services.changes.now()))

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
        how = Manner(on_text=on_text, cancel=cancel, rules_only=rules_only, approved=approved, keep=keep)
        words = cleaned(text)
        history = self._history() if keep else ()
        if keep:
            self._log.add(Role.PERSON, words)
        understood = forced(understand(words, self._context(now)), force)
        if not understood.sure:
            settled = self._settled(understood, how, now)
            if isinstance(settled, Reply):
                return self._kept(settled, how)
            understood = settled
        return self._turn(understood, how, now, history)

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

        Raises:
            InputError: ``input.empty``, ``input.long``.
            AssistantError: What the services raise; nothing was changed then.
        """
        how = Manner(on_text=on_text, cancel=cancel, keep=keep)
        words = cleaned(understood.text)
        history = self._history() if keep else ()
        if keep:
            self._log.add(Role.PERSON, words)
        return self._turn(replace(understood, text=words), how, now, history)

    def take(
        self,
        choice: Choice,
        *,
        on_text: Callable[[str], None] | None = None,
        cancel: Cancellation | None = None,
        keep: bool = True,
    ) -> Reply:
        """Carries out the answer that a person chose to a question or an approval."""
        how = Manner(on_text=on_text, cancel=cancel, approved=True, keep=keep)
        history = self._history() if keep else ()
        if keep:
            self._log.add(Role.PERSON, choice.label)
        if not can_carry_out(choice.request.intent):
            understood = Understanding(
                text=choice.text, requests=(choice.request,), route=Route.RULES, language=choice.language, sure=True
            )
            return self._turn(understood, how, None, history)
        asked = replace(
            self._asked(choice.request, choice.text, choice.language, Route.RULES, None, approved=True),
            targets=choice.target_uids or ((choice.target_uid,) if choice.target_uid else ()),
            recurrence_id=choice.recurrence_id,
            scope=choice.scope,
        )
        return self._kept(carry_out(self._services, asked), how)

    def preview(self, text: str, *, edited: Understanding | None = None) -> Preview | None:
        """What the bar shows while typing. Rules only, writes nothing; None where there is nothing to read.

        With `edited` it shows that instead of what the words say: the person changed it by hand.
        """
        if not text.strip() or len(text) > MOST_CHARACTERS:
            return None
        understood = edited if edited is not None else understand(text, self._context(None))
        return preview_of(understood, self._services, self._now(None), self._zone(None))

    # ---------------------------------------------------------------------------------------------------- insides

    def _now(self, now: datetime | None) -> datetime:
        return now or self._services.changes.now()

    def _zone(self, now: datetime | None) -> ZoneInfo:
        if now is not None and isinstance(now.tzinfo, ZoneInfo):
            return now.tzinfo
        return self._services.changes.zone()

    def _context(self, now: datetime | None) -> Context:
        zone = self._zone(now)
        return Context(
            now=self._now(now).astimezone(zone),
            zone=zone,
            day_first=day_first(self._services.settings, self._region),
            week_start=week_start(self._services.settings),
            lists=tuple(one.name for one in self._services.tasks.lists()),
            calendars=tuple(one.name for one in self._services.schedule.calendars()),
        )

    def _history(self) -> tuple[Message, ...]:
        return tuple(one for one in self._log.messages(20) if one.state is not MessageState.FAILED)

    def _settled(self, understood: Understanding, how: Manner, now: datetime | None) -> Understanding | Reply:
        """An unsure sentence made sure by the model; without one the person is asked. Never a guess."""
        asked = self._asked(understood.first, understood.text, understood.language, Route.RULES, now)
        if proved_by_store(self._services, asked):
            return understood
        if not how.rules_only and self._has_model():
            filled = filled_by_model(self._model(), understood, self._context(now), how.cancel)
            if filled is not None:
                return filled
        return ask_or_add(asked, understood)

    def _has_model(self) -> bool:
        name = self._services.settings.text("model")
        return any(record.name == name and record.installed for record in self._library().list())

    def _turn(self, understood: Understanding, how: Manner, now: datetime | None, history: Sequence[Message]) -> Reply:
        doable = [request for request in understood.requests if can_carry_out(request.intent)]
        if not doable:
            return self._converse(understood, how, now, history)
        replies = [self._carried(request, understood, how, now) for request in doable]
        return self._kept(_one_of(replies), how)

    def _carried(self, request: Request, understood: Understanding, how: Manner, now: datetime | None) -> Reply:
        asked = self._asked(request, understood.text, understood.language, understood.route, now, approved=how.approved)
        return carry_out(self._services, asked)

    def _asked(
        self,
        request: Request,
        text: str,
        language: str,
        route: Route,
        now: datetime | None,
        *,
        approved: bool = False,
    ) -> Asked:
        zone = self._zone(now)
        return Asked(
            request=request,
            text=text,
            language=language,
            route=route,
            now=self._now(now).astimezone(zone),
            zone=zone,
            wording=wording_for(self._services.settings, self._region, language),
            approved=approved,
        )

    def _converse(
        self, understood: Understanding, how: Manner, now: datetime | None, history: Sequence[Message]
    ) -> Reply:
        asked = self._asked(understood.first, understood.text, understood.language, understood.route, now)
        if how.rules_only:
            return self._kept(asked.answer(asked.say("rules_only"), error_code="rules.only"), how)
        if not self._has_model():
            return self._kept(asked.answer(asked.say("no_model"), error_code="model.missing"), how)
        request = chat_request(understood.text, history, asked.now)
        answer = self._answering.answer(
            self._model(), request, understood.language, keep=how.keep, on_text=how.on_text, cancel=how.cancel
        )
        return Reply(
            kind=ReplyKind.ANSWER,
            text=answer.text,
            route=Route.MODEL,
            message_uid=answer.message.uid if answer.message else None,
            stopped=answer.stopped,
            error_code=answer.error_code,
        )

    def _kept(self, reply: Reply, how: Manner) -> Reply:
        """The reply stored in the conversation, a message for each receipt."""
        if not how.keep:
            return reply
        uid = None
        sources = tuple(item.uid for item in reply.items) if reply.kind is ReplyKind.ANSWER else ()
        if len(reply.receipts) <= 1:
            receipt = reply.receipts[0] if reply.receipts else None
            failed = MessageState.FAILED if reply.error_code.startswith("model") else MessageState.COMPLETE
            uid = self._log.add(Role.ASSISTANT, reply.text, state=failed, receipt=receipt, sources=sources).uid
        else:
            for text, receipt in zip(_texts(reply), reply.receipts, strict=True):
                uid = self._log.add(Role.ASSISTANT, text, receipt=receipt).uid
        return replace(reply, message_uid=uid)


def _texts(reply: Reply) -> list[str]:
    """The text of a reply cut into one for each receipt; the first one keeps what cannot be told apart."""
    parts = reply.text.split("\n\n")
    if len(parts) == len(reply.receipts):
        return parts
    return [reply.text, *[""] * (len(reply.receipts) - 1)]


def _one_of(replies: Sequence[Reply]) -> Reply:
    """Several replies as one: a question among them leads, and what was done is in it."""
    if len(replies) == 1:
        return replies[0]
    asking = next((one for one in replies if one.kind in (ReplyKind.QUESTION, ReplyKind.APPROVAL)), None)
    lead = asking or next((one for one in replies if one.receipts), replies[0])
    return replace(
        lead,
        text="\n\n".join(one.text for one in replies),
        receipts=tuple(receipt for one in replies for receipt in one.receipts),
        items=tuple(item for one in replies for item in one.items),
    )

"""One turn of a conversation from understanding to reply: carried out, asked back, or answered by the model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from assistant.config.errors import AssistantError
from assistant.domain.cancellation import Cancellation
from assistant.domain.conversation import MessageState, Role
from assistant.services.conversation.answering import Answering, chat_request
from assistant.services.conversation.chat_log import ChatLog, Said
from assistant.services.conversation.examples import ExampleService
from assistant.services.conversation.reply import Choice, Reply, ReplyKind
from assistant.services.conversation.spoken import answer_to, spoken_in, spoken_in_journal
from assistant.services.conversation.unsure import ask_or_add, filled_by_model, proved_by_store
from assistant.services.model_ports import LanguageModel, ModelLibrary
from assistant.services.requests.asked import Asked, Services
from assistant.services.requests.carrying import can_carry_out, carry_out
from assistant.services.requests.finding import Finder
from assistant.services.undo import UndoService
from assistant.services.wording.region import Region, day_first, week_start, wording_for
from assistant.understanding import understand
from assistant.understanding.language import detect
from assistant.understanding.request import Context, Intent, Request, Route, Understanding

if TYPE_CHECKING:
    from assistant.services.reminders.answers import Alerted, AlertReply

_REMEMBERED = 20
_LOOKED_BACK = 12
_CREATING = (Intent.CREATE_EVENT, Intent.CREATE_TASK, Intent.CREATE_REMINDER)


@dataclass(slots=True, kw_only=True)
class TurnOptions:
    """How one turn is done: who gets the text, what stops it, what it may use.

    `said` is what the person said and is not in the record yet: it goes there together with a quick answer, or ahead
    of a slow one.
    """

    on_text: Callable[[str], None] | None = None
    cancel: Cancellation | None = None
    rules_only: bool = False
    approved: bool = False
    keep: bool = True
    now: datetime | None = None
    said: str | None = None


class Turns:
    """Does turns. Blocks; any thread but the one that draws."""

    def __init__(
        self,
        services: Services,
        log: ChatLog,
        model: Callable[[], LanguageModel],
        library: Callable[[], ModelLibrary],
        region: Region,
    ) -> None:
        self._services = services
        self._log = log
        self._model = model
        self._library = library
        self._region = region
        self._examples = ExampleService(services.changes)
        self._answering = Answering(log, services.changes.clock.monotonic)

    def has_model(self) -> bool:
        """True where the chosen model is installed."""
        name = self._services.settings.text("model")
        return any(record.name == name and record.installed for record in self._library().list())

    def context(self, now: datetime | None) -> Context:
        """What understanding may know."""
        zone = self.zone(now)
        with self._services.changes.store.reading() as unit:
            lists, calendars = unit.task_lists.all(), unit.calendars.all()
        return Context(
            now=self.now(now).astimezone(zone),
            zone=zone,
            day_first=day_first(self._services.settings, self._region),
            week_start=week_start(self._services.settings, self._region),
            lists=tuple(one.name for one in lists),
            calendars=tuple(one.name for one in calendars),
        )

    def alert_answer(self, words: str, alerted: Alerted) -> AlertReply:
        """What words mean that were said to reminders which are up."""
        from assistant.services.reminders.answers import read_alert_answer  # many patterns, which few commands need

        settings = self._services.settings
        wording = wording_for(settings, self._region, detect(words))
        return read_alert_answer(words, alerted, self.context(None), settings, wording)

    def now(self, now: datetime | None) -> datetime:
        """The stated moment, or the clock's."""
        return now or self._services.changes.now()

    def zone(self, now: datetime | None) -> ZoneInfo:
        """The zone of the stated moment where that is a real one, or the person's."""
        if now is not None and isinstance(now.tzinfo, ZoneInfo):
            return now.tzinfo
        return self._services.changes.zone()

    def do(self, understood: Understanding, how: TurnOptions) -> Reply:
        """Does what was understood.

        Raises:
            AssistantError: What the services raise. Nothing was changed then; what was said is in the record.
        """
        try:
            if not understood.sure:
                settled = self._settled(understood, how)
                if isinstance(settled, Reply):
                    return self._kept(settled, how)
                understood = settled
            doable = [request for request in understood.requests if can_carry_out(request.intent)]
            if not doable:
                return self._converse(understood, how)
            replies = [carry_out(self._services, self._asked(request, understood, how)) for request in doable]
            return self._kept(_one_of(replies), how)
        except AssistantError:
            self._note_said(how)
            raise

    def take_back(self, words: str, how: TurnOptions) -> Reply:
        """Undoes the latest change.

        Raises:
            AssistantError: What undo raises. Nothing was changed then; what was said is in the record.
        """
        asked = self._asked(Request(intent=Intent.CHAT, confidence=1.0), understand(words, self.context(how.now)), how)
        try:
            entry = UndoService(self._services.changes).undo()
        except AssistantError:
            self._note_said(how)
            raise
        return self._kept(asked.answer(asked.say("undone", change=asked.wording.entry(entry))), how)

    def take(self, choice: Choice, how: TurnOptions) -> Reply:
        """Does what was chosen."""
        understood = Understanding(
            text=choice.text, requests=(choice.request,), route=Route.RULES, language=choice.language, sure=True
        )
        if not can_carry_out(choice.request.intent):
            return self.do(understood, how)
        asked = replace(
            self._asked(choice.request, understood, how),
            targets=choice.target_uids or ((choice.target_uid,) if choice.target_uid else ()),
            recurrence_id=choice.recurrence_id,
            scope=choice.scope,
        )
        try:
            return self._kept(carry_out(self._services, asked), how)
        except AssistantError:
            self._note_said(how)
            raise

    def answered(self, waiting: Reply, words: str, context: Context, how: TurnOptions) -> Reply | None:
        """Does what the words choose of the question that waits; None where they are no answer to it."""
        finder = Finder(self._services.changes.store, context.zone, context.now)
        found = answer_to(waiting, words, context, finder)
        if found is None:
            return None
        if found.choice is not None:
            how.approved = True
            return self.take(found.choice, how)
        asked = self._asked(Request(intent=Intent.CHAT, confidence=1.0), understand(words, context), how)
        if found.again:
            return self._kept(replace(waiting, text=asked.say("say_yes"), message_uid=None), how)
        return self._kept(asked.answer(asked.say("left_alone")), how)

    def _settled(self, understood: Understanding, how: TurnOptions) -> Understanding | Reply:
        """An unsure sentence made sure by the model; without one the person is asked. Never a guess."""
        asked = self._asked(understood.first, understood, how)
        if proved_by_store(self._services, asked):
            return understood
        if not how.rules_only and self.has_model():
            self._note_said(how)
            learned = self._services.settings.flag("learn_examples")
            kept = self._examples.nearest(understood.text) if learned else ()
            filled = filled_by_model(self._model(), understood, self.context(how.now), how.cancel, kept)
            if filled is not None:
                return filled
        return ask_or_add(asked, understood)

    def _asked(self, request: Request, understood: Understanding, how: TurnOptions) -> Asked:
        zone = self.zone(how.now)
        return Asked(
            request=request,
            text=understood.text,
            language=understood.language,
            route=understood.route,
            now=self.now(how.now).astimezone(zone),
            zone=zone,
            wording=wording_for(self._services.settings, self._region, understood.language),
            approved=how.approved,
            # A new item with a title of its own points at nothing that was said before.
            spoken=() if request.intent in _CREATING and request.slots.title else self._spoken(how),
        )

    def _spoken(self, how: TurnOptions) -> tuple[str, ...]:
        """What the last receipts or answers were about; of a command alone, what was changed a short while ago."""
        if how.keep:
            return spoken_in(self._log.messages(_LOOKED_BACK))
        with self._services.changes.store.reading() as unit:
            latest = unit.journal.latest(1, undone=False)
        return spoken_in_journal(latest, self.now(how.now))

    def _converse(self, understood: Understanding, how: TurnOptions) -> Reply:
        asked = self._asked(understood.first, understood, how)
        from assistant.services.requests.lookups import looked_up  # most turns are no talk and do not wait for it

        known = looked_up(self._services, asked)
        if known is not None:
            return self._kept(known, how)
        if how.rules_only:
            return self._kept(asked.answer(asked.say("rules_only"), error_code="rules.only"), how)
        if not self.has_model():
            return self._kept(asked.answer(asked.say("no_model"), error_code="model.missing"), how)
        # A sentence that the model looked at before is in the record already; it stands in the prompt once.
        before = self._log.messages(_REMEMBERED) if how.keep else ()
        if before and how.said is None and before[-1].role is Role.PERSON:
            before = before[:-1]
        history = [one for one in before if one.state is not MessageState.FAILED]
        self._note_said(how)
        answer = self._answering.answer(
            self._model(),
            chat_request(understood.text, history, asked.now),
            understood.language,
            keep=how.keep,
            on_text=how.on_text,
            cancel=how.cancel,
        )
        return Reply(
            kind=ReplyKind.ANSWER,
            text=answer.text,
            route=Route.MODEL,
            message_uid=answer.message.uid if answer.message else None,
            stopped=answer.stopped,
            error_code=answer.error_code,
        )

    def _note_said(self, how: TurnOptions) -> None:
        if how.keep and how.said is not None:
            self._log.add(Role.PERSON, how.said)
            how.said = None

    def _kept(self, reply: Reply, how: TurnOptions) -> Reply:
        """The reply stored in the conversation, a message for each receipt, after what was said."""
        if not how.keep:
            return reply
        said = [Said(role=Role.PERSON, text=how.said)] if how.said is not None else []
        how.said = None
        messages = self._log.add_all([*said, *_told(reply)])
        return replace(reply, message_uid=messages[-1].uid)


def _told(reply: Reply) -> list[Said]:
    """The messages of a reply: one for each receipt, or the only one."""
    if len(reply.receipts) > 1:
        parts = reply.text.split("\n\n")
        if len(parts) != len(reply.receipts):
            parts = [reply.text, *[""] * (len(reply.receipts) - 1)]
        return [
            Said(role=Role.ASSISTANT, text=text, receipt=receipt)
            for text, receipt in zip(parts, reply.receipts, strict=True)
        ]
    failed = MessageState.FAILED if reply.error_code.startswith("model") else MessageState.COMPLETE
    sources = tuple(item.uid for item in reply.items) if reply.kind is ReplyKind.ANSWER else ()
    receipt = reply.receipts[0] if reply.receipts else None
    return [Said(role=Role.ASSISTANT, text=reply.text, state=failed, receipt=receipt, sources=sources)]


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

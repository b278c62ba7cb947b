"""Makes entries of what the services say: stored messages and live replies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from assistant.config.errors import AssistantError
from assistant.desktop.chat import telling
from assistant.desktop.chat.answer import Said
from assistant.desktop.chat.approval_card import ApprovalCard
from assistant.desktop.chat.cut_note import CutNote
from assistant.desktop.chat.entries import AnswerEntry, DayEntry, Entry, PersonEntry
from assistant.desktop.chat.notices import NO_MODEL, ErrorCard, NoModelCard, details, sentence
from assistant.desktop.chat.question_card import QuestionCard
from assistant.desktop.chat.receipt_card import ReceiptCard
from assistant.desktop.desk import Desk
from assistant.domain.conversation import Message, MessageState, Receipt, ReceiptItem, Role
from assistant.services.conversation.reply import Choice, Reply, ReplyKind
from assistant.services.wording.phrases import without_sources


class ReceiptEntry(Entry):
    """A receipt, undone or not."""

    def __init__(self, receipt: Receipt, desk: Desk, wire: Callable[[ReceiptEntry, ReceiptCard], None]) -> None:
        super().__init__(self._card)
        self.receipt = receipt
        self._desk = desk
        self._wire = wire

    def _card(self, parent: QWidget) -> QWidget:
        card = ReceiptCard(self.receipt, self._desk, parent)
        self._wire(self, card)
        return card

    def set_undone(self, undone: object) -> None:
        """Takes over what the journal says."""
        self.receipt = replace(self.receipt, undone=bool(undone))
        if isinstance(self.widget, ReceiptCard):
            self.widget.set_undone(undone)

    def tell(self, note: str) -> None:
        """Says why nothing happened."""
        if isinstance(self.widget, ReceiptCard):
            self.widget.tell(note)


class ApprovalEntry(Entry):
    """A question of yes or no about many changes. Once settled it stays so, alive or not."""

    def __init__(self, reply: Reply, desk: Desk, wire: Callable[[ApprovalEntry, ApprovalCard], None]) -> None:
        super().__init__(self._card)
        self.reply = reply
        self._desk = desk
        self._wire = wire
        self._note = ""

    def _card(self, parent: QWidget) -> QWidget:
        card = ApprovalCard(self.reply, self._desk, parent)
        if self._note:
            card.settle(self._note)
        self._wire(self, card)
        return card

    def settle(self, note: str) -> None:
        """It was answered."""
        self._note = note
        if isinstance(self.widget, ApprovalCard):
            self.widget.settle(note)


class QuestionEntry(Entry):
    """A question with buttons."""

    def __init__(self, reply: Reply, wire: Callable[[QuestionEntry, QuestionCard], None]) -> None:
        super().__init__(self._card)
        self.reply = reply
        self._wire = wire
        self._taken: Choice | None = None
        self._settled = False

    def _card(self, parent: QWidget) -> QWidget:
        card = QuestionCard(self.reply.text, self.reply.choices, parent)
        if self._settled:
            card.settle(self._taken)
        self._wire(self, card)
        return card

    def settle(self, taken: Choice | None) -> None:
        """It was answered, or something else was said."""
        self._taken, self._settled = taken, True
        if isinstance(self.widget, QuestionCard):
            self.widget.settle(taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wires:
    """Where the cards lead."""

    receipt: Callable[[ReceiptEntry, ReceiptCard], None]
    approval: Callable[[ApprovalEntry, ApprovalCard], None]
    question: Callable[[QuestionEntry, QuestionCard], None]
    go_on: Callable[[], None]
    open_items: Callable[[tuple[ReceiptItem, ...]], None]
    open_sources: Callable[[tuple[str, ...]], None]
    pick_model: Callable[[], None]
    retry: Callable[[str], None]
    drop: Callable[[Entry], None]
    say_rest: Callable[[str], None]


class Cast:
    """Turns values into entries."""

    def __init__(self, desk: Desk, wires: Wires) -> None:
        self._desk = desk
        self._wires = wires

    def of_messages(self, messages: tuple[Message, ...]) -> list[Entry]:
        """Stored messages, with a divider before each new day."""
        entries: list[Entry] = []
        zone = self._desk.assistant.clock.zone()
        day = None
        for message in messages:
            on = message.created_at.astimezone(zone).date()
            if on != day:
                day = on
                entries.append(DayEntry(on, self._desk))
            entries += self.of_message(message)
        return entries

    def of_message(self, message: Message) -> list[Entry]:
        """One stored message, and below it that it was cut off."""
        cut = [self.of_cut(message.unsaid)] if message.unsaid is not None else []
        return [*self._of_message(message), *cut]

    def of_cut(self, unsaid: str) -> Entry:
        """The line that an answer was cut off while it was spoken."""

        def make(parent: QWidget) -> QWidget:
            note = CutNote(unsaid, parent)
            note.restWanted.connect(lambda: self._wires.say_rest(unsaid))
            return note

        return Entry(make)

    def _of_message(self, message: Message) -> list[Entry]:
        if message.role == Role.PERSON:
            return [PersonEntry(message.text)]
        if message.receipt is not None:
            return [ReceiptEntry(message.receipt, self._desk, self._wires.receipt)]
        if message.state == MessageState.FAILED:
            return self._failed(message.text, "", "")
        text, where = without_sources(message.text)
        line = telling.counted(where, len(message.sources)) if where and message.sources else where
        said = Said(text, sources=line, stopped=message.state == MessageState.STOPPED)
        uids = message.sources
        return [AnswerEntry(said, self._wires.go_on, lambda: self._wires.open_sources(uids))]

    def of_reply(self, reply: Reply, asked: str) -> list[Entry]:
        """What came of a turn; `asked` is said again by "Try again"."""
        entries: list[Entry] = [ReceiptEntry(r, self._desk, self._wires.receipt) for r in reply.receipts]
        if reply.kind == ReplyKind.RECEIPT and entries:
            return entries
        if reply.kind == ReplyKind.APPROVAL:
            return [*entries, ApprovalEntry(reply, self._desk, self._wires.approval)]
        if reply.kind == ReplyKind.QUESTION and reply.choices:
            return [*entries, QuestionEntry(reply, self._wires.question)]
        if reply.error_code == NO_MODEL:
            return [*entries, self._no_model()]
        if reply.error_code and reply.error_code.split(".")[0] in ("model", "engine"):
            return [*entries, *self._failed(reply.text, reply.error_code, asked)]
        text, where = without_sources(reply.text)
        line = telling.counted(where, len(reply.items)) if where and reply.items else where
        said = Said(text, sources=line, stopped=reply.stopped)
        items = reply.items
        return [*entries, AnswerEntry(said, self._wires.go_on, lambda: self._wires.open_items(items))]

    def of_error(self, error: AssistantError, said: str, asked: str) -> list[Entry]:
        """A turn that failed; `said` is what had come until then."""
        before: list[Entry] = []
        if said.strip():
            before.append(AnswerEntry(Said(said, stopped=False), self._wires.go_on, lambda: None))
        if error.code == NO_MODEL:
            return [*before, self._no_model()]
        return [*before, self._error(sentence(error), details(error), asked)]

    def _failed(self, text: str, code: str, asked: str) -> list[Entry]:
        """The services put the reason below what was said."""
        partial, _, reason = text.rpartition("\n\n")
        before: list[Entry] = [AnswerEntry(Said(partial), self._wires.go_on, lambda: None)] if partial else []
        return [*before, self._error(reason, f"{code}\n{reason}".strip(), asked)]

    def _error(self, text: str, told: str, asked: str) -> Entry:
        def make(parent: QWidget) -> QWidget:
            card = ErrorCard(text, told, parent, retry=bool(asked))
            card.retryWanted.connect(lambda: self._wires.retry(asked))
            return card

        return Entry(make)

    def _no_model(self) -> Entry:
        def make(parent: QWidget) -> QWidget:
            card = NoModelCard(parent)
            card.pickWanted.connect(self._wires.pick_model)
            card.closed.connect(lambda: self._wires.drop(entry))
            return card

        entry = Entry(make)
        return entry

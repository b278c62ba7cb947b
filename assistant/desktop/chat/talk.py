"""Leads the conversation of the pane: what the person says goes to the services, what comes back into the column."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from assistant.desktop.chat.asking import Asking
from assistant.desktop.chat.cast import Cast, QuestionEntry, Wires
from assistant.desktop.chat.column import Column
from assistant.desktop.chat.entries import DayEntry, Entry, PersonEntry
from assistant.desktop.chat.record import Record
from assistant.desktop.chat.turn import Work
from assistant.desktop.chat.turns import Turns
from assistant.desktop.chat.undoing import Undoing
from assistant.desktop.chat.ways import Ways
from assistant.desktop.desk import Desk
from assistant.services.conversation.reply import Choice, Preview, Reply
from assistant.services.conversation.settling import Force
from assistant.understanding.request import Understanding

_FORCES: dict[str, Force] = {"ask": "ask", "add": "add"}


class Talk(QObject):
    """Belongs to one column.

    Signals:
        changed(): the column may have become empty, or stopped being so.
        busyChanged(bool): an answer is being made, or is done.
        grew(str), ended(object): see `Turns`.
        restWanted(str): say aloud what was left unsaid of an answer.
    """

    changed = Signal()
    busyChanged = Signal(bool)
    grew = Signal(str)
    ended = Signal(object)
    restWanted = Signal(str)

    def __init__(self, desk: Desk, column: Column, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = column
        self._pane = parent
        self._waiting: list[tuple[str, Understanding | None, str]] = []
        self._ways = Ways(desk)
        self._undoing = Undoing(desk, column, self)
        self._asking = Asking(self)
        self._asking.taken.connect(self._take)
        self._cast = cast = Cast(desk, self._wires())
        self._record = Record(desk, column, cast, self)
        self._record.loaded.connect(self._undoing.look)
        self._record.loaded.connect(self.changed)
        self._record.loaded.connect(self._say_what_waited)
        self._turns = Turns(desk, column, cast, self._go_on, self)
        self._turns.busyChanged.connect(self.busyChanged)
        self._turns.arrived.connect(self._arrived)
        self._turns.grew.connect(self.grew)
        self._turns.ended.connect(self.ended)

    def _wires(self) -> Wires:
        return Wires(
            receipt=self._undoing.wire,
            approval=self._asking.wire_approval,
            question=self._asking.wire_question,
            go_on=self._go_on,
            open_items=self._ways.open_items,
            open_sources=self._ways.open_sources,
            pick_model=lambda: self._desk.settingsWanted.emit("model"),
            retry=lambda text: self.say(text, None, ""),
            drop=self._drop,
            say_rest=self.restWanted.emit,
        )

    # ------------------------------------------------------------------ the record

    def load(self) -> None:
        """Shows the stored messages; not while a turn is under way, whose cards are newer than the record."""
        if not self._turns.under_way:
            self._record.load()

    def begin(self) -> None:
        """A new conversation."""
        self.stop()
        self._record.begin()

    def open(self, uid: str) -> None:
        """Goes on with an earlier conversation."""
        self.stop()
        self._record.open(uid)

    # ------------------------------------------------------------------ saying

    def say(self, text: str, edited: Understanding | None, force: str) -> None:
        """One turn. An item that is certain is added beside an answer that is being made, not behind it."""
        if self._record.loading:
            self._waiting.append((text, edited, force))
            return
        self._add(PersonEntry(text))
        work = self._work(text, edited, force)
        if not self._turns.under_way or force == "ask":
            self._turns.start(work, text)
        elif edited is not None and edited.first.writes:
            self._turns.start(work, text, lane="beside")
        else:
            self._start_where_it_fits(text, work)

    def _say_what_waited(self) -> None:
        waiting, self._waiting = self._waiting, []
        for text, edited, force in waiting:
            self.say(text, edited, force)

    def _work(self, text: str, edited: Understanding | None, force: str) -> Work:
        conversation = self._desk.assistant.conversation
        if edited is not None:
            return lambda on_text, cancel: conversation.carry_out(edited, on_text=on_text, cancel=cancel)
        wanted = _FORCES.get(force, "")
        return lambda on_text, cancel: conversation.handle(text, on_text=on_text, cancel=cancel, force=wanted)

    def _start_where_it_fits(self, text: str, work: Work) -> None:
        conversation = self._desk.assistant.conversation

        def start(preview: Preview | None) -> None:
            certain = preview is not None and preview.understanding.sure and preview.understanding.first.writes
            self._turns.start(work, text, lane="beside" if certain else "turn")

        self._desk.background.run(lambda: conversation.preview(text), start, owner=self)

    def stop(self) -> None:
        """Stops what is under way."""
        self._turns.stop()

    def note_cut(self, unsaid: str) -> None:
        """The newest answer was cut off while it was spoken."""
        self._column.append(self._cast.of_cut(unsaid))
        self._column.to_end()
        conversation = self._desk.assistant.conversation
        self._desk.background.run(lambda: conversation.note_cut(unsaid), owner=self)

    def _go_on(self) -> None:
        self.say(self.tr("Continue"), None, "ask")

    def _take(self, choice: Choice) -> None:
        conversation = self._desk.assistant.conversation
        self._add(PersonEntry(choice.label))
        self._turns.start(
            lambda on_text, cancel: conversation.take(choice, on_text=on_text, cancel=cancel),
            choice.text or choice.label,
        )

    def _add(self, entry: Entry) -> None:
        today = self._desk.now().date()
        days = [one.day for one in self._column.entries if isinstance(one, DayEntry)]
        if not days or days[-1] != today:
            self._column.append(DayEntry(today, self._desk))
        for one in self._column.entries:
            if isinstance(one, QuestionEntry):
                one.settle(None)
        self._column.append(entry)
        self._column.to_end()
        self.changed.emit()

    def _drop(self, entry: Entry) -> None:
        self._column.replace(entry, ())
        self.changed.emit()

    # ------------------------------------------------------------------ hearing

    def _arrived(self, reply: Reply, entries: tuple[Entry, ...]) -> None:
        if reply.receipts:
            self._ways.toast(reply.receipts[-1])
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._pane, reply.text))
        self._asking.focus(entries)

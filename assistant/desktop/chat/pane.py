"""The chat: what was said, what was done about it, and what is being said."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.chat.column import Column
from assistant.desktop.chat.empty import EmptyChat
from assistant.desktop.chat.history import HistoryPopover
from assistant.desktop.chat.talk import Talk
from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme
from assistant.domain.conversation import Conversation
from assistant.understanding.request import Understanding


class ChatPane(QWidget):
    """Header, column, and the empty state in its place.

    Signals:
        fillWanted(str): put this into the bar.
        busyChanged(bool): an answer is being made, or is done.
        answerGrew(str): the answer so far.
        answered(object): the Reply to what was said last, or None where that failed.
        restWanted(str): say aloud what was left unsaid of an answer.
    """

    fillWanted = Signal(str)
    busyChanged = Signal(bool)
    answerGrew = Signal(str)
    answered = Signal(object)
    restWanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._column = Column(self)
        self._empty = EmptyChat(self)
        self._talk = Talk(desk, self._column, self)
        self._title = QLabel(self)
        self._title.setProperty("look", "title")
        self._history, self._new = QToolButton(self), QToolButton(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header())
        layout.addWidget(self._stack, 1)
        self._history.clicked.connect(self._ask_history)
        self._new.clicked.connect(self.new_chat)
        self._empty.picked.connect(self.fillWanted)
        self._talk.busyChanged.connect(self.busyChanged)
        self._talk.grew.connect(self.answerGrew)
        self._talk.ended.connect(self.answered)
        self._talk.restWanted.connect(self.restWanted)
        self._talk.changed.connect(self._show)
        theme().changed.connect(self._draw)
        self.retranslate()
        self._talk.load()

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setFixedHeight(theme().size("paneHeader"))
        row = QHBoxLayout(header)
        space = theme().space(4)
        row.setContentsMargins(space, 0, space - 6, 0)
        row.setSpacing(2)
        row.addWidget(self._title, 1)
        for button in (self._history, self._new):
            button.setProperty("look", "icon")
            row.addWidget(button)
        return header

    # ------------------------------------------------------------------ what the window calls

    def submit(self, text: str, edited: object = None, force: str = "") -> None:
        """Says something for the person: one turn. `edited` is an Understanding settled by hand, or None."""
        self._talk.say(text, edited if isinstance(edited, Understanding) else None, force)

    def stop(self) -> None:
        """Stops the answer that is being made; what was said stays."""
        self._talk.stop()

    def note_cut(self, unsaid: str) -> None:
        """The answer was cut off while it was spoken; `unsaid` is what was left of it."""
        self._talk.note_cut(unsaid)

    def new_chat(self) -> None:
        """Starts a new conversation. The old one stays in the history."""
        self._talk.begin()

    def open_chat(self, uid: str) -> None:
        """Goes on with an earlier conversation."""
        self._talk.open(uid)

    def retranslate(self) -> None:
        """Asks for all words again."""
        self._title.setText(self.tr("Chat"))
        for button, text in ((self._history, self.tr("Earlier chats")), (self._new, self.tr("New chat"))):
            button.setAccessibleName(text)
            button.setToolTip(text)
        self._new.setToolTip(self.tr("New chat (Ctrl+N)"))
        self._column.setAccessibleName(self.tr("Messages"))
        self._empty.retranslate()
        self._column.retranslate()
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language; the column is written anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._talk.load()

    # ------------------------------------------------------------------ inside

    def _draw(self) -> None:
        self._history.setIcon(icon("history"))
        self._new.setIcon(icon("square-pen"))

    def _show(self) -> None:
        self._stack.setCurrentWidget(self._column if self._column.entries else self._empty)

    def _ask_history(self) -> None:
        conversation = self._desk.assistant.conversation
        self._desk.background.run(conversation.conversations, self._show_history, owner=self)

    def _show_history(self, conversations: tuple[Conversation, ...]) -> None:
        popover = HistoryPopover(self, conversations, self._desk.wording, self._desk.now().date())
        popover.chosen.connect(self._talk.open)
        popover.closed.connect(lambda: self._history.setFocus(Qt.FocusReason.PopupFocusReason))
        popover.open_at(self._history, above=False)
        popover.begin()

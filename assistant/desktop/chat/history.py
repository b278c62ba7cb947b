"""The list of earlier conversations."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from assistant.desktop.dock.popover import Hanging
from assistant.desktop.theme import theme
from assistant.domain.conversation import Conversation
from assistant.services.wording.times import Wording

_MOST_ROWS = 8


class HistoryPopover(Hanging):
    """Newest first; Enter or a click opens one.

    Signals:
        chosen(str): uid of a conversation.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, conversations: tuple[Conversation, ...], wording: Wording, today: date) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("Earlier chats"), self)
        heading.setProperty("look", "smallStrong")
        self.inside.addWidget(heading)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Earlier chats"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for conversation in conversations:
            title = conversation.title or self.tr("Untitled chat")
            day = wording.day(conversation.updated_at.date(), today)
            item = QListWidgetItem(self.tr("{title} · {day}").format(title=title, day=day))
            item.setToolTip(title)
            item.setData(Qt.ItemDataRole.UserRole, conversation.uid)
            self._list.addItem(item)
        self._list.itemClicked.connect(self._open)
        row = theme().size("hitMin")
        self._list.setFixedSize(theme().fixed("chatMin"), min(_MOST_ROWS, max(1, len(conversations))) * row + 4)
        self.inside.addWidget(self._list)
        if not conversations:
            self._list.hide()
            self.inside.addWidget(QLabel(self.tr("No earlier chats."), self))

    def begin(self) -> None:
        """Puts the keyboard on the newest."""
        self._list.setFocus()
        self._list.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        item = self._list.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._open(item)
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
        self.dismiss()

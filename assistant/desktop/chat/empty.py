"""What an empty chat says: one line, and three examples to start from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assistant.desktop.chat.cards import wrapped
from assistant.desktop.theme import theme


class EmptyChat(QWidget):
    """Stands in place of the column while there is nothing in it.

    Signals:
        picked(str): an example; it fills the bar and is not sent.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        space = theme().space(4)
        self._layout.setContentsMargins(space, space, space, space)
        self._layout.setSpacing(theme().space(2))
        self._parts: list[QWidget] = []
        self._layout.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        """Asks for its words again."""
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [wrapped(self.tr("What can I take off your mind?"), self, "title")]
        for text in (
            self.tr("Remind me to call the dentist tomorrow at 3pm"),
            self.tr("Lunch with Mom on Friday at noon"),
            self.tr("What does my week look like?"),
        ):
            button = QPushButton(text, self)
            button.setProperty("look", "example")
            button.setAccessibleName(self.tr("Use this example: {text}").format(text=text))
            button.clicked.connect(lambda _checked=False, text=text: self.picked.emit(text))
            self._parts.append(button)
        for part in self._parts:
            self._layout.addWidget(part)
            part.show()

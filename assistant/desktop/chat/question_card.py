"""A question with its answers as buttons."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assistant.desktop.chat.answer import AnswerView, Said
from assistant.desktop.dock.flow import FlowLayout
from assistant.desktop.theme import repolish, theme
from assistant.services.conversation.reply import Choice


class QuestionCard(QWidget):
    """Text as an answer, then a button for each choice; one can be taken, once.

    Signals:
        chosen(Choice)
    """

    chosen = Signal(object)

    def __init__(self, text: str, choices: tuple[Choice, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().space(2))
        layout.addWidget(AnswerView(Said(text), self))
        row = QWidget(self)
        flow = FlowLayout(row, gap=6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        self._buttons: list[tuple[Choice, QPushButton]] = []
        for choice in choices:
            button = QPushButton(choice.label, row)
            button.setProperty("look", "small")
            button.clicked.connect(lambda _checked=False, choice=choice: self.chosen.emit(choice))
            flow.addWidget(button)
            self._buttons.append((choice, button))
        layout.addWidget(row)

    def settle(self, taken: Choice | None) -> None:
        """Marks the one that was taken; none can be pressed any more."""
        for choice, button in self._buttons:
            button.setEnabled(False)
            if choice is taken:
                button.setProperty("tone", "chosen")
                repolish(button)

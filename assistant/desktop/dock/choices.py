"""The row of buttons that answer the bar's question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from assistant.desktop.dock.flow import FlowLayout
from assistant.desktop.dock.question import Option, Question


class Choices(QWidget):
    """At most three buttons; the first is marked, because Enter takes it.

    Signals:
        chosen(Option): a button was pressed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=6)
        self._question: Question | None = None
        self.buttons: list[QPushButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def ask(self, question: Question | None) -> None:
        """Shows the answers to this question, or nothing."""
        self.setVisible(question is not None)
        if question == self._question:
            return
        self._question = question
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for number, option in enumerate(question.options if question is not None else ()):
            self.buttons.append(self._button(option, likeliest=number == 0))
        self.updateGeometry()

    def _button(self, option: Option, *, likeliest: bool) -> QPushButton:
        button = QPushButton(option.label, self)
        button.setProperty("look", "small")
        button.setProperty("tone", "chosen" if likeliest else "")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        asked = self._question.text if self._question is not None else ""
        button.setAccessibleName(self.tr("{question} {answer}").format(question=asked, answer=option.label))
        button.clicked.connect(lambda: self.chosen.emit(option))
        self._flow.addWidget(button)
        button.show()
        return button

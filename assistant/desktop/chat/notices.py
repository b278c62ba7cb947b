"""Cards that say what is missing or went wrong: what happened, what is safe, one thing to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from assistant.config.errors import AssistantError
from assistant.desktop.chat.cards import Card, Glyph, wrapped
from assistant.desktop.chat.prose import ProseView
from assistant.desktop.theme import theme

_ICON = 16
NO_MODEL = "model.missing"


class NoModelCard(Card):
    """Offers to pick a model.

    Signals:
        pickWanted(): open the choice of models.
        closed(): not now.
    """

    pickWanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.addWidget(wrapped(self.tr("No model is set up. Calendar, tasks and reminders work as usual."), self))
        pick = QPushButton(self.tr("Pick a model"), self)
        pick.setProperty("look", "small")
        pick.clicked.connect(self.pickWanted)
        later = QPushButton(self.tr("Not now"), self)
        later.setProperty("look", "small")
        later.clicked.connect(self.closed)
        self.body.addSpacing(theme().space(1))
        self.body.addLayout(_row(pick, later))


class ErrorCard(Card):
    """Says what happened; the details open below and can be copied.

    Signals:
        retryWanted(): do the same again.
    """

    retryWanted = Signal()

    def __init__(self, text: str, details: str, parent: QWidget | None = None, *, retry: bool = True) -> None:
        super().__init__(parent, tone="danger")
        self._text = details
        row = QHBoxLayout()
        row.setSpacing(theme().space(2))
        row.addWidget(Glyph("circle-alert", "danger.text", self, _ICON))
        row.addWidget(wrapped(text, self), 1)
        self.body.addLayout(row)
        again = QPushButton(self.tr("Try again"), self)
        again.setProperty("look", "small")
        again.clicked.connect(self.retryWanted)
        again.setVisible(retry)
        more = QPushButton(self.tr("Details"), self)
        more.setProperty("look", "small")
        more.clicked.connect(self._toggle)
        self._copy = QPushButton(self.tr("Copy details"), self)
        self._copy.setProperty("look", "small")
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        self._copy.hide()
        self._details = ProseView(self, font="mono")
        self._details.show_plain(self._text)
        self._details.hide()
        self.body.addSpacing(theme().space(1))
        self.body.addLayout(_row(again, more, self._copy))
        self.body.addWidget(self._details)

    def _toggle(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._copy.setVisible(shown)


def sentence(error: AssistantError) -> str:
    """What happened and what is safe, in the interface's language."""
    translate = QCoreApplication.translate
    known = {
        "model.damaged": translate("ChatErrors", "The model file is damaged. Your data is not affected."),
        "model.memory": translate(
            "ChatErrors",
            "The model could not start: not enough free memory (needs {needed}, {free} free). Everything else works.",
        ),
        "model.failed": translate("ChatErrors", "The model could not start. Everything else works."),
        "model.offline": translate("ChatErrors", "You are offline, so the model could not be fetched."),
        "engine.died": translate(
            "ChatErrors", "The model stopped in the middle of the answer. What it had said is kept; your data is safe."
        ),
        "engine.failed": translate("ChatErrors", "The model could not start. Everything else works."),
        "turn.fault": translate("ChatErrors", "Something went wrong inside the program. Your data is safe."),
        "store.full": translate("ChatErrors", "The disk is full. Your last change is not saved."),
        "store.locked": translate(
            "ChatErrors", "Your data is busy. The last change is not saved; nothing else is lost."
        ),
        "store.readonly": translate(
            "ChatErrors", "Your data can only be read right now. The last change is not saved."
        ),
    }
    found = known.get(error.code)
    if found is None:
        return error.message
    try:
        return found.format(**error.facts)
    except (KeyError, IndexError):
        return error.message


def details(error: AssistantError) -> str:
    """Code, English sentence and facts, for a report."""
    lines = [error.code, error.message]
    lines += [f"{name}: {value}" for name, value in error.facts.items() if name != "partial"]
    return "\n".join(lines)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row

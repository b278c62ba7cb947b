"""What stands in the chat, as values that can make their widget again: only some of them are alive at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from assistant.desktop.chat.answer import AnswerView, Said
from assistant.desktop.chat.bubble import Bubble
from assistant.desktop.desk import Desk

Maker = Callable[[QWidget], QWidget]


class Entry:
    """One thing in the column. `make` builds its widget; `widget` is the one that is alive now, if any."""

    def __init__(self, make: Maker) -> None:
        self._make = make
        self.widget: QWidget | None = None

    def build(self, parent: QWidget) -> QWidget:
        """Makes the widget anew."""
        self.widget = self._make(parent)
        return self.widget

    def release(self) -> None:
        """The widget is gone; what it showed stays here."""
        self.widget = None


class DayEntry(Entry):
    """The divider before the first message of a day."""

    def __init__(self, day: date, desk: Desk) -> None:
        super().__init__(self._label)
        self.day = day
        self._desk = desk

    def _label(self, parent: QWidget) -> QWidget:
        label = QLabel(self._desk.wording.day(self.day, self._desk.now().date()), parent)
        label.setProperty("look", "day")
        return label


class PersonEntry(Entry):
    """What the person said."""

    def __init__(self, text: str) -> None:
        super().__init__(lambda parent: Bubble(text, parent))
        self.text = text


class AnswerEntry(Entry):
    """What the assistant said; it may be growing."""

    def __init__(self, said: Said, on_continue: Callable[[], None], on_sources: Callable[[], None]) -> None:
        super().__init__(self._view)
        self.said = said
        self._on_continue = on_continue
        self._on_sources = on_sources

    def _view(self, parent: QWidget) -> QWidget:
        view = AnswerView(self.said, parent)
        view.continueWanted.connect(lambda: self._on_continue())
        view.sourcesWanted.connect(lambda: self._on_sources())
        return view

    def say(self, said: Said) -> None:
        """Takes over the newest state, on screen or not."""
        self.said = said
        if isinstance(self.widget, AnswerView):
            self.widget.show_said(said)

    def become(self, other: AnswerEntry) -> None:
        """Ends as another answer: its words, and where its buttons lead."""
        self._on_continue, self._on_sources = other._on_continue, other._on_sources
        self.say(other.said)

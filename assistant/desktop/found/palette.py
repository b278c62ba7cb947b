"""Search and commands: one line to type into, results under it while typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from assistant.desktop.chat.cards import Glyph
from assistant.desktop.desk import Desk
from assistant.desktop.found.line_list import LineList
from assistant.desktop.found.lines import Line, of_results
from assistant.desktop.found.overlay import Overlay
from assistant.desktop.theme import theme
from assistant.services.search import SearchResult

_PAUSE = 60
_MOST = 6


@dataclass(frozen=True, slots=True)
class Command:
    """Something the window can do, by its name; `keys` is its shortcut for the reader."""

    name: str
    icon: str
    keys: str
    do: Callable[[], None]


class Palette(Overlay):
    """Results come from the background; the newest text wins.

    Signals:
        opened(SearchResult): a result was chosen.
        asked(str): the text shall be asked instead.
    """

    opened = Signal(object)
    asked = Signal(str)

    def __init__(self, desk: Desk, commands: Sequence[Command], over: QWidget) -> None:
        super().__init__(over, self.tr("Search"))
        self._desk = desk
        self._commands = tuple(commands)
        self._latest = 0
        self.line = QLineEdit(self)
        self.line.setProperty("look", "bare")
        self.line.setPlaceholderText(self.tr("Search events, tasks, reminders and chats"))
        self.line.setAccessibleName(self.tr("Search"))
        self.line.installEventFilter(self)
        row = QHBoxLayout()
        row.setSpacing(theme().space(2))
        row.addWidget(Glyph("search", "text.secondary", self, theme().size("icon")))
        row.addWidget(self.line, 1)
        self.inside.addLayout(row)
        self.list = LineList(self)
        self.list.setAccessibleName(self.tr("Results"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside.addWidget(self.list, 1)
        self._hint = QLabel(self.tr("Narrow down with from: to: list: calendar: tag: is:done is:overdue"), self)
        self._hint.setProperty("look", "caption")
        self._hint.setWordWrap(True)
        self.inside.addWidget(self._hint)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._search)
        self.line.textChanged.connect(lambda _text: self._timer.start())
        self.list.taken.connect(self._take)

    def begin(self, text: str = "") -> None:
        """Shows it with the keyboard in the line."""
        self.line.setText(text)
        self.open()
        self._show(())
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter go to the list while the line is typed into."""
        if watched is self.line and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        """Takes the current line; what was typed a moment ago is looked for first."""
        if self._timer.isActive():
            self._timer.stop()
            self._search(then_take=True)
        else:
            self.list.take_current()

    def _search(self, *, then_take: bool = False) -> None:
        text = self.line.text().strip()
        self._latest += 1
        mine = self._latest
        if not text or text.startswith(">"):
            self._show(())
            if then_take:
                self.list.take_current()
            return
        search = self._desk.assistant.search

        def arrived(found: tuple[SearchResult, ...]) -> None:
            if mine == self._latest and not self.isHidden():
                self._show(found)
                if then_take:
                    self.list.take_current()

        self._desk.background.run(lambda: search.search(text, most=_MOST), arrived, lane="search", owner=self)

    def _show(self, found: Sequence[SearchResult]) -> None:
        text = self.line.text().strip()
        lines = of_results(found, self._desk.wording, self._desk.now().date(), self._open)
        lines += self._of_commands(text)
        if text and not text.startswith(">"):
            if not lines:
                lines.append(Line(text=self.tr("No match for “{text}”.").format(text=text)))
            name = self.tr("Ask: {text}").format(text=text)
            lines.append(Line(text=name, key="ask", icon="sparkles", act=lambda: self.asked.emit(text)))
        self.list.show_lines(lines, [word for word in text.split() if ":" not in word])
        self._hint.setVisible(not text)
        margins = self.inside.contentsMargins()
        above = self.line.sizeHint().height() + margins.top() + margins.bottom() + theme().space(2)
        hint = 0 if text else self._hint.sizeHint().height() + theme().space(2)
        self.wish(above + hint + self.list.height_of_all())

    def _of_commands(self, text: str) -> list[Line]:
        wanted = text.lstrip("> ").casefold()
        fitting = [one for one in self._commands if not text or wanted in one.name.casefold()]
        if not fitting:
            return []
        lines = [
            Line(text=one.name, key=f"command {one.name}", icon=one.icon, side=one.keys, act=one.do) for one in fitting
        ]
        return [Line(text=self.tr("Commands")), *lines]

    def _open(self, found: SearchResult) -> None:
        self.opened.emit(found)

    def _take(self, line: Line) -> None:
        self.dismiss()
        if line.act is not None:
            line.act()

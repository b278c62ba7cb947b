"""What a line for a new task is understood as, shown under it while it is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.dock.chip_bar import ChipButton
from assistant.desktop.dock.chips import Chip, describe
from assistant.desktop.dock.edits import ChipKind
from assistant.desktop.dock.flow import FlowLayout
from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.quick_add import Adding, task_preview
from assistant.desktop.theme import theme
from assistant.services.conversation.reply import Preview
from assistant.services.requests.creating import estimate

_GAP = 4
# The line itself shows the words; that it makes a task needs no saying.
_UNSAID = (ChipKind.TYPE, ChipKind.TITLE)


class QuickChips(QWidget):
    """Floats under the line, in its list; it takes neither keys nor clicks."""

    def __init__(self, desk: Desk, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._desk = desk
        self._viewport = viewport
        self._lines = 0
        self._editor: QLineEdit | None = None
        self._adding = Adding()
        self.board = Board(children={})
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = QWidget(self)
        self._flow = FlowLayout(self._inside, gap=theme().space(1))
        self._buttons: list[ChipButton] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(theme().duration("parseDebounce"))
        self._pause.timeout.connect(self._ask)
        self.hide()

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What is shown."""
        return tuple(button.chip for button in self._buttons) if not self.isHidden() else ()

    def follow(self, editor: QLineEdit, adding: Adding) -> None:
        """Goes along with a line that goes into that place."""
        self._editor, self._adding = editor, adding
        editor.textChanged.connect(self._asked)
        self.hide()
        self._lines += 1
        number = self._lines
        editor.destroyed.connect(lambda: self._gone(number))

    def _gone(self, number: int) -> None:
        """A line goes after the next one has come."""
        if number != self._lines:
            return
        self._editor = None
        self._pause.stop()
        self.hide()

    def _asked(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.hide()

    def _ask(self) -> None:
        if self._editor is None:
            return
        text, adding, conversation = self._editor.text(), self._adding, self._desk.assistant.conversation
        self._desk.background.run(
            lambda: (text, task_preview(conversation, text, adding)),
            self._seen,
            lambda _error: self.hide(),  # the store failed: the line goes on without chips
            lane="preview",
            owner=self,
        )

    def _seen(self, seen: tuple[str, Preview | None]) -> None:
        """Only the answer to what stands there now counts."""
        text, preview = seen
        if self._editor is None or preview is None or self._editor.text() != text:
            return
        colours = {one.name: f"calendar.{one.colour}.bar" for one in self.board.lists}
        now, wording = self._desk.now(), self._desk.wording
        chips = [chip for chip in describe(preview, wording, now.date(), colours) if chip.kind not in _UNSAID]
        minutes = estimate(preview.understanding.first.slots.duration)
        if minutes is not None:
            length = wording.length(timedelta(minutes=minutes))
            chips.append(Chip(kind=ChipKind.WHEN, text=length, icon="hourglass"))
        self._show(chips)

    def _show(self, chips: list[Chip]) -> None:
        editor = self._editor
        while self._buttons:
            gone = self._buttons.pop()
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for chip in chips:
            button = ChipButton(replace(chip, menu=False), self._inside)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.show()
            self._flow.addWidget(button)
            self._buttons.append(button)
        if editor is None or not chips:
            self.hide()
            return
        space = theme().space(1)
        width = editor.width()
        high = self._flow.heightForWidth(width - 2 * space) + 2 * space
        under = editor.geometry().bottomLeft() + QPoint(0, _GAP)
        if under.y() + high > self._viewport.height():
            under = editor.geometry().topLeft() - QPoint(0, high + _GAP)
        self.setGeometry(under.x(), under.y(), width, high)
        self._inside.setGeometry(self.rect().adjusted(space, space, -space, -space))
        editor.setAccessibleDescription("; ".join(chip.text for chip in chips))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A raised box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border.default"), 1))
        painter.setBrush(theme().colour("bg.surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme().radius("md"), theme().radius("md"))
        painter.end()

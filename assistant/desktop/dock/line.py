"""The text of the bar: one to five lines, a history of drafts, and the keys that mean something here."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from assistant.desktop.dock.drafts import Drafts
from assistant.desktop.dock.marks import Underline
from assistant.desktop.textfields import stand_aside
from assistant.desktop.theme import theme

_MOST_LINES = 5
_UNDERLINE = 2
_HELD_MS = 350


class Line(QPlainTextEdit):
    """Typed text. Enter and its relatives leave as signals, except while an input method is composing.

    Signals:
        edited(): committed text changed (never by a composition alone).
        entered(str): "", "ctrl" for Enter and Ctrl+Enter.
        escaped(): Esc.
        spaceHeld(): Space is held in the empty bar.
    """

    edited = Signal()
    entered = Signal(str)
    escaped = Signal()
    spaceHeld = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setCursorWidth(2)
        self._composing = False
        self._last = ""
        self._marks: tuple[Underline, ...] = ()
        self.drafts = Drafts()
        self._space = QTimer(self)
        self._space.setSingleShot(True)
        self._space.setInterval(_HELD_MS)
        self._space.timeout.connect(self.spaceHeld)
        self.textChanged.connect(self._changed)
        self._fit()

    # ------------------------------------------------------------------ text

    def put(self, text: str) -> None:
        """Replaces the text, undoably, with the caret at its end."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def sent(self) -> None:
        """Empties the line after what it held was sent: from here on undoing means what was done, not the words."""
        self.put("")
        self.document().clearUndoRedoStacks()

    def event(self, event: QEvent) -> bool:
        """A text without anything to undo leaves Ctrl+Z to the window, and Ctrl+Shift+Z likewise."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def underline(self, marks: Sequence[Underline]) -> None:
        """Underlines spans given as (start, end, colour token), counted in code points of the text."""
        wide = [0]
        for character in self.toPlainText():
            wide.append(wide[-1] + (2 if ord(character) > 0xFFFF else 1))
        last = len(wide) - 1
        self._marks = tuple((wide[min(s, last)], wide[min(e, last)], colour) for s, e, colour in marks)
        self.viewport().update()

    # ------------------------------------------------------------------ events

    def _changed(self) -> None:
        self._fit()
        text = self.toPlainText()
        if text != self._last and not self._composing:
            self._last = text
            self.edited.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Freezes parsing while composing; a commit is an edit like any other."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        stand_aside(self, composing=self._composing)
        if not self._composing:
            self._changed()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space let go soon means nothing."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space.stop()
        super().keyReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends, Shift+Enter breaks the line, Up and Down walk through drafts."""
        key, held = event.key(), event.modifiers()
        if self._composing:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space and not held and not self.toPlainText():
            # No text begins with a space: held, it means to speak.
            if not event.isAutoRepeat():
                self._space.start()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if held & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
            else:
                self.entered.emit("ctrl" if held & Qt.KeyboardModifier.ControlModifier else "")
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            draft = self.drafts.walk(-1 if key == Qt.Key.Key_Up else 1, self.toPlainText())
            if draft is None:
                super().keyPressEvent(event)
            else:
                self.put(draft)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps into another number of lines."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the text, then two pixels under each word that was understood."""
        super().paintEvent(event)
        if not self._marks:
            return
        painter = QPainter(self.viewport())
        for start, end, colour in self._marks:
            for box in self._boxes(start, end):
                painter.fillRect(box, theme().colour(colour))
        painter.end()

    def _boxes(self, start: int, end: int) -> list[QRectF]:
        boxes = []
        block = self.firstVisibleBlock()
        while block.isValid():
            first = max(start - block.position(), 0)
            last = min(end - block.position(), block.length() - 1)
            if last > first:
                place = self.blockBoundingGeometry(block).translated(self.contentOffset())
                layout = block.layout()
                for number in range(layout.lineCount()):
                    row = layout.lineAt(number)
                    low, high = max(first, row.textStart()), min(last, row.textStart() + row.textLength())
                    if high > low:
                        left, right = _x(row.cursorToX(low)), _x(row.cursorToX(high))
                        bottom = place.top() + row.y() + row.height()
                        boxes.append(QRectF(place.left() + left, bottom - _UNDERLINE, right - left, _UNDERLINE))
            block = block.next()
        return boxes

    # ------------------------------------------------------------------ size

    def _fit(self) -> None:
        rows = self._rows()
        more = len(rows) > _MOST_LINES
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        # One line is as high as a button, whatever script it is in.
        edge = max(_UNDERLINE, int(theme().size("control") - rows[0]) // 2)
        if self.viewportMargins().top() != edge:
            self.setViewportMargins(0, edge, 0, edge)
        height = ceil(sum(rows[:_MOST_LINES])) + 2 * edge
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def _rows(self) -> list[float]:
        """Heights of the lines as they are laid out, of one more than are shown at most."""
        rows: list[float] = []
        block = self.document().firstBlock()
        while block.isValid() and len(rows) <= _MOST_LINES:
            self.blockBoundingRect(block)
            layout = block.layout()
            count = min(layout.lineCount(), _MOST_LINES + 1)
            rows += [layout.lineAt(number).height() for number in range(count)]
            block = block.next()
        return rows or [float(self.fontMetrics().lineSpacing())]

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as its lines."""
        return QSize(240, theme().size("control"))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows may squeeze it."""
        return QSize(80, theme().size("control"))


def _x(answer: object) -> float:
    """The stubs and the runtime disagree on whether the cursor comes back beside the coordinate."""
    if isinstance(answer, tuple):
        answer = answer[0]
    assert isinstance(answer, float)
    return answer

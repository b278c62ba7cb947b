"""The notes of a task: shown as Markdown, edited as they were typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from assistant.desktop.chat.markdown import Prose, blocks
from assistant.desktop.chat.prose import ProseView
from assistant.desktop.theme import theme

_MOST_LINES = 14


class NotesField(QWidget):
    """Reads as Markdown; a click, Enter or coming here by Tab edits it. Links open, text can be selected.

    Signals:
        left(): the keyboard went elsewhere after editing.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = QPlainTextEdit(self)
        self.editor.setProperty("look", "bare")
        self.editor.setTabChangesFocus(True)
        self.editor.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.editor.installEventFilter(self)
        self.editor.textChanged.connect(self._fit)
        self._views: list[ProseView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().space(1))
        self._column.addWidget(self.editor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def editing(self) -> bool:
        """True while somebody types."""
        return self.editor.hasFocus()

    def text(self) -> str:
        """As it was typed."""
        return self.editor.toPlainText()

    def retranslate(self) -> None:
        """Sets every word anew."""
        self.editor.setPlaceholderText(self.tr("Add notes"))
        self.editor.setAccessibleName(self.tr("Notes"))
        self.setAccessibleName(self.tr("Notes"))

    def show_text(self, text: str) -> None:
        """Shows other notes."""
        if text != self.text():
            self.editor.setPlainText(text)
        self._read()

    def edit(self) -> None:
        """Shows the words as they were typed, ready for more."""
        for view in self._views:
            view.hide()
        self.editor.show()
        self._fit()
        self.editor.setFocus()

    def _read(self) -> None:
        """Shows the notes as Markdown; without any there is the line that asks for some."""
        if self.editing:
            return
        found = blocks(self.text())
        while len(self._views) > len(found):
            gone = self._views.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._views) < len(found):
            self._add_view()
        for view, block in zip(self._views, found, strict=True):
            if isinstance(block, Prose):
                view.show_html(block.html)
            else:
                view.show_plain(block.text)
            view.show()
        self.editor.setVisible(not found)
        self.setAccessibleDescription(self.text())
        self._fit()

    def _add_view(self) -> None:
        view = ProseView(self)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.viewport().installEventFilter(self)
        view.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._column.addWidget(view)
        self._views.append(view)

    def _fit(self) -> None:
        """As high as the text, up to a part of the pane."""
        lines = max(1, min(self.editor.document().size().toSize().height(), _MOST_LINES))
        margin = round(self.editor.document().documentMargin()) * 2
        self.editor.setFixedHeight(lines * theme().line("body") + margin + 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by the keyboard wants to type."""
        super().focusInEvent(event)
        self.edit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A plain click on the text edits it; leaving the editor keeps what was typed."""
        if watched is self.editor:
            if event.type() == QEvent.Type.FocusOut:
                self.left.emit()
                self._read_later()
            elif event.type() == QEvent.Type.Resize:
                self._fit()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            view = next((one for one in self._views if one.viewport() is watched), None)
            plain = view is not None and not view.textCursor().hasSelection()
            if view is not None and plain and not view.anchorAt(event.position().toPoint()):
                self.edit()
        return super().eventFilter(watched, event)

    def _read_later(self) -> None:
        """Once the focus has gone over."""
        self.editor.clearFocus()
        self._read()

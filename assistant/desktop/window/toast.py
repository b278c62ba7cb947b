"""One line at the bottom of a pane: what happened, and Undo. One at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from assistant.desktop.theme import theme

_MARGIN = 3
_HEIGHT = 44


class Toast(QFrame):
    """Shown for some seconds, longer while the pointer or the focus rests on it.

    Signals:
        undoWanted(int): the journal entry to undo.
    """

    undoWanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("look", "toast")
        self._words = QLabel(self)
        self._undo = QPushButton(self)
        self._undo.clicked.connect(self._undo_pressed)
        self._entry: int | None = None
        self._anchor: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme().space(4), 0, theme().space(2), 0)
        layout.setSpacing(theme().space(3))
        layout.addWidget(self._words)
        layout.addWidget(self._undo)
        self.hide()

    def say(self, text: str, entry: int | None, anchor: QWidget) -> None:
        """Replaces what is shown; `anchor` is the pane that changed."""
        self._entry, self._anchor = entry, anchor
        self._words.setText(text)
        self._undo.setText(self.tr("Undo"))
        self._undo.setAccessibleName(self.tr("Undo: {what}").format(what=text))
        self._undo.setVisible(entry is not None)
        self.setAccessibleName(text)
        self.show()
        self.place()
        self.raise_()
        self._timer.start(theme().duration("toastVisible"))

    def place(self) -> None:
        """Centres the toast on its pane; called again when the window is resized."""
        if self._anchor is None or not self.isVisible():
            return
        parent = self._over
        corner = self._anchor.mapTo(parent, self._anchor.rect().bottomLeft())
        room = self._anchor.width() - 2 * theme().space(_MARGIN)
        width = min(self.sizeHint().width(), max(room, self.minimumSizeHint().width()))
        left = corner.x() + (self._anchor.width() - width) // 2
        left = max(theme().space(2), min(left, parent.width() - width - theme().space(2)))
        self.setGeometry(left, corner.y() - _HEIGHT - theme().space(_MARGIN), width, _HEIGHT)

    def _undo_pressed(self) -> None:
        self.hide()
        if self._entry is not None:
            self.undoWanted.emit(self._entry)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self._undo.hasFocus():
            self._timer.start(theme().duration("toastVisible"))
        super().leaveEvent(event)

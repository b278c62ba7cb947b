"""The rounded box around chips and text: a control's border, the focus border while the keyboard is inside."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from assistant.desktop.theme import theme


class Box(QWidget):
    """Paints itself; its children are laid out by the owner."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._active = False
        theme().changed.connect(self.update)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        active = new is not None and self.isAncestorOf(new)
        if active != self._active:
            self._active = active
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Border and surface."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme().border("focus" if self._active else "hairline")
        painter.setPen(QPen(theme().colour("border.focus" if self._active else "border.control"), width))
        painter.setBrush(theme().colour("bg.surface"))
        edge = width / 2
        radius = theme().radius("lg")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius)
        painter.end()

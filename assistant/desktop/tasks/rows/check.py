"""A check box as the task rows paint it, as a widget of its own."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from assistant.desktop.tasks.rows.paint import paint_check
from assistant.desktop.theme import theme


class CheckBox(QAbstractButton):
    """Shows whether a task is done; a click asks for the other, the store decides.

    Signals:
        toggledByPerson()
    """

    toggledByPerson = Signal()

    def __init__(self, extra: int = 0, parent: QWidget | None = None) -> None:
        """`extra` logical pixels larger than in a list."""
        super().__init__(parent)
        self._extra = extra
        self.setCheckable(True)
        self.clicked.connect(self.toggledByPerson)

    def show_done(self, *, done: bool, name: str) -> None:
        """The state as stored, and the task's name for screen readers."""
        self.setChecked(done)
        text = self.tr("Mark as not done: {title}") if done else self.tr("Mark done: {title}")
        self.setAccessibleName(text.format(title=name))
        self.update()

    def _side(self) -> int:
        return theme().size("icon") + self._extra

    def sizeHint(self) -> QSize:
        """Room to hit it."""
        side = max(self._side() + 8, theme().fixed("hitMin"))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(0, 0, self._side(), self._side())
        box.moveCenter(self.rect().center())
        paint_check(painter, box, done=self.isChecked())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("border.focus"), theme().border("focus")))
            painter.drawRoundedRect(QRectF(box).adjusted(-3, -3, 3, 3), theme().radius("md"), theme().radius("md"))
        painter.end()

"""What the person said: a bubble at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistant.desktop.chat.prose import ProseView
from assistant.desktop.theme import theme

_SHARE = 0.86
_SIDE = 12
_TOP = 8


class Bubble(QWidget):
    """As wide as its text, at most 86 % of the column."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ProseView(self)
        self._text.show_plain(text)
        self.setAccessibleName(self.tr("You: {text}").format(text=text))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._place()
        self.updateGeometry()
        self.update()

    def _text_width(self, width: int) -> int:
        return min(self._text.natural_width(), max(1, int(width * _SHARE) - 2 * _SIDE))

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Text and the room around it."""
        return self._text.heightForWidth(self._text_width(width)) + 2 * _TOP

    def sizeHint(self) -> QSize:
        """The whole text in one line."""
        width = int((self._text.natural_width() + 2 * _SIDE) / _SHARE) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow columns wrap it."""
        return QSize(4 * _SIDE, 2 * _TOP + self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps to the right."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self._text_width(self.width())
        self._text.setGeometry(self.width() - _SIDE - width, _TOP, width, self.height() - 2 * _TOP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bubble behind the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().colour("bg.sunken"))
        painter.setBrush(theme().colour("bg.sunken"))
        box = QRectF(self._text.geometry()).adjusted(-_SIDE, -_TOP, _SIDE, _TOP)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme().radius("lg"), theme().radius("lg"))
        painter.end()

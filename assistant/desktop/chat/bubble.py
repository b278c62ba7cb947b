"""What the person said: a bubble at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from assistant.desktop.chat.prose import ProseView
from assistant.desktop.theme import theme

_SHARE = 0.86
_SIDE = 12
_TOP = 8
_SHOWN = 2_000


class Bubble(QWidget):
    """As wide as its text, at most 86 % of the column."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = text
        self._text = ProseView(self)
        self._more = QPushButton(self.tr("Show all"), self)
        self._more.setProperty("look", "link")
        self._more.clicked.connect(self._show_all)
        self._more.setVisible(len(text) > _SHOWN)
        self._text.show_plain(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")
        self.setAccessibleName(self.tr("You: {text}").format(text=text[:_SHOWN]))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._restyle)

    def _show_all(self) -> None:
        self._more.hide()
        self._text.show_plain(self._whole)
        self._restyle()

    def _more_height(self) -> int:
        return 0 if self._more.isHidden() else self._more.sizeHint().height()

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
        return self._text.heightForWidth(self._text_width(width)) + self._more_height() + 2 * _TOP

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
        left, more = self.width() - _SIDE - width, self._more_height()
        self._text.setGeometry(left, _TOP, width, self.height() - 2 * _TOP - more)
        size = self._more.sizeHint()
        self._more.setGeometry(left - 5, self.height() - _TOP - size.height(), size.width(), size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bubble behind the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().colour("bg.sunken"))
        painter.setBrush(theme().colour("bg.sunken"))
        box = QRectF(self._text.geometry()).adjusted(-_SIDE, -_TOP, _SIDE, _TOP + self._more_height())
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme().radius("lg"), theme().radius("lg"))
        painter.end()

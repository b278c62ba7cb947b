"""The frame of every card in the chat, and the small parts that cards share."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assistant.desktop.icons import icon, pixmap
from assistant.desktop.theme import theme

_ICON = 14


class Card(QWidget):
    """A rounded panel; `body` is filled by the owner. `strong` gives the border of a control, `tone` colours it."""

    def __init__(self, parent: QWidget | None = None, *, strong: bool = False, tone: str = "") -> None:
        super().__init__(parent)
        self._line = f"{tone}.text" if tone else "border.control" if strong else "border.default"
        self.body = QVBoxLayout(self)
        edge = theme().space(3) + 1
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(theme().space(1))
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hairline and surface."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour(self._line), theme().border("hairline")))
        painter.setBrush(theme().colour("bg.raised"))
        radius = theme().radius("lg")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


class Glyph(QLabel):
    """An icon that follows the theme."""

    def __init__(self, name: str, tone: str, parent: QWidget, size: int = _ICON) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self._draw()
        theme().changed.connect(self._draw)

    def _draw(self) -> None:
        self.setPixmap(pixmap(self._name, self._tone, self._size))


def wrapped(text: str, parent: QWidget, look: str = "", tone: str = "") -> QLabel:
    """A label of plain text that wraps and can be selected."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    if look:
        label.setProperty("look", look)
    if tone:
        label.setProperty("tone", tone)
    return label


def kind_line(name: str, text: str, parent: QWidget, tone: str = "text.secondary") -> QHBoxLayout:
    """Icon and what the card proves or asks."""
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(Glyph(name, tone, parent))
    row.addWidget(wrapped(text, parent, "small"), 1)
    return row


class SmallButton(QPushButton):
    """A button of a card, with an icon that follows the theme."""

    def __init__(self, text: str, name: str, parent: QWidget, *, look: str = "small") -> None:
        super().__init__(text, parent)
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name = name
        self._draw()
        theme().changed.connect(self._draw)

    def _draw(self) -> None:
        if self._name:
            self.setIcon(icon(self._name, "text.primary", _ICON))

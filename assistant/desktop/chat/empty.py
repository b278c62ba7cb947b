"""What an empty chat says: one line, and three examples to start from."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from assistant.desktop.chat.cards import wrapped
from assistant.desktop.theme import theme


class EmptyChat(QWidget):
    """Stands in place of the column while there is nothing in it.

    Signals:
        picked(str): an example; it fills the bar and is not sent.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        space = theme().space(4)
        self._layout.setContentsMargins(space, space, space, space)
        self._layout.setSpacing(theme().space(2))
        self._parts: list[QWidget] = []
        self._layout.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        """Asks for its words again."""
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [wrapped(self.tr("What can I take off your mind?"), self, "title")]
        for text in (
            self.tr("Remind me to call the dentist tomorrow at 3pm"),
            self.tr("Lunch with Mom on Friday at noon"),
            self.tr("What does my week look like?"),
        ):
            button = Example(text, self)
            button.setAccessibleName(self.tr("Use this example: {text}").format(text=text))
            button.clicked.connect(lambda _checked=False, text=text: self.picked.emit(text))
            self._parts.append(button)
        for part in self._parts:
            self._layout.addWidget(part)
            part.show()


class Example(QAbstractButton):
    """A line of text to press; long ones wrap."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _text_box(self, width: int) -> QRect:
        side = theme().space(3)
        room = QRect(side, theme().space(2), max(1, width - 2 * side), 10_000)
        return self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Text and the room around it."""
        return max(self._text_box(width).height() + 2 * theme().space(2), theme().fixed("hitMin"))

    def sizeHint(self) -> QSize:
        """All in one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * theme().space(3) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(theme().fixed("rail"), theme().fixed("hitMin"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet frame around the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        width = theme().border("focus" if focus else "hairline")
        painter.setPen(QPen(theme().colour("border.focus" if focus else "border.default"), width))
        painter.setBrush(theme().colour("bg.hover" if self.underMouse() else "bg.surface"))
        edge = width / 2
        radius = theme().radius("md")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius)
        painter.setPen(theme().colour("text.secondary"))
        side, top = theme().space(3), theme().space(2)
        painter.drawText(self.rect().adjusted(side, top, -side, -top), int(Qt.TextFlag.TextWordWrap), self.text())
        painter.end()

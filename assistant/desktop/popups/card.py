"""What all pop-ups have in common: a panel with a state line, a close button and room for more below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.desktop.icons import icon, pixmap
from assistant.desktop.popups.voice_line import VoiceLine
from assistant.desktop.theme import repolish, theme
from assistant.services.reminders.answers import Alerted, AlertReply


class Card(QWidget):
    """One panel of the stack. Stays until somebody acts on it.

    Signals:
        closeWanted(): put away without an answer.
        leaveWanted(): Esc: back to where the person was.
        stepWanted(int): -1 or 1: the keyboard goes to the card above or below.
        speechWanted(): the microphone: the person wants to answer by voice, or has said everything.
        silenceWanted(): Esc while somebody is listened to.
    """

    closeWanted = Signal()
    leaveWanted = Signal()
    stepWanted = Signal(int)
    speechWanted = Signal()
    silenceWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme().size("popupWidth"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icon = QLabel(self)
        self._state = QLabel(self)
        self._state.setProperty("look", "smallStrong")
        self._listens = False
        self._mic, self._close = QToolButton(self), QToolButton(self)
        for button, wanted in ((self._mic, self.speechWanted), (self._close, self.closeWanted)):
            button.setProperty("look", "icon")
            button.clicked.connect(wanted)
        self._mic.hide()
        self.voice: VoiceLine | None = None
        self.reply = AlertReply("")
        self._error = QLabel(self)
        self._error.setProperty("tone", "danger")
        self._error.setWordWrap(True)
        self._error.hide()
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self._icon)
        head.addWidget(self._state, 1)
        head.addWidget(self._mic)
        head.addWidget(self._close)
        self.column = QVBoxLayout(self)
        side = theme().space(4)
        self.column.setContentsMargins(side, theme().space(2), side, 14)
        self.column.setSpacing(0)
        self.column.addLayout(head)
        self.column.addSpacing(2)
        self._state_icon, self._tone = "bell", "secondary"
        theme().changed.connect(self.restyle)

    @property
    def primary(self) -> QAbstractButton:
        """The button that Enter means."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Sets every word anew; called each minute too, since cards tell the time."""
        raise NotImplementedError

    def finish(self) -> None:
        """Adds the line for what went wrong, after everything else."""
        if self.voice is not None:
            self.column.addWidget(self.voice)
        self.column.addWidget(self._error)
        for kind in (QPushButton, QToolButton):
            for button in self.findChildren(kind):
                button.installEventFilter(self)
        self.restyle()

    def set_state(self, name: str, text: str, tone: str = "secondary") -> None:
        """Icon, words and tone of the state line; tone is "secondary" or "warning"."""
        self._state_icon, self._tone = name, tone
        self._state.setText(text)
        if self._state.property("tone") != tone:
            self._state.setProperty("tone", tone)
            repolish(self._state)
        path = "warning.text" if tone == "warning" else "text.secondary"
        self._icon.setPixmap(pixmap(name, path, theme().size("icon") * 7 // 8))

    def restyle(self) -> None:
        """Icons and sizes follow the theme."""
        self.setFixedWidth(theme().size("popupWidth"))
        self._close.setIcon(icon("x"))
        self._mic.setFixedSize(theme().fixed("hitMin"), theme().fixed("hitMin"))
        self._mic.setIcon(icon("mic", "text.onAccent") if self._listens else icon("mic"))
        self.set_state(self._state_icon, self._state.text(), self._tone)

    def can_be_answered(self) -> VoiceLine:
        """Adds the microphone and, below everything else, the line for what is heard."""
        self.voice = VoiceLine(self)
        self._mic.show()
        return self.voice

    def name_microphone(self, text: str) -> None:
        """Says what the microphone is for."""
        self._mic.setAccessibleName(text)
        self._mic.setToolTip(self.tr("Answer by voice"))

    @property
    def alerted(self) -> Alerted:
        """What it reminds of."""
        return Alerted(())

    def answered(self, reply: AlertReply) -> None:
        """Shows what was understood; it is done in five seconds, unless that is taken back."""
        assert self.voice is not None
        self.reply = reply
        if reply.act is None:
            self.voice.say(reply.told)
        else:
            self.voice.understood(reply.told)

    def listens(self, *, listens: bool) -> None:
        """The microphone is open for this card, or shut again."""
        if listens != self._listens:
            self._listens = listens
            self._mic.setProperty("look", "listening" if listens else "icon")
            repolish(self._mic)
            self._mic.setIcon(icon("mic", "text.onAccent") if listens else icon("mic"))

    def name_close(self, text: str, tip: str) -> None:
        """Says what the close button does."""
        self._close.setAccessibleName(text)
        self._close.setToolTip(tip)

    def settle(self) -> None:
        """Lays out anew what has changed, from the inside: its height is asked for next."""
        if self.voice is not None:
            self.voice.settle()
        self.column.invalidate()
        self.column.activate()

    def tell(self, text: str) -> None:
        """Says on the card what went wrong; the buttons work again."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.set_busy(busy=False)

    def set_busy(self, *, busy: bool) -> None:
        """While an answer is being stored nothing can be pressed."""
        if busy and self.voice is not None:
            self.voice.clear()
        for button in self.findChildren(QAbstractButton):
            button.setEnabled(not busy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down mean the cards; a button would take them for Tab."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self.stepWanted.emit(step)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, as on every card."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = QApplication.focusWidget()
            button = focus if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus) else self.primary
            button.click()
        elif key == Qt.Key.Key_Escape and self.voice is not None and self.voice.hears:
            self.silenceWanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.leaveWanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Surface and hairline; the stack paints the shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border.default"), 1))
        painter.setBrush(theme().colour("bg.raised"))
        radius = theme().radius("lg")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


def title_label(text: str, parent: QWidget) -> QLabel:
    """The bold line of a card; wraps."""
    label = QLabel(text, parent)
    label.setProperty("look", "title")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label

"""The right end of the bar: hints, and the buttons that say what will happen."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from assistant.desktop.icons import icon, pixmap
from assistant.desktop.theme import repolish, theme

MEMO = "Ctrl+Shift+M"
_ENTER = "corner-down-left"
_ARROW = 16
_ARROW_APART = 24


class Hints(QWidget):
    """Which keys do what, as small caps beside words. Leaves when there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(2))
        self._labels: list[tuple[QLabel, QLabel]] = []
        self.setMinimumHeight(theme().size("control"))
        for _ in range(2):
            key, text = QLabel(self), QLabel(self)
            key.setProperty("look", "key")
            text.setProperty("look", "caption")
            row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(text)
            row.addSpacing(theme().space(1))
            self._labels.append((key, text))

    def tell(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Shows these pairs of key and meaning, at most two."""
        for number, (key, text) in enumerate(self._labels):
            there = number < len(hints)
            key.setVisible(there)
            text.setVisible(there)
            if there:
                key.setText(hints[number][0])
                text.setText(hints[number][1])


class Actions(QWidget):
    """Microphone, Stop, the other way, and the primary button.

    Signals:
        done(): the primary button.
        otherWanted(): the button beside it, shown where asking and adding are both likely.
        stopped(): Stop.
        speechWanted(): the microphone.
        memoWanted(): a voice memo, from the microphone's menu.
    """

    done = Signal()
    otherWanted = Signal()
    stopped = Signal()
    speechWanted = Signal()
    memoWanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.mic = QToolButton(self)
        self.mic.setProperty("look", "icon")
        self.mic.clicked.connect(self.speechWanted)
        self.mic.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        self.mic.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.mic.customContextMenuRequested.connect(lambda _at: self.mic.showMenu())
        self._menu = QMenu(self.mic)
        self._talk = self._menu.addAction(icon("mic"), "", self.speechWanted.emit)
        self._memo = self._menu.addAction(icon("pen-line"), "", self.memoWanted.emit)
        self.mic.setMenu(self._menu)
        self.stop = QPushButton(self)
        self.other = QPushButton(self)
        self.primary = QPushButton(self)
        self.primary.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(2))
        row.addWidget(self.mic)
        for button in (self.stop, self.other, self.primary):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        self.primary.clicked.connect(self.done)
        self.other.clicked.connect(self.otherWanted)
        self.stop.clicked.connect(self.stopped)
        self.stop.hide()
        self.other.hide()
        self._enabled = False
        self._look: tuple[bool, bool] | None = None
        self.retranslate()
        theme().changed.connect(self._restyle)

    def retranslate(self) -> None:
        """Asks for its words again."""
        self.stop.setText(self.tr("Stop"))
        self.stop.setAccessibleName(self.tr("Stop the answer"))
        self.stop.setToolTip(self.tr("Stop (Esc)"))
        self.mic.setAccessibleName(self.tr("Speak"))
        self.mic.setToolTip(self.tr("Speak (Ctrl+Alt+M, or hold Space in the empty bar). Hold for memos."))
        self._talk.setText(self.tr("Speak"))
        self._memo.setText(self.tr("Record a voice memo"))
        self._memo.setShortcut(QKeySequence(MEMO))
        self._restyle()

    def tell(self, text: str, *, enabled: bool, busy: bool, other: str = "") -> None:
        """Names the action; "" leaves the arrow alone.

        Args:
            text: What Enter does.
            enabled: There is something to send.
            busy: An answer is being made; with nothing to send, Stop stands alone.
            other: What the second button does; "" hides it.
        """
        had_focus = self.stop.hasFocus() or self.primary.hasFocus()
        look = (enabled, busy)
        restyled = look != self._look  # with most keys only the words change; style sheets are slow
        self._enabled, self._look = enabled, look
        self.stop.setVisible(busy)
        self.stop.setProperty("look", "small" if enabled else "primary")
        self.primary.setVisible(enabled or not busy)
        self.primary.setEnabled(enabled)
        self.primary.setText(text if enabled else "")
        self.primary.setAccessibleName(text or self.tr("Send"))
        self.primary.setProperty("look", "primary" if enabled else "quiet")
        self.other.setVisible(bool(other) and enabled)
        self.other.setText(other)
        if restyled:
            self._restyle()
        if had_focus and busy and not enabled:
            self.stop.setFocus()

    def _restyle(self) -> None:
        self.setMinimumHeight(theme().size("control"))
        self.primary.setIcon(_arrow("text.onAccent" if self._enabled else "text.disabled", apart=self._enabled))
        self.primary.setIconSize(QSize(_ARROW_APART if self._enabled else _ARROW, _ARROW))
        self.mic.setIcon(icon("mic"))
        self.mic.setFixedSize(theme().size("control"), theme().size("control"))
        self.stop.setIcon(icon("square", "text.primary" if self._enabled else "text.onAccent", 14))
        for button in (self.primary, self.stop):
            repolish(button)


def _arrow(tone: str, *, apart: bool) -> QIcon:
    """The Enter sign, with some room on its left where words stand there."""
    if not apart:
        return icon(_ENTER, tone)
    sign = pixmap(_ENTER, tone)
    wide = QPixmap(QSize(_ARROW_APART, _ARROW) * sign.devicePixelRatio())
    wide.setDevicePixelRatio(sign.devicePixelRatio())
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(_ARROW_APART - _ARROW, 0, sign)
    painter.end()
    return QIcon(wide)


def control_key() -> str:
    """The name of the key that means Control here."""
    return "⌘" if sys.platform == "darwin" else "Ctrl"

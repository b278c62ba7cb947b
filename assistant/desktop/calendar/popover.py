"""Boxes that open beside something: details, questions, the editor. GUI thread.

They are children of the window, so they work alike on every platform, and they close on Escape and on a click
elsewhere. Tab stays inside; closing gives the focus back to where it was.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from assistant.desktop.theme import theme

GAP = 8
_EDGE = 8


def beside(anchor: QRect, size: QSize, bounds: QRect) -> QPoint:
    """Where a box of `size` goes beside `anchor`, inside `bounds`, never over the anchor where there is room.

    Right of it first, then left, below, above.
    """
    high = min(max(anchor.top() - 4, bounds.top() + _EDGE), bounds.bottom() - _EDGE - size.height())
    high = max(high, bounds.top() + _EDGE)
    if anchor.right() + GAP + size.width() <= bounds.right() - _EDGE:
        return QPoint(anchor.right() + GAP, high)
    if anchor.left() - GAP - size.width() >= bounds.left() + _EDGE:
        return QPoint(anchor.left() - GAP - size.width(), high)
    across = min(max(anchor.left(), bounds.left() + _EDGE), bounds.right() - _EDGE - size.width())
    across = max(across, bounds.left() + _EDGE)
    if anchor.bottom() + GAP + size.height() <= bounds.bottom() - _EDGE:
        return QPoint(across, anchor.bottom() + GAP)
    if anchor.top() - GAP - size.height() >= bounds.top() + _EDGE:
        return QPoint(across, anchor.top() - GAP - size.height())
    return QPoint(across, high)


class Popover(QWidget):
    """A raised box with a painted shadow.

    Signals:
        closed(bool): True where it was cancelled (Escape), False otherwise.
    """

    closed = Signal(bool)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self._returns_to: QWidget | None = QApplication.focusWidget()
        self._anchor = QRect()
        offset, blur, _ = theme().shadow("e1")
        self._blur = blur
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(blur, blur - offset, blur, blur + offset)
        self.body.setSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def open_beside(self, anchor: QRect) -> None:
        """Shows it beside a global rectangle."""
        self._anchor = anchor
        self.place()
        self.show()
        self.raise_()
        _application().installEventFilter(self)

    def place(self) -> None:
        """Moves it beside its anchor, after it has grown, or the window has."""
        window = self.window()
        self.adjustSize()
        margins = self.body.contentsMargins()
        size = self.sizeHint().boundedTo(window.size() + QSize(2 * self._blur, 2 * self._blur))
        inner = size.shrunkBy(margins)
        anchor = _inside(QRect(window.mapFromGlobal(self._anchor.topLeft()), self._anchor.size()), window.rect())
        at = beside(anchor, inner, window.rect())
        self.setGeometry(QRect(at - QPoint(margins.left(), margins.top()), size))

    def remember_focus(self) -> None:
        """The focus goes back to whoever has it now."""
        self._returns_to = QApplication.focusWidget()

    def dismiss(self, *, cancelled: bool = False) -> None:
        """Closes it and gives the focus back."""
        if self.isHidden():
            return
        _application().removeEventFilter(self)
        inside = QApplication.focusWidget()
        self.hide()
        goal = self._returns_to
        alive = goal is not None and shiboken6.isValid(goal) and goal.isVisible()
        if goal is not None and alive and (inside is None or self.isAncestorOf(inside)):
            goal.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit(cancelled)
        self.deleteLater()

    def card(self) -> QRect:
        """The box without its shadow."""
        return self.rect().marginsRemoved(self.body.contentsMargins())

    # ------------------------------------------------------------------ Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._pressed_somewhere(watched, event)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._tabbed(watched, event):
            return True
        if event.type() is QEvent.Type.Resize and watched is self.window():
            self.place()
        return False

    def _tabbed(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or not self._holds(watched):
            return False
        self._go_round(1 if event.key() == Qt.Key.Key_Tab else -1)
        return True

    def _holds(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and (watched is self or self.isAncestorOf(watched))

    def _pressed_somewhere(self, watched: QObject, event: QMouseEvent) -> None:
        if not isinstance(watched, QWidget) or watched.window() is not self.window():
            return
        at = self.mapFromGlobal(event.globalPosition().toPoint())
        if not self.card().contains(at) and not isinstance(watched, QMenu):
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss(cancelled=True)
        event.accept()

    def _go_round(self, step: int) -> None:
        """Tab stays inside."""
        chain = [child for child in self.findChildren(QWidget) if _reachable(child)]
        if not chain:
            return
        current = QApplication.focusWidget()
        place = chain.index(current) if current in chain else -1
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        chain[(place + step) % len(chain)].setFocus(reason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset, blur, colour = theme().shadow("e1")
        radius = float(theme().radius("lg"))
        card = QRectF(self.card())
        painter.setPen(Qt.PenStyle.NoPen)
        steps = blur // 2
        for step in range(steps):
            grown = (steps - step) * 1.6
            shade = type(colour)(colour)
            shade.setAlphaF(colour.alphaF() * 1.4 / steps * (step + 1) / steps)
            painter.setBrush(shade)
            box = card.adjusted(-grown, -grown + offset, grown, grown + offset)
            painter.drawRoundedRect(box, radius + grown, radius + grown)
        painter.setPen(QPen(theme().colour("border.default"), 1))
        painter.setBrush(theme().colour("bg.raised"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


def _inside(anchor: QRect, bounds: QRect) -> QRect:
    """The visible part of an anchor; the nearest edge where it is scrolled out of sight."""
    seen = anchor & bounds
    if not seen.isEmpty():
        return seen
    x = min(max(anchor.center().x(), bounds.left()), bounds.right())
    y = min(max(anchor.center().y(), bounds.top()), bounds.bottom())
    return QRect(x, y, 1, 1)


def _application() -> QCoreApplication:
    application = QApplication.instance()
    assert application is not None
    return application


def _reachable(child: QWidget) -> bool:
    focusable = bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return focusable and child.isVisible() and child.isEnabled() and child.focusProxy() is None

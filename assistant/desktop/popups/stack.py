"""The window that holds the pop-ups: over all others, in a corner of the screen, never taking the focus by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from assistant.desktop.popups.card import Card
from assistant.desktop.popups.shadow import paint_shadow, shadow_margin
from assistant.desktop.theme import theme

_ELEVATION = "e2"


def corner_place(size: QSize, screen: QRect, *, margin: int, edge: int) -> QPoint:
    """Where the window goes so that its panels keep `edge` from the screen's bottom right corner.

    Args:
        size: The window's size with its shadow margins.
        screen: The available geometry.
        margin: Room for the shadow on every side of the panels.
        edge: Wanted distance of the panels from the corner.
    """
    x = screen.right() + 1 - size.width() + margin - edge
    y = screen.bottom() + 1 - size.height() + margin - edge
    return QPoint(max(screen.left() - margin, x), max(screen.top() - margin, y))


class PopupStack(QWidget):
    """Cards one over the other, the newest lowest. One window, so that shadows never cover a neighbour's buttons.

    Signals:
        unfoldWanted(): show the reminders for which there was no room.
    """

    unfoldWanted = Signal()

    def __init__(self) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags | Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._before: QWidget | None = None
        self._more = QPushButton(self)
        self._more.setProperty("look", "small")
        self._more.clicked.connect(self.unfoldWanted)
        self._more.hide()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme().space(3))
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignRight)
        theme().changed.connect(self.arrange)

    @property
    def cards(self) -> list[Card]:
        """The cards from top to bottom."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Card)]

    def set_cards(self, cards: list[Card], more: str = "") -> None:
        """Shows these cards, the newest last; `more` says how many are folded away above them."""
        for card in self.cards:
            if card not in cards:
                self._column.removeWidget(card)
                card.hide()
        for place, card in enumerate(cards, 1):
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
            card.show()
        self._more.setText(more)
        self._more.setVisible(bool(more))
        if cards:
            self.setWindowTitle(self.tr("Reminders"))  # what screen readers and window lists call it
            self.arrange()
            self.show()
        else:
            self.hide()

    def arrange(self) -> None:
        """Takes the size the cards need and goes to the corner of the screen with the pointer."""
        margin = shadow_margin(_ELEVATION)
        self._column.setContentsMargins(margin, margin, margin, margin)
        for card in self.cards:
            card.settle()
        self._column.activate()
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        if screen is None or not self.cards:
            return
        width = theme().size("popupWidth") + 2 * margin
        height = self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else -1
        size = QSize(width, height if height > 0 else self._column.totalSizeHint().height())
        place = corner_place(size, screen.availableGeometry(), margin=margin, edge=theme().space(5))
        self.setGeometry(QRect(place, size))
        self.update()

    # ------------------------------------------------------------------------------------------ keyboard

    def changeEvent(self, event: QEvent) -> None:
        """A person who turned to this window finds the keyboard on the newest card."""
        super().changeEvent(event)
        focus = self.focusWidget()
        settled = focus is not None and focus.isVisibleTo(self)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.cards and not settled:
            self.cards[-1].primary.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def focus_newest(self) -> None:
        """Asked for by key: the newest card's first button gets the keyboard."""
        cards = self.cards
        if not cards:
            return
        if not self.isActiveWindow():
            self._before = QApplication.activeWindow()
        self.raise_()
        self.activateWindow()
        cards[-1].primary.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_focus_back(self) -> None:
        """Esc: the window the person came from has the keyboard again."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()
        if self._before is not None and self._before.isVisible():
            self._before.activateWindow()
        self._before = None

    def step_from(self, card: Card, step: int) -> None:
        """The keyboard goes to the card above or below."""
        cards = self.cards
        if card in cards:
            place = max(0, min(cards.index(card) + step, len(cards) - 1))
            cards[place].primary.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shadows; the cards paint themselves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card in self.cards:
            paint_shadow(painter, QRectF(card.geometry()), theme().radius("lg"), _ELEVATION)
        painter.end()

"""How lists share their width: side bar, rows, details."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from assistant.desktop.theme import theme

_DETAIL_WIDTH = 396
_MIDDLE_LEAST = 360
_SIDEBAR_FROM = 640
_ANY_WIDTH = 16_777_215


class SectionFrame(QWidget):
    """Where there is no room for all, the side bar goes first, then the details cover the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side: QWidget | None = None
        self._middle: QWidget | None = None
        self._pane: QWidget | None = None
        self._instead: QWidget | None = None
        self._edge = QFrame(self)
        self._edge.setProperty("look", "edge")
        self._edge.setFixedWidth(1)

    def hold(self, side: QWidget | None, middle: QWidget, pane: QWidget) -> None:
        """Takes the parts in; the details are hidden at first."""
        self._side, self._middle, self._pane = side, middle, pane
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if side is not None:
            whole.addWidget(side)
        whole.addWidget(middle, 1)
        whole.addWidget(self._edge)
        whole.addWidget(pane)
        pane.hide()

    def show_instead(self, widget: QWidget | None) -> None:
        """Shows something else beside the side bar, in the place of rows and details; None brings those back."""
        if widget is self._instead:
            return
        if self._instead is not None:
            self._instead.hide()
        self._instead = widget
        layout = self.layout()
        if widget is not None and layout is not None:
            layout.addWidget(widget)
            widget.show()
        self.arrange()

    def room_for_detail(self) -> bool:
        """True where the details stand beside the rows."""
        side = self._side.width() if self._side is not None and self.width() >= _SIDEBAR_FROM else 0
        return self.width() - side >= _DETAIL_WIDTH + _MIDDLE_LEAST

    def has_sidebar(self) -> bool:
        """True where the lists stand at the left."""
        return self.width() >= _SIDEBAR_FROM

    def retranslate(self) -> None:
        """Sets every word anew; each section has its own."""

    def changeEvent(self, event: QEvent) -> None:
        """Follows the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Shows what there is room for."""
        side, middle, pane = self._side, self._middle, self._pane
        if middle is None or pane is None:
            return
        if side is not None:
            side.setVisible(self.has_sidebar())
        if self._instead is not None:
            for part in (middle, pane, self._edge):
                part.hide()
            return
        beside = self.room_for_detail()
        shown = not pane.isHidden()
        self._edge.setVisible(shown and beside)
        middle.setVisible(beside or not shown)
        if beside:
            pane.setFixedWidth(_DETAIL_WIDTH)
        else:
            pane.setMinimumWidth(0)
            pane.setMaximumWidth(_ANY_WIDTH)

    def put_away(self, rows: QWidget) -> None:
        """Gives the room of the details back to the rows, and the keyboard where they had it."""
        pane, focus = self._pane, self.focusWidget()
        if pane is None or pane.isHidden():
            return
        had_focus = focus is not None and pane.isAncestorOf(focus)
        pane.hide()
        self.arrange()
        if had_focus:
            rows.setFocus()


def head_row(parent: QWidget) -> tuple[QWidget, QHBoxLayout]:
    """The row above a list, as high as in every pane, and the layout that takes what stands in it."""
    head = QWidget(parent)
    head.setFixedHeight(theme().fixed("paneHeader"))
    row = QHBoxLayout(head)
    row.setContentsMargins(theme().space(5), 0, theme().space(5), 0)
    row.setSpacing(theme().space(2))
    return head, row


def below(button: QWidget) -> QPoint:
    """Where the menu of a button opens, on the screen."""
    return button.mapToGlobal(QPoint(0, button.height()))

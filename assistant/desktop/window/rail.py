"""The left rail: where one is in the product."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.icons import icon
from assistant.desktop.theme import theme

SECTIONS = ("home", "calendar", "tasks", "settings")
_EDGE = 6
_ROOM = 56
_ICONS = {"home": "house", "calendar": "calendar", "tasks": "list-checks", "settings": "settings"}


class _RailItem(QToolButton):
    """An icon over a label; the current one has a bar at the rail's edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent.fill"))
            bar = QRect(0, self.height() // 4, theme().border("eventBar"), self.height() // 2)
            painter.drawRoundedRect(bar, 1.5, 1.5)


class Rail(QWidget):
    """Buttons for the sections.

    Signals:
        chosen(str): one of `SECTIONS`.
        searchWanted(): open the search.
        historyWanted(): open the history of changes.
    """

    chosen = Signal(str)
    searchWanted = Signal()
    historyWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._items: dict[str, _RailItem] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme().space(2), 0, theme().space(2))
        layout.setSpacing(theme().space(1))
        for name in SECTIONS:
            if name == "settings":
                layout.addStretch()
                self._openers = [self._opener(layout, self.searchWanted), self._opener(layout, self.historyWanted)]
            item = _RailItem(self)
            item.setCheckable(True)
            item.setProperty("look", "railItem")
            item.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            item.setIconSize(QSize(theme().fixed("iconLg"), theme().fixed("iconLg")))
            item.clicked.connect(lambda _checked, section=name: self.chosen.emit(section))
            self._group.addButton(item)
            self._items[name] = item
            layout.addWidget(item, 0, Qt.AlignmentFlag.AlignHCenter)
        self.show_section("home")
        self.retranslate()
        theme().changed.connect(self._repaint)
        self._repaint()

    def _opener(self, layout: QVBoxLayout, opened: SignalInstance) -> _RailItem:
        """A button that opens something over the section."""
        item = _RailItem(self)
        item.setProperty("look", "railItem")
        item.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        item.setIconSize(QSize(theme().fixed("iconLg"), theme().fixed("iconLg")))
        item.clicked.connect(lambda _checked=False: opened.emit())
        layout.addWidget(item, 0, Qt.AlignmentFlag.AlignHCenter)
        return item

    def show_section(self, name: str) -> None:
        """Marks a section as the current one."""
        self._items[name].setChecked(True)
        self._repaint()

    def names(self) -> dict[str, str]:
        """What the sections are called."""
        words = (self.tr("Home"), self.tr("Calendar"), self.tr("Tasks"), self.tr("Settings"))
        return dict(zip(SECTIONS, words, strict=True))

    def opener_names(self) -> tuple[str, str]:
        """What search and history are called."""
        return self.tr("Search"), self.tr("History")

    def retranslate(self) -> None:
        """Sets every word anew."""
        words = self.names()
        for number, (name, item) in enumerate(self._items.items(), 1):
            key = "Ctrl+," if name == "settings" else f"Ctrl+{number}"
            item.setText(words[name])
            item.setAccessibleName(words[name])
            item.setToolTip(f"{words[name]} ({key})")
        for item, word, key in zip(self._openers, self.opener_names(), ("Ctrl+K", "Ctrl+H"), strict=True):
            item.setText(word)
            item.setAccessibleName(word)
            item.setToolTip(f"{word} ({key})")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _repaint(self) -> None:
        self.setFixedWidth(rail_width())
        for item in (*self._items.values(), *self._openers):
            item.setFixedWidth(rail_width() - 2 * _EDGE)
        for name, item in self._items.items():
            tone = "accent.onSoft" if item.isChecked() else "text.secondary"
            item.setIcon(icon(_ICONS[name], tone, theme().fixed("iconLg")))
        for item, name in zip(self._openers, ("search", "history"), strict=True):
            item.setIcon(icon(name, "text.secondary", theme().fixed("iconLg")))


def rail_width() -> int:
    """As wide as its words need, which are as large as the person wants text to be."""
    return theme().fixed("rail") - _ROOM + theme().grown(_ROOM)


def width_fits_rail(width: int) -> bool:
    """True where the window is wide enough for the rail beside two panes."""
    return width - rail_width() >= theme().breakpoint("medium")

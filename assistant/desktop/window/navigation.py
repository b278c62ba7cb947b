"""The ways from section to section: the rail, or where it has no room a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from assistant.desktop.window.rail import Rail, width_fits_rail
from assistant.desktop.window.section_bar import SectionBar


class Navigation(QObject):
    """Holds the widgets; whoever lays the window out puts them in their places.

    Signals:
        chosen(str): one of `SECTIONS`.
        searchWanted(): open the search.
        historyWanted(): open the history of changes.
        menuWanted(): the row in place of the rail was pressed.

    Attributes:
        rail: Beside the sections.
        bar: Above them, where the rail has no room.
    """

    chosen = Signal(str)
    searchWanted = Signal()
    historyWanted = Signal()
    menuWanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rail = Rail(parent)
        self.bar = SectionBar(parent)
        self.rail.chosen.connect(self.chosen)
        self.rail.searchWanted.connect(self.searchWanted)
        self.rail.historyWanted.connect(self.historyWanted)
        self.bar.menuWanted.connect(self.menuWanted)

    def open_menu(self, place: QPoint) -> None:
        """Offers what the rail has; returns when that was closed."""
        menu = QMenu(self.rail.window())
        for name, words in self.rail.names().items():
            menu.addAction(words, partial(self.chosen.emit, name))
        menu.addSeparator()
        for words, wanted in zip(self.rail.opener_names(), (self.searchWanted, self.historyWanted), strict=True):
            menu.addAction(words, wanted.emit)
        menu.exec(place)

    def fit(self, width: int, section: str, *, furnished: bool) -> None:
        """Shows the rail, or the row above: at home the panes' own row has the menu.

        Args:
            width: The window's, in logical pixels.
            section: The one that shows.
            furnished: There is something to go to.
        """
        fits = width_fits_rail(width)
        self.rail.setVisible(fits)
        self.bar.setVisible(not fits and section != "home" and furnished)
        self.bar.set_name(self.rail.names()[section])

"""Which panes stand side by side: three, two or one, by the width there is and by what the person hid."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.icons import icon
from assistant.desktop.theme import theme

CHAT, CALENDAR, TASKS = "chat", "calendar", "tasks"
NAMES = (CHAT, CALENDAR, TASKS)


class WidthClass(StrEnum):
    """How many panes have room beside each other: one, two, or all three."""

    NARROW = "narrow"
    MEDIUM = "medium"
    WIDE = "wide"


def width_class(width: int) -> WidthClass:
    """The layout class of a content width in logical pixels, at the current text size."""
    if width >= theme().breakpoint("wide"):
        return WidthClass.WIDE
    return WidthClass.MEDIUM if width >= theme().breakpoint("medium") else WidthClass.NARROW


def chosen_panes(width: WidthClass, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The panes to show: all that are wanted, or the last one or two of them where there is less room.

    Args:
        width: The layout class.
        wanted: Names in the order in which the person last asked for them.
    """
    room = {WidthClass.WIDE: 3, WidthClass.MEDIUM: 2, WidthClass.NARROW: 1}[width]
    kept = wanted[-room:]
    return tuple(name for name in NAMES if name in kept)


class PaneBar(QWidget):
    """The row above the panes where not all fit: a menu button for the rail's sections, and the panes as segments.

    Signals:
        toggled(str): a pane's name.
        menuWanted(): the rail is hidden and its sections are wanted.
    """

    toggled = Signal(str)
    menuWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._menu = QToolButton(self)
        self._menu.setProperty("look", "icon")
        self._menu.clicked.connect(self.menuWanted)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme().space(3), theme().space(2), theme().space(3), theme().space(2))
        layout.setSpacing(0)
        layout.addWidget(self._menu)
        layout.addStretch()
        for name, tone in zip(NAMES, ("first", "middle", "last"), strict=True):
            button = QPushButton(self)
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.setProperty("tone", tone)
            button.clicked.connect(lambda _checked, pane=name: self.toggled.emit(pane))
            self._group.addButton(button)
            self._buttons[name] = button
            layout.addWidget(button)
        layout.addStretch()
        self._balance = QWidget(self)
        layout.addWidget(self._balance)
        theme().changed.connect(self.retranslate)
        self.retranslate()

    def show_state(self, shown: tuple[str, ...], *, with_menu: bool) -> None:
        """Marks the visible panes; the menu button stands in for a hidden rail."""
        for name, button in self._buttons.items():
            button.setChecked(name in shown)
        self._menu.setVisible(with_menu)
        self._balance.setFixedWidth(self._menu.sizeHint().width() if with_menu else 0)

    def retranslate(self) -> None:
        """Sets every word anew."""
        self._menu.setIcon(icon("menu", "text.secondary", 20))
        self._menu.setToolTip(self.tr("Menu"))
        self._menu.setAccessibleName(self.tr("Menu"))
        for number, (name, words) in enumerate(
            {CHAT: self.tr("Chat"), CALENDAR: self.tr("Calendar"), TASKS: self.tr("Tasks")}.items(), 1
        ):
            self._buttons[name].setText(words)
            self._buttons[name].setToolTip(f"Ctrl+Shift+{number}")
            self._buttons[name].setAccessibleName(self.tr("Show or hide: {pane}").format(pane=words))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Panes(QWidget):
    """Chat, calendar and tasks side by side; splitter positions are kept for each width class.

    Signals:
        layoutChanged(): other panes are visible now, or the rail should hide or show.
        menuWanted(): see `PaneBar`.
    """

    layoutChanged = Signal()
    menuWanted = Signal()

    def __init__(self, chat: QWidget, calendar: QWidget, tasks: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._panes = {CHAT: chat, CALENDAR: calendar, TASKS: tasks}
        self._wanted: tuple[str, ...] = (TASKS, CHAT, CALENDAR)
        self._only: str | None = None
        self._class = WidthClass.WIDE
        self._sizes: dict[str, list[int]] = {}
        self._bar = PaneBar(self)
        self._bar.toggled.connect(self.toggle)
        self._bar.menuWanted.connect(self.menuWanted)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        for name in NAMES:
            self._splitter.addWidget(self._panes[name])
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(lambda *_: self._remember())
        chat.setMinimumWidth(theme().fixed("chatMin"))
        tasks.setMinimumWidth(theme().fixed("tasksMin"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._splitter, 1)
        self._arrange()

    @property
    def shown(self) -> tuple[str, ...]:
        """Names of the visible panes, from left to right."""
        if self._only:
            return (self._only,)
        return chosen_panes(self._class, self._wanted)

    @property
    def width_class(self) -> WidthClass:
        """The class the current width falls into."""
        return self._class

    def pane(self, name: str) -> QWidget:
        """The pane of this name, one of `NAMES`."""
        return self._panes[name]

    def toggle(self, name: str) -> None:
        """Shows a hidden pane (in place of the one asked for longest ago, where room is short) or hides a shown one."""
        if self._class is WidthClass.NARROW:
            self.reveal(name)
            return
        if name in self.shown and len(self.shown) > 1:
            self._wanted = tuple(pane for pane in self._wanted if pane != name)
        else:
            self._wanted = (*[pane for pane in self._wanted if pane != name], name)
        self._arrange()

    def reveal(self, name: str) -> None:
        """Makes sure that a pane is visible."""
        if name not in self.shown:
            self._only = None
        self._wanted = (*[pane for pane in self._wanted if pane != name], name)
        self._arrange()

    def show_only(self, name: str | None) -> None:
        """One pane at full width (the rail's Calendar), or None for the ordinary arrangement."""
        self._only = name
        self._arrange()

    def state(self) -> dict[str, object]:
        """What to keep for the next start."""
        return {"wanted": list(self._wanted), "sizes": self._sizes}

    def restore(self, state: dict[str, object]) -> None:
        """Takes back what `state` gave; anything strange in it is ignored."""
        wanted, sizes = state.get("wanted"), state.get("sizes")
        if isinstance(wanted, list) and wanted and all(name in NAMES for name in wanted):
            self._wanted = tuple(dict.fromkeys(wanted))
        if isinstance(sizes, dict):
            self._sizes = {
                str(key): [int(size) for size in value]
                for key, value in sizes.items()
                if isinstance(value, list) and all(isinstance(size, int) and size >= 0 for size in value)
            }
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        found = width_class(self.width())
        if found is not self._class:
            self._class = found
            self._arrange()

    def _arrange(self) -> None:
        shown = self.shown
        for name, pane in self._panes.items():
            pane.setVisible(name in shown)
        self._bar.setVisible(self._class is not WidthClass.WIDE and self._only is None)
        self._bar.show_state(shown, with_menu=self._class is WidthClass.NARROW)
        key = "+".join(shown)
        sizes = self._sizes.get(key) or self._default_sizes(shown)
        if len(sizes) == len(NAMES):
            self._splitter.setSizes(sizes)
        self.layoutChanged.emit()

    def _default_sizes(self, shown: tuple[str, ...]) -> list[int]:
        widths = {CHAT: theme().fixed("chatDefault"), TASKS: theme().fixed("tasksDefault")}
        rest = self.width() - sum(widths[name] for name in shown if name in widths)
        return [widths.get(name, max(rest, 1)) if name in shown else 0 for name in NAMES]

    def _remember(self) -> None:
        self._sizes["+".join(self.shown)] = self._splitter.sizes()

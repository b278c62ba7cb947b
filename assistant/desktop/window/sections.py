"""What the rail leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.window.panes import CALENDAR, Panes

if TYPE_CHECKING:
    from assistant.desktop.settings import SettingsSection
    from assistant.desktop.tasks import TasksSection


class Sections(QStackedWidget):
    """Home and calendar share the panes; tasks and settings are made when first shown.

    Attributes:
        current: The name of the one that shows, one of `SECTIONS`; before there are panes, of the one that will.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.current = "home"
        self._desk = desk
        self._panes: Panes | None = None
        self._tasks: TasksSection | None = None
        self._settings: SettingsSection | None = None

    def hold(self, panes: Panes) -> None:
        """From now on there is something to show."""
        self._panes = panes
        self.addWidget(panes)

    @property
    def tasks(self) -> TasksSection:
        """Lists, tasks and details at full width."""
        if self._tasks is None:
            from assistant.desktop.tasks import TasksSection

            self._tasks = TasksSection(self._desk, self)
            self.addWidget(self._tasks)
        return self._tasks

    @property
    def settings(self) -> SettingsSection:
        """The settings."""
        if self._settings is None:
            from assistant.desktop.settings import SettingsSection

            self._settings = SettingsSection(self._desk, self)
            self.addWidget(self._settings)
        return self._settings

    def go_to(self, name: str) -> None:
        """Shows a section, as soon as there is something to show."""
        self.current = name
        if self._panes is None:
            return
        if name in ("home", "calendar"):
            self._panes.show_only(CALENDAR if name == "calendar" else None)
            self.setCurrentWidget(self._panes)
        else:
            self.setCurrentWidget(self.tasks if name == "tasks" else self.settings)

"""The row that stands in for the rail where the window is too narrow for one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from assistant.desktop.icons import icon
from assistant.desktop.theme import theme


class SectionBar(QWidget):
    """A menu button and the section's name.

    Signals:
        menuWanted(): the sections are wanted.
    """

    menuWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._menu = QToolButton(self)
        self._menu.setProperty("look", "icon")
        self._menu.clicked.connect(self.menuWanted)
        self._name = QLabel(self)
        self._name.setProperty("look", "strong")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme().space(3), theme().space(2), theme().space(3), theme().space(2))
        layout.setSpacing(theme().space(2))
        layout.addWidget(self._menu)
        layout.addWidget(self._name, 1)
        theme().changed.connect(self._retranslate)
        self._retranslate()
        self.hide()

    def set_name(self, name: str) -> None:
        """What the section is called."""
        self._name.setText(name)

    def _retranslate(self) -> None:
        self._menu.setIcon(icon("menu", "text.secondary", 20))
        self._menu.setToolTip(self.tr("Menu"))
        self._menu.setAccessibleName(self.tr("Menu"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

"""Every text field of the program can be spoken to: an entry in its menu, and a key."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from assistant.desktop.icons import icon
from assistant.desktop.textfields import TextField, as_text_field

DICTATE = "Ctrl+Shift+D"


class FieldMenus(QObject):
    """Follows the keyboard through the program's text fields. Lives in the GUI thread.

    Signals:
        dictationWanted(QWidget): the person wants to speak into this field, or has said everything.
    """

    dictationWanted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: TextField | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @property
    def focused(self) -> TextField | None:
        """The field that has the keyboard."""
        return as_text_field(QApplication.focusWidget())

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        field = as_text_field(now)
        if field is None or field is self._field:
            return
        before = self._field
        if before is not None and shiboken6.isValid(before):
            _surface(before).removeEventFilter(self)
        self._field = field
        _surface(field).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The menu of a field has one entry more."""
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            field = self._field
            if field is not None and shiboken6.isValid(field) and _surface(field) is watched:
                self._show_menu(field, event)
                return True
        return super().eventFilter(watched, event)

    def _show_menu(self, field: TextField, event: QContextMenuEvent) -> None:
        menu = field.createStandardContextMenu()
        menu.addSeparator()
        speak = menu.addAction(icon("mic"), self.tr("Dictate"), lambda: self.dictationWanted.emit(field))
        speak.setShortcut(QKeySequence(DICTATE))
        menu.exec(event.globalPos())
        menu.deleteLater()


def _surface(field: TextField) -> QWidget:
    """What of the field gets the mouse."""
    return field.viewport() if isinstance(field, QAbstractScrollArea) else field

"""The editor of chips that hold plain words: title, place, tags."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from assistant.desktop.dock.popover import Hanging
from assistant.desktop.theme import theme


class TextEditor(Hanging):
    """One line of text; Enter keeps it, Esc does not.

    Signals:
        kept(str): the new words, stripped.
    """

    kept = Signal(str)

    def __init__(self, parent: QWidget, label: str, text: str) -> None:
        super().__init__(parent)
        caption = QLabel(label, self)
        caption.setProperty("look", "small")
        self._edit = QLineEdit(text, self)
        self._edit.setAccessibleName(label)
        self._edit.setMinimumWidth(theme().fixed("tasksMin"))
        self._edit.returnPressed.connect(self._keep)
        self.inside.addWidget(caption)
        self.inside.addWidget(self._edit)

    def begin(self) -> None:
        """Selects the words, ready to be typed over."""
        self._edit.setFocus()
        self._edit.selectAll()

    def _keep(self) -> None:
        self.kept.emit(self._edit.text().strip())
        self.dismiss()

"""A field with a sign at its left, as the editor has them. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from assistant.desktop.icons import pixmap
from assistant.desktop.theme import theme


def field_row(name: str, field: QWidget) -> QHBoxLayout:
    """The icon `name`, then the field."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    mark = QLabel(field.parentWidget())
    mark.setPixmap(pixmap(name, "text.tertiary", 16))
    mark.setFixedSize(16, theme().size("control"))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(field, 1)
    return row

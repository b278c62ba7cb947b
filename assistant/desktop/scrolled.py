"""What may be taller than its room. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from assistant.desktop.theme import theme

_ALL = 1000


def scrolled(content: QWidget, parent: QWidget) -> QScrollArea:
    """Shows `content` as wide as there is room, and lets it scroll up and down; Tab goes past the area itself."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def show_page(area: QScrollArea, page: QWidget, widest: int) -> None:
    """Puts a page into an area, in its middle and at most `widest` pixels wide; the page before is thrown away."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(theme().space(5), 0, theme().space(5), 0)
    page.setMaximumWidth(widest)
    row.addStretch(1)
    row.addWidget(page, _ALL)
    row.addStretch(1)
    before = area.takeWidget()
    if before is not None:
        before.deleteLater()
    area.setWidget(holder)

"""The middle of the tasks section: header, the bar for many tasks, what was done lately, and the rows."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.tasks.rows.list import RowList
from assistant.desktop.tasks.rows.paint import SECTION
from assistant.desktop.tasks.section.bulk_bar import BulkBar
from assistant.desktop.tasks.section.done_panel import DonePanel
from assistant.desktop.tasks.section.head import SectionHead
from assistant.desktop.theme import theme

_SIDE = 14
_ABOVE = 6


class SectionBody(QWidget):
    """Puts its parts above each other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SectionHead(self)
        self.bulk = BulkBar(self)
        self.done = DonePanel(desk, self)
        self.list = RowList(SECTION, edit_on_click=False, parent=self)
        self.list.selectionTold.connect(self.bulk.show_count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.done)
        body = QHBoxLayout()
        body.setContentsMargins(_SIDE, 0, _SIDE, theme().space(2))
        body.addWidget(self.list)
        column.addLayout(body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar for many lies over the header: so no row moves while somebody chooses."""
        super().resizeEvent(event)
        high = theme().fixed("paneHeader")
        self.bulk.setGeometry(_SIDE, _ABOVE, self.width() - 2 * _SIDE, high - 2 * _ABOVE)
        self.bulk.raise_()

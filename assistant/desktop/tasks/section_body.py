"""The middle of the tasks section: header, the bar for many tasks, what was done lately, and the rows."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.tasks.bulk_bar import BulkBar
from assistant.desktop.tasks.done_panel import DonePanel
from assistant.desktop.tasks.row_list import RowList
from assistant.desktop.tasks.row_paint import SECTION
from assistant.desktop.tasks.section_head import SectionHead
from assistant.desktop.theme import theme

_SIDE = 14


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
        bar = QHBoxLayout()
        bar.setContentsMargins(_SIDE, 0, _SIDE, 0)
        bar.addWidget(self.bulk)
        column.addLayout(bar)
        body = QHBoxLayout()
        body.setContentsMargins(_SIDE, 0, _SIDE, theme().space(2))
        body.addWidget(self.list)
        column.addLayout(body, 1)

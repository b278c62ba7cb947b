"""The overview: the list of all reminders at the left, one in full at the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.elided import ElidedLabel
from assistant.desktop.icons import icon
from assistant.desktop.pausing import PauseMenu
from assistant.desktop.reminders.actions import OverviewActions
from assistant.desktop.reminders.commands import ReminderCommands
from assistant.desktop.reminders.detail import ReminderDetail
from assistant.desktop.reminders.feed import ReminderFeed
from assistant.desktop.reminders.reminder_list import ReminderList
from assistant.desktop.reminders.rows import HISTORY, page_rows
from assistant.desktop.sections.frame import SectionFrame, below, head_row
from assistant.desktop.tasks.rows.texts import Row
from assistant.desktop.theme import theme
from assistant.services.reminders.pages import ReminderPage


class ReminderOverview(SectionFrame):
    """What Tasks shows under Reminders.

    Signals:
        viewsWanted(QPoint): the other lists are wanted, where there is no room for them beside this.
    """

    viewsWanted = Signal(QPoint)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = ReminderPage()
        self._history_folded = False
        self._wanted = ""
        self._actions = OverviewActions(desk, self)
        self.list = ReminderList(self)
        self.detail = ReminderDetail(desk, self._actions, self)
        self.commands = ReminderCommands(self._actions, self.list, self.detail, self)
        self.commands.moveWanted.connect(self._move)
        self._feed = ReminderFeed(desk, self)
        self._title = ElidedLabel("", self)
        self._title.setProperty("look", "title")
        self.pause_menu = PauseMenu(desk, self)
        self._pause = QPushButton(self)
        self._pause.setProperty("look", "small")
        self._views = QToolButton(self)
        self._views.setProperty("look", "icon")
        self._views.hide()
        self._older = QPushButton(self)
        self._older.setProperty("look", "small")
        self._older.hide()
        self._build()
        self._join()
        self.retranslate()

    def _build(self) -> None:
        head, bar = head_row(self)
        bar.addWidget(self._views)
        bar.addWidget(self._title, 1)
        bar.addWidget(self._pause)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        body = QVBoxLayout()
        body.setContentsMargins(14, 0, 14, theme().space(2))
        body.addWidget(self.list, 1)
        body.addWidget(self._older, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(body, 1)
        self.hold(None, middle, self.detail)

    def _join(self) -> None:
        self._feed.loaded.connect(self._show_page)
        self._older.clicked.connect(self._feed.more)
        self._views.clicked.connect(lambda: self.viewsWanted.emit(below(self._views)))
        self._pause.clicked.connect(lambda: self.pause_menu.exec(below(self._pause)))
        self.pause_menu.changed.connect(self.retranslate)
        rows, commands = self.list, self.commands
        rows.chosen.connect(self._row_chosen)
        rows.opened.connect(self._row_opened)
        rows.folded.connect(self._fold)
        rows.escaped.connect(self.close_detail)
        rows.deleted.connect(self._actions.delete)
        rows.menuWanted.connect(lambda place: commands.menu().exec(place))
        rows.doneWanted.connect(commands.done)
        rows.snoozeWanted.connect(commands.snooze)
        rows.moveWanted.connect(commands.move)
        self.detail.closeWanted.connect(self.close_detail)
        self._desk.languageChanged.connect(self.retranslate)
        theme().changed.connect(self.retranslate)

    # ------------------------------------------------------------------------------------------ what is shown

    def retranslate(self) -> None:
        """Sets every word anew."""
        self._title.setText(self.tr("Reminders"))
        self.list.setAccessibleName(self.tr("Reminders"))
        self._pause.setText(self.pause_menu.title())
        self._pause.setIcon(icon("pause" if self.pause_menu.until is None else "play", "text.primary", 13))
        self._pause.setToolTip(self.tr("Alarms, timers and what is important come all the same"))
        self._views.setIcon(icon("menu"))
        self._views.setToolTip(self.tr("Lists"))
        self._views.setAccessibleName(self.tr("Lists"))
        self._older.setText(self.tr("Show older ones"))
        self.detail.retranslate()
        self._show_rows()

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what changed while nobody looked."""
        super().showEvent(event)
        self._feed.refresh()
        self.arrange()

    def show_views_button(self, *, shown: bool) -> None:
        """Where the lists have no room beside, a button stands for them."""
        self._views.setVisible(shown)

    def choose(self, uid: str) -> None:
        """Shows a reminder with its details as soon as it is read; an empty uid only the list."""
        self._wanted = uid
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        if self._wanted and self.list.choose(self._wanted):
            self._show_detail(self._wanted)
            self._wanted = ""

    def _show_page(self, page: ReminderPage) -> None:
        self._page = page
        self._show_rows()
        shown = page.get(self.detail.uid)
        if shown is not None:
            self.detail.show_reminder(shown)
        elif not self.detail.isHidden():
            self.close_detail()
        self._go_to_wanted()

    def _show_rows(self) -> None:
        rows = page_rows(self._page, self._desk.now(), self._desk.wording, history_folded=self._history_folded)
        self.list.set_rows(rows)
        self._older.setVisible(self._page.more and not self._history_folded)

    def _fold(self, key: str) -> None:
        if key == HISTORY:
            self._history_folded = not self._history_folded
            self._show_rows()

    # ------------------------------------------------------------------------------------------ details

    def _row_chosen(self, row: Row | None) -> None:
        if row is not None and row.reminder is not None and self.room_for_detail():
            self._show_detail(row.key)

    def _row_opened(self, row: Row) -> None:
        self._show_detail(row.key)
        self.detail.focus_first()

    def _show_detail(self, uid: str) -> None:
        reminder = self._page.get(uid)
        if reminder is not None:
            self.detail.show_reminder(reminder)
            self.detail.show()
            self.arrange()

    def _move(self, uid: str) -> None:
        self._show_detail(uid)
        self.detail.begin_moving()

    def close_detail(self) -> None:
        """Gives the room back to the list."""
        self.put_away(self.list)

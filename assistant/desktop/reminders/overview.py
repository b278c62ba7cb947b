"""The overview: the list of all reminders at the left, one in full at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.elided import ElidedLabel
from assistant.desktop.icons import icon
from assistant.desktop.insisting import add_insistence
from assistant.desktop.pausing import PauseMenu
from assistant.desktop.reminders.actions import OverviewActions, answerable, movable
from assistant.desktop.reminders.detail import ReminderDetail
from assistant.desktop.reminders.feed import ReminderFeed
from assistant.desktop.reminders.reminder_list import ReminderList
from assistant.desktop.reminders.rows import HISTORY, page_rows
from assistant.desktop.tasks.rows import Row
from assistant.desktop.theme import theme
from assistant.domain.reminder import RINGING_KINDS
from assistant.services.reminder_pages import ReminderPage

_DETAIL_WIDTH = 396
_LIST_LEAST = 360
_NO_LIMIT = 16_777_215


class ReminderOverview(QWidget):
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
        self.detail.hide()
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
        head = QWidget(self)
        head.setFixedHeight(theme().fixed("paneHeader"))
        bar = QHBoxLayout(head)
        bar.setContentsMargins(theme().space(5), 0, theme().space(5), 0)
        bar.setSpacing(theme().space(2))
        bar.addWidget(self._views)
        bar.addWidget(self._title, 1)
        bar.addWidget(self._pause)
        self._middle = QWidget(self)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        body = QVBoxLayout()
        body.setContentsMargins(14, 0, 14, theme().space(2))
        body.addWidget(self.list, 1)
        body.addWidget(self._older, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(body, 1)
        self._edge = QFrame(self)
        self._edge.setProperty("look", "edge")
        self._edge.setFixedWidth(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._middle, 1)
        whole.addWidget(self._edge)
        whole.addWidget(self.detail)

    def _join(self) -> None:
        self._feed.loaded.connect(self._show_page)
        self._older.clicked.connect(self._feed.more)
        self._views.clicked.connect(lambda: self.viewsWanted.emit(_below(self._views)))
        self._pause.clicked.connect(lambda: self.pause_menu.exec(_below(self._pause)))
        self.pause_menu.changed.connect(self.retranslate)
        rows = self.list
        rows.chosen.connect(self._row_chosen)
        rows.opened.connect(self._row_opened)
        rows.folded.connect(self._fold)
        rows.escaped.connect(self.close_detail)
        rows.deleted.connect(self._actions.delete)
        rows.menuWanted.connect(lambda place: self.menu().exec(place))
        rows.doneWanted.connect(self._done_chosen)
        rows.snoozeWanted.connect(self._snooze_chosen)
        rows.moveWanted.connect(self._move_chosen)
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

    def changeEvent(self, event: QEvent) -> None:
        """Follows the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what changed while nobody looked."""
        super().showEvent(event)
        self._feed.refresh()
        self._arrange()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the details cover the list."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def _beside(self) -> bool:
        return self.width() >= _DETAIL_WIDTH + _LIST_LEAST

    def _arrange(self) -> None:
        shown = not self.detail.isHidden()
        self._edge.setVisible(shown and self._beside)
        self._middle.setVisible(self._beside or not shown)
        self.detail.setMinimumWidth(_DETAIL_WIDTH if self._beside else 0)
        self.detail.setMaximumWidth(_DETAIL_WIDTH if self._beside else _NO_LIMIT)

    def _row_chosen(self, row: Row | None) -> None:
        if row is not None and row.reminder is not None and self._beside:
            self._show_detail(row.key)

    def _row_opened(self, row: Row) -> None:
        self._show_detail(row.key)
        self.detail.focus_first()

    def _show_detail(self, uid: str) -> None:
        reminder = self._page.get(uid)
        if reminder is not None:
            self.detail.show_reminder(reminder)
            self.detail.show()
            self._arrange()

    def close_detail(self) -> None:
        """Gives the room back to the list."""
        if self.detail.isHidden():
            return
        focus = self.focusWidget()
        had_focus = focus is not None and self.detail.isAncestorOf(focus)
        self.detail.hide()
        self._arrange()
        if had_focus:
            self.list.setFocus()

    # ------------------------------------------------------------------------------------------ commands

    def _done_chosen(self) -> None:
        uids = tuple(one.uid for one in self.list.chosen_reminders if answerable(one))
        if uids:
            self._actions.done(uids)

    def _snooze_chosen(self) -> None:
        uids = tuple(one.uid for one in self.list.chosen_reminders if answerable(one))
        if uids:
            place = self.list.row_rect(uids[0])
            self.detail.snooze_menu(uids, self).exec(place.bottomLeft())

    def _move_chosen(self) -> None:
        chosen = self.list.chosen_reminders
        if len(chosen) == 1 and movable(chosen[0]):
            self._show_detail(chosen[0].uid)
            self.detail.begin_moving()

    def menu(self) -> QMenu:
        """What can be done to the chosen reminders."""
        chosen = self.list.chosen_reminders
        menu = QMenu(self)
        open_ones = tuple(one.uid for one in chosen if answerable(one))
        if open_ones:
            menu.addAction(icon("check"), self.tr("Done"), self._done_chosen)
            menu.addMenu(self.detail.snooze_menu(open_ones, menu))
        if len(chosen) == 1 and movable(chosen[0]):
            menu.addAction(icon("clock"), self.tr("Move…"), self._move_chosen)
        if len(chosen) == 1 and answerable(chosen[0]) and chosen[0].kind not in RINGING_KINDS:
            menu.addSeparator()
            add_insistence(menu, chosen[0], partial(self._actions.insist, chosen[0].uid))
            menu.addSeparator()
        if len(chosen) == 1 and chosen[0].item_uid is not None:
            event = str(chosen[0].item_kind) == "event"
            shows = self.tr("Show event") if event else self.tr("Show task")
            menu.addAction(icon("external-link"), shows, lambda: self._actions.open(chosen[0]))
        menu.addSeparator()
        uids = tuple(one.uid for one in chosen)
        menu.addAction(icon("trash-2"), self.tr("Delete"), lambda: self._actions.delete(uids))
        return menu


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(QPoint(0, button.height()))

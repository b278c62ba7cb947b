"""What keys and the menu do to the chosen reminders. GUI thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from assistant.desktop.icons import icon
from assistant.desktop.insisting import add_insistence
from assistant.desktop.reminders.actions import OverviewActions, answerable, movable
from assistant.desktop.reminders.detail import ReminderDetail
from assistant.desktop.reminders.reminder_list import ReminderList
from assistant.domain.items import ItemKind
from assistant.domain.reminder import RINGING_KINDS


class ReminderCommands(QObject):
    """Acts on what is chosen in the list.

    Signals:
        moveWanted(str): the moment of this reminder is to be changed in its details.
    """

    moveWanted = Signal(str)

    def __init__(self, actions: OverviewActions, rows: ReminderList, detail: ReminderDetail, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._rows = rows
        self._detail = detail
        self._over = parent

    def _answerable(self) -> tuple[str, ...]:
        return tuple(one.uid for one in self._rows.chosen_reminders if answerable(one))

    def done(self) -> None:
        """Done with what is chosen."""
        uids = self._answerable()
        if uids:
            self._actions.done(uids)

    def snooze(self) -> None:
        """Asks until when, at the first of the chosen rows."""
        uids = self._answerable()
        if uids:
            self._detail.snooze_menu(uids, self._over).exec(self._rows.row_rect(uids[0]).bottomLeft())

    def move(self) -> None:
        """Asks for another moment, of one."""
        chosen = self._rows.chosen_reminders
        if len(chosen) == 1 and movable(chosen[0]):
            self.moveWanted.emit(chosen[0].uid)

    def menu(self) -> QMenu:
        """What can be done to the chosen reminders."""
        chosen = self._rows.chosen_reminders
        only = chosen[0] if len(chosen) == 1 else None
        menu = QMenu(self._over)
        uids = self._answerable()
        if uids:
            menu.addAction(icon("check"), self.tr("Done"), self.done)
            menu.addMenu(self._detail.snooze_menu(uids, menu))
        if only is not None and movable(only):
            menu.addAction(icon("clock"), self.tr("Move…"), self.move)
        if only is not None and answerable(only) and only.kind not in RINGING_KINDS:
            menu.addSeparator()
            add_insistence(menu, only, partial(self._actions.insist, only.uid))
            menu.addSeparator()
        if only is not None and only.item_uid is not None:
            shows = self.tr("Show event") if only.item_kind is ItemKind.EVENT else self.tr("Show task")
            menu.addAction(icon("external-link"), shows, lambda: self._actions.open(only))
        menu.addSeparator()
        chosen_uids = tuple(one.uid for one in chosen)
        menu.addAction(icon("trash-2"), self.tr("Delete"), lambda: self._actions.delete(chosen_uids))
        return menu

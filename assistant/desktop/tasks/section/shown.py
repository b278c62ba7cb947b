"""What the tasks section shows right now: which view, how sorted and filtered, and the rows that come of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal

from assistant.desktop.desk import Desk
from assistant.desktop.tasks.entries import Board
from assistant.desktop.tasks.ordering import ViewOptions
from assistant.desktop.tasks.quick_add import Adding
from assistant.desktop.tasks.rows.groups import ViewKind, overdue_groups
from assistant.desktop.tasks.rows.texts import Style
from assistant.desktop.tasks.section.body import SectionBody
from assistant.desktop.tasks.section.done_figures import done_figures
from assistant.desktop.tasks.section.options_menu import options_menu
from assistant.desktop.tasks.section.sidebar import TaskSidebar
from assistant.desktop.tasks.section.view_choices import ViewChoices
from assistant.desktop.tasks.section.view_rows import FOLDED_AT_FIRST, Place, view_rows
from assistant.domain.task import INBOX


class Shown(QObject):
    """Fills header, rows and side bar from the board. Lives in the GUI thread.

    Signals:
        viewed(str): the kind of what is looked at now.
    """

    viewed = Signal(str)

    def __init__(self, desk: Desk, sidebar: TaskSidebar, body: SectionBody, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sidebar = sidebar
        self._body = body
        self.board = Board(children={})
        self.place = Place(ViewKind.TODAY)
        self._gone_elsewhere = False
        self._folded = FOLDED_AT_FIRST
        self._opened: frozenset[str] = frozenset()
        self._choices = ViewChoices(desk, self)
        self._choices.loaded.connect(self._come_back)
        body.head.optionsWanted.connect(self.show_options)
        body.head.cleared.connect(lambda: self.choose(ViewOptions()))
        body.list.folded.connect(self.fold)
        body.list.unfolded.connect(self.show_parts)

    @property
    def options(self) -> ViewOptions:
        """How the view is sorted and filtered."""
        return self._choices.options(self.place)

    def go(self, place: Place) -> None:
        """Shows another view, and remembers it for the next start."""
        self._gone_elsewhere = True
        self.place = place
        self._choices.visit(place)
        self.refresh()

    def _come_back(self) -> None:
        """To what was looked at when the window was closed, unless somebody has gone on meanwhile."""
        if not self._gone_elsewhere:
            self.place = self._choices.last
        self.refresh()

    def choose(self, options: ViewOptions) -> None:
        """Sorts and filters this view otherwise."""
        self._choices.choose(self.place, options)
        self.refresh()

    def fold(self, key: str) -> None:
        """Folds what is under a heading, or unfolds it."""
        self._folded = self._folded ^ {key}
        self.refresh()

    def show_parts(self, uid: str, *, shown: bool | None = None) -> None:
        """Shows the subtasks below a task, or no longer; without `shown` the other way round."""
        opened = uid in self._opened
        if shown is None or shown != opened:
            self._opened = self._opened ^ {uid}
            self.refresh()

    def show_board(self, board: Board) -> None:
        """Takes over what was read; a list that is gone is not looked at any longer."""
        self.board = board
        if self.place.view is ViewKind.LIST and self.place.task_list(board) is None:
            self.place = Place(ViewKind.TODAY)
        self.refresh()

    def refresh(self) -> None:
        """Makes every row anew; only what differs is painted."""
        now, wording = self._desk.now(), self._desk.wording
        place, board, options = self.place, self.board, self.options
        style = Style(now, wording, list_names=place.view is not ViewKind.LIST)
        body = self._body
        body.list.set_rows(view_rows(place, board, style, self._folded, options, opened=self._opened))
        body.list.set_orderable(orderable=place.ordered_by_hand(options))
        body.list.nests = place.view is ViewKind.LIST
        title = place.title(board)
        body.list.setAccessibleName(title)
        today = wording.short_day(now.date(), now.date()) if place.view is ViewKind.TODAY else ""
        late = place.view in (ViewKind.TODAY, ViewKind.OVERDUE) and bool(self.overdue())
        body.head.show_place(title, today, late=late, more=place.adds(), options=options)
        body.done.setVisible(place.view is ViewKind.DONE)
        if place.view is ViewKind.DONE:
            body.done.show_figures(done_figures(board.tasks(), now, self._desk.assistant.week_start))
        self._sidebar.show_board(board, now, place.view, place.uid)
        self.viewed.emit(place.view)

    def overdue(self) -> tuple[str, ...]:
        """The tasks of the days before today."""
        groups = overdue_groups(self.board.asking, self._desk.now())
        return tuple(entry.task.uid for group in groups for entry in group.entries)

    def adding(self) -> Adding:
        """Where a line that is typed now goes."""
        task_list = self.place.task_list(self.board)
        if task_list is not None:
            return Adding(list_uid=task_list.uid, list_name=task_list.name if task_list.uid != INBOX else "")
        match self.place.view:
            case ViewKind.TODAY:
                return Adding(day=self._desk.now().date())
            case ViewKind.TAG:
                return Adding(tag=self.place.uid)
            case view:
                return Adding(someday=view is ViewKind.SOMEDAY)

    def show_options(self) -> None:
        """Opens the menu that sorts and filters."""
        menu = options_menu(self._body, self.place.view, self.options, self.board.tags, self.choose)
        button = self._body.head.options
        menu.exec(button.mapToGlobal(QPoint(0, button.height())))

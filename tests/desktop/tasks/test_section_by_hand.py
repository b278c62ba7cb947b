"""The tasks section in a person's hands: many at once, dragging, filters, notes, planning, lines for new tasks."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from assistant.desktop.calendar.daycell import DayCell
from assistant.desktop.calendar.pane import CalendarPane
from assistant.desktop.chat.prose import ProseView
from assistant.desktop.desk import Desk
from assistant.desktop.dock.text_editor import TextEditor
from assistant.desktop.side_item import SideItem
from assistant.desktop.tasks import TasksSection
from assistant.desktop.tasks.calendar_drop import TaskDrops
from assistant.desktop.tasks.carried import Carried, carried_in
from assistant.desktop.tasks.groups import ViewKind
from assistant.desktop.tasks.options_menu import options_menu
from assistant.desktop.tasks.ordering import SortKey
from assistant.desktop.tasks.quick_chips import QuickChips
from assistant.desktop.tasks.rows import RowKind
from assistant.domain.items import Priority
from assistant.domain.spans import AllDay
from assistant.domain.task import TaskList
from assistant.services.tasks import TaskDraft
from tests.desktop.tasks.conftest import Hands
from tests.helpers.clock import BERLIN, NOON

SHIFT = Qt.KeyboardModifier.ShiftModifier
PERMIT, LEASE, PLANTS, PACK = (
    "Renew parking permit",
    "Review lease renewal",
    "Water the plants",
    "Pack for the weekend",
)


def side(section: Hands, name: str) -> SideItem:
    return next(i for i in section.view.findChildren(SideItem) if i.isVisible() and i.text() == name)


def look_at(section: Hands, name: str) -> None:
    side(section, name).click()
    section.settle()


def choose_two(section: Hands) -> None:
    section.choose(LEASE)
    section.press(Qt.Key.Key_Down, SHIFT)
    assert [row.title for row in section.list.chosen_rows()] == [LEASE, PLANTS]


def hold(target: QWidget, mime: QMimeData, at: QPointF) -> None:
    """Tasks are held over a place."""
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(at.toPoint(), move, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, entering)
    over = QDragMoveEvent(at.toPoint(), move, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, over)


def drop(target: QWidget, mime: QMimeData, at: QPointF) -> None:
    """Tasks are held over a place, and let go there."""
    hold(target, mime, at)
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    fall = QDropEvent(at, move, mime, left, Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop)
    QApplication.sendEvent(target, fall)


def between(section: Hands, title: str, *, below: bool = False) -> QPointF:
    model = section.list.model()
    rect = section.list.visualRect(model.place_of(section.row(title).key))
    return QPointF(rect.left() + 60, rect.bottom() - 2 if below else rect.top() + 2)


def held(section: Hands) -> QMimeData:
    carried = section.list.carried()
    assert carried is not None
    return carried.mime()


# ------------------------------------------------------------------------------------------------------ many at once


def test_many_are_changed_in_one_step_that_one_undo_takes_back(section: Hands) -> None:
    look_at(section, "Home")
    bar = section.view.body.bulk
    assert not bar.isVisible()
    choose_two(section)
    assert bar.isVisible()
    assert bar._told.text() == "2 tasks chosen"
    tasks = section.view._commands.chosen_tasks()
    for name, line in (("due", "Tomorrow"), ("priority", "High"), ("list", "Work")):
        section.pick(section.view._commands.menus.part(name, tasks, section.view), line)
        section.settle()
        tasks = [section.task(LEASE), section.task(PLANTS)]
    section.view._actions.fields.tag(tasks, "#soon", on=True)
    section.settle()
    for title in (LEASE, PLANTS):
        task = section.task(title)
        assert (task.due_on, task.priority, task.list_uid) == (date(2026, 10, 15), Priority.HIGH, "work")
        assert task.tags == ("soon",)
    for _ in range(4):
        section.home.assistant.undo.undo()
    section.settle()
    assert (section.task(LEASE).list_uid, section.task(LEASE).tags, section.task(PLANTS).due_on) == (
        "home",
        (),
        NOON.date(),
    )


def test_many_are_completed_opened_and_deleted_from_the_bar(section: Hands) -> None:
    look_at(section, "Home")
    choose_two(section)
    buttons = section.view.body.bulk.buttons
    buttons["complete"].click()
    section.until(lambda: section.toasts and section.toasts[-1][0] == "Completed 2 tasks")
    section.undo_last()
    choose_two(section)
    buttons["delete"].click()
    section.until(lambda: section.titles() == [PERMIT, PACK])
    section.undo_last()
    assert section.titles() == [PERMIT, LEASE, PLANTS, PACK]
    choose_two(section)
    buttons["clear"].click()
    assert not section.view.body.bulk.isVisible()


def test_letters_open_the_menus(section: Hands) -> None:
    look_at(section, "Home")
    section.choose(LEASE)
    asked: list[str] = []
    section.list.partWanted.disconnect()
    section.list.partWanted.connect(asked.append)
    for key in (Qt.Key.Key_D, Qt.Key.Key_L, Qt.Key.Key_P, Qt.Key.Key_G, Qt.Key.Key_X):
        section.press(key)
    assert asked == ["due", "list", "priority", "tags", "estimate"]


# ---------------------------------------------------------------------------------------------------------- dragging


def test_rows_are_dropped_between_others(section: Hands) -> None:
    look_at(section, "Home")
    section.choose(PACK)
    drop(section.list.viewport(), held(section), between(section, LEASE))
    section.until(lambda: section.titles() == [PERMIT, PACK, LEASE, PLANTS])
    section.choose(PERMIT)
    drop(section.list.viewport(), held(section), between(section, PLANTS, below=True))
    section.until(lambda: section.titles() == [PACK, LEASE, PLANTS, PERMIT])
    section.undo_last()
    assert section.titles() == [PERMIT, PACK, LEASE, PLANTS]


def test_rows_are_dropped_into_a_list_inside_the_list(section: Hands) -> None:
    section.home.assistant.lists.save(TaskList(uid="kitchen", name="Kitchen", parent_uid="home", position=9))
    section.home.assistant.tasks.create(TaskDraft(title="Sink", list_uid="kitchen"))
    section.settle()
    look_at(section, "Home")
    assert "Kitchen" in section.titles(RowKind.HEADING)
    section.choose(PACK)
    drop(section.list.viewport(), held(section), between(section, "Sink"))
    section.until(lambda: section.task(PACK).list_uid == "kitchen")


def onto(section: Hands, title: str) -> QPointF:
    rect = section.list.visualRect(section.list.model().place_of(section.row(title).key))
    return QPointF(rect.left() + 60, rect.center().y())


def test_a_row_dropped_onto_another_becomes_its_subtask(section: Hands) -> None:
    look_at(section, "Home")
    section.choose(PACK)
    drop(section.list.viewport(), held(section), onto(section, PLANTS))
    section.until(lambda: section.titles() == [PERMIT, LEASE, PLANTS, PACK] and section.row(PACK).depth == 1)
    assert section.task(PACK).parent_uid == section.task(PLANTS).uid
    section.choose(PERMIT)
    drop(section.list.viewport(), held(section), between(section, PACK, below=True))
    section.until(lambda: section.titles() == [LEASE, PLANTS, PACK, PERMIT])
    assert [section.row(title).depth for title in (PLANTS, PACK, PERMIT)] == [0, 1, 1]
    for _ in range(2):
        section.home.assistant.undo.undo()
    section.until(lambda: section.titles() == [PERMIT, LEASE, PLANTS, PACK])
    section.choose(LEASE)
    drop(section.list.viewport(), held(section), onto(section, PLANTS))
    section.settle()
    assert section.toasts[-1][0] == f"“{LEASE}” has subtasks itself and cannot be one."
    assert section.task(LEASE).parent_uid is None


def test_parts_are_shown_made_ordered_and_lifted_by_keys(section: Hands) -> None:
    look_at(section, "Home")
    section.choose(LEASE)
    section.press(Qt.Key.Key_Right)
    parts = ["Ask about the parking space", "Sign and send back"]
    assert section.titles() == [PERMIT, LEASE, *parts, PLANTS, PACK]
    section.choose(parts[1])
    section.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    section.until(lambda: section.titles()[2:4] == parts[::-1])
    section.press(Qt.Key.Key_Left)
    current = section.list.current_row()
    assert current is not None
    assert current.title == LEASE
    section.press(Qt.Key.Key_Left)
    assert section.titles() == [PERMIT, LEASE, PLANTS, PACK]
    section.choose(PACK)
    section.press(Qt.Key.Key_F2)
    line = section.list.viewport().findChild(QLineEdit)
    line.setText("Pack everything")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    section.until(lambda: section.titles()[-2:] == [PLANTS, "Pack everything"] and section.row(PLANTS).foldable)
    assert section.task("Pack everything").parent_uid == section.task(PLANTS).uid
    section.choose("Pack everything")
    section.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    section.until(lambda: section.row("Pack everything").depth == 0)
    assert section.task("Pack everything").parent_uid is None


def test_the_menu_makes_a_subtask_only_where_one_stands_above(section: Hands) -> None:
    def line() -> QAction:
        return next(one for one in section.menu().actions() if one.text() == "Make it a subtask of the one above")

    look_at(section, "Home")
    section.choose(PERMIT)
    assert not line().isEnabled()
    section.choose(PACK)
    assert line().isEnabled()
    section.pick(section.menu(), "Make it a subtask of the one above")
    section.until(lambda: section.row(PLANTS).foldable)
    assert section.task(PACK).parent_uid == section.task(PLANTS).uid


def test_a_subtask_with_a_day_of_its_own_asks_for_attention(section: Hands) -> None:
    part = section.task("Sign and send back")
    section.view._actions.fields.set_due([part], NOON.date())
    look_at(section, "Today")
    section.until(lambda: "Sign and send back" in section.titles())
    assert section.row("Sign and send back").meta[0].text == LEASE


def test_everything_chosen_is_every_task(section: Hands) -> None:
    look_at(section, "Home")
    section.choose(LEASE)
    section.list.selectAll()
    assert [row.title for row in section.list.chosen_rows()] == [PERMIT, LEASE, PLANTS, PACK]


def test_an_order_by_day_takes_no_rows_between(section: Hands) -> None:
    section.choose(LEASE)
    assert not section.list.orderable
    before = section.titles()
    drop(section.list.viewport(), held(section), between(section, "Send invoice to Berg & Co."))
    section.settle()
    assert section.titles() == before


def test_lines_of_the_side_bar_take_tasks(section: Hands) -> None:
    section.choose(LEASE)
    mime = held(section)
    assert carried_in(mime) == Carried((section.task(LEASE).uid,), LEASE)
    drop(side(section, "Work"), mime, QPointF(20, 10))
    section.until(lambda: section.task(LEASE).list_uid == "work")
    drop(side(section, "Someday"), mime, QPointF(20, 10))
    section.until(lambda: section.task(LEASE).someday)
    section.settle()
    assert section.task(LEASE).due_on is None, "what is put aside has no date"
    drop(side(section, "Today"), mime, QPointF(20, 10))
    section.until(lambda: section.task(LEASE).due_on == NOON.date())
    assert not section.task(LEASE).someday
    section.settle()
    drop(side(section, "Done"), mime, QPointF(20, 10))
    section.until(lambda: section.task(LEASE).done)
    assert carried_in(QMimeData()) is None


def test_a_task_dropped_onto_the_hours_becomes_time_for_it(section: Hands) -> None:
    calendar = CalendarPane(section.desk)
    section.qtbot.addWidget(calendar)
    calendar.resize(900, 700)
    calendar.show_view("week")
    calendar.show()
    section.settle()
    hours = calendar.pages.hours
    drops = TaskDrops(section.desk, calendar.pages)
    task = section.task(LEASE)
    section.view._actions.fields.set_estimate([task], 90)
    section.settle()
    section.choose(LEASE)
    carried = carried_in(held(section))
    assert carried is not None
    place = QPointF(hours.grid.rect_of(3, 14 * 60 + 10, 15 * 60).topLeft() + QPoint(8, 0))
    wanted = datetime(2026, 10, 15, 14, 0, tzinfo=BERLIN)
    assert drops.extent(carried, place).start_at == wanted
    drop(hours.grid, held(section), place)
    section.until(lambda: section.home.assistant.planning.blocks())
    (block,) = section.home.assistant.planning.blocks()
    assert (block.title, block.task_uid) == (LEASE, task.uid)
    assert block.span.start_at == wanted
    assert (block.span.end_at - block.span.start_at).total_seconds() == 90 * 60
    section.settle()
    assert section.view.detail.fields.buttons["planned"].text() == "Tomorrow, Thu 15 Oct, 14:00"
    section.undo_last()
    assert section.home.assistant.planning.blocks() == ()
    assert section.task(LEASE).due_on == task.due_on, "the task itself stays as it is"


# ------------------------------------------------------------------------------------------------- sorted and filtered


def test_a_view_keeps_its_order_and_its_filter(section: Hands) -> None:
    look_at(section, "Home")
    shown = section.view.shown

    def pick(*path: str) -> None:
        menu = options_menu(section.view, shown.place.view, shown.options, shown.board.tags, shown.choose)
        section.pick(menu, *path)

    pick("Title")
    assert section.titles() == [PACK, PERMIT, LEASE, PLANTS]
    assert not section.list.orderable
    pick("Priority", "Low and higher")
    assert section.titles() == [LEASE]
    assert section.view.body.head._told.text() == "Sorted: Title · Low and higher"
    look_at(section, "Today")
    assert not section.view.body.head._told.isVisible()
    section.settle()
    again = TasksSection(section.desk)
    section.qtbot.addWidget(again)
    section.until(lambda: again.shown.place.view is ViewKind.TODAY)
    again.show_view(ViewKind.LIST, "home")
    section.until(lambda: again.shown.options.sort is SortKey.TITLE)
    again.show()
    section.until(lambda: [row.title for row in again.list.rows if row.kind is RowKind.TASK] == [LEASE])
    again.body.head._clear.click()
    assert next(row.title for row in again.list.rows if row.kind is RowKind.TASK) == PERMIT


def test_someday_and_tags_are_views(section: Hands) -> None:
    look_at(section, "Someday")
    section.list.edit_row("new")
    section.type("Learn the violin #music !!! ~2h")
    section.press(Qt.Key.Key_Return)
    section.until(lambda: "Learn the violin" in section.titles())
    task = section.task("Learn the violin")
    assert (task.someday, task.priority, task.estimate_minutes) == (True, Priority.HIGH, 120)
    section.press(Qt.Key.Key_Escape)
    section.view._actions.fields.tag([task, section.task(LEASE)], "art", on=True)
    section.settle()
    look_at(section, "art")
    assert section.titles(None) == [LEASE, "New task", "Someday", "Learn the violin"]
    section.list.edit_row("new")
    section.type("Buy paint")
    section.press(Qt.Key.Key_Return)
    section.until(lambda: "Buy paint" in section.titles())
    assert section.task("Buy paint").tags == ("art",)


def test_what_was_done_is_counted(section: Hands) -> None:
    look_at(section, "Done")
    panel = section.view.body.done
    assert panel.isVisible()
    assert panel.week.text() == "3 tasks done this week", "two subtasks and a train to Lyon"
    assert panel.columns.accessibleDescription() == "Today, Wed 14 Oct: 3"
    look_at(section, "Today")
    assert not panel.isVisible()


# --------------------------------------------------------------------------------------------------- one task in full


def test_notes_are_read_as_markdown_and_edited_as_typed(section: Hands) -> None:
    section.choose(LEASE)
    notes = section.view.detail.notes
    notes.edit()
    QTest.keyClicks(notes.editor, "**bold** and [a page](https://example.org)")
    section.list.setFocus()
    section.until(lambda: section.task(LEASE).notes)
    (view,) = [one for one in notes.findChildren(ProseView) if one.isVisible()]
    assert view.toPlainText().strip() == "bold and a page (https://example.org)"
    assert not notes.editor.isVisible()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    section.until(lambda: notes.editor.isVisible() and notes.editing)
    assert notes.text() == "**bold** and [a page](https://example.org)"
    assert not view.isVisible()


def test_more_fields_are_set_from_their_menus(section: Hands) -> None:
    section.choose(PLANTS)
    fields = section.view.detail.fields

    def pick(field: str, *path: str) -> None:
        entry = section.view.shown.board.entry(section.view.detail.uid)
        assert entry is not None
        section.pick(fields.menu_for(field, entry), *path)
        section.settle()

    pick("repeat", "Count from completion")
    assert section.task(PLANTS).after_completion
    assert fields.buttons["repeat"].text() == "Every 3 days, after completion"
    pick("estimate", "15 min")
    pick("start", "Today")
    pick("tags", "New tag")
    editor = section.view.window().findChild(TextEditor)
    assert editor is not None
    QTest.keyClicks(editor.findChild(QLineEdit), "green")
    QTest.keyClick(editor.findChild(QLineEdit), Qt.Key.Key_Return)
    section.until(lambda: section.task(PLANTS).tags == ("green",))
    task = section.task(PLANTS)
    assert (task.estimate_minutes, task.start_on) == (15, NOON.date())
    section.settle()
    shown = {name: button.text() for name, button in fields.buttons.items()}
    assert (shown["estimate"], shown["start"], shown["tags"]) == ("15 min", "Today, Wed 14 Oct", "#green")


def test_a_round_can_be_skipped(section: Hands) -> None:
    section.choose(PLANTS)
    section.pick(section.menu(), "Skip this time")
    section.until(lambda: section.toasts)
    assert section.toasts[-1][0] == "Skipped “Water the plants” · next: Sat 17 Oct"
    section.undo_last()
    assert section.task(PLANTS).due_on == NOON.date()


def test_lists_are_put_inside_each_other(section: Hands) -> None:
    work = next(one for one in section.home.assistant.lists.all() if one.uid == "work")
    section.pick(section.view.lists.menu_of(work), "Put inside", "Home")
    section.until(lambda: side(section, "Work").indent > 0)
    section.pick(section.view.lists.menu_of(work), "Move up")
    section.settle()
    work = next(one for one in section.home.assistant.lists.all() if one.uid == "work")
    section.pick(section.view.lists.menu_of(work), "Put inside", "No other list")
    section.until(lambda: side(section, "Work").indent == 0)


# ------------------------------------------------------------------------------------------------------ while typing


def test_a_new_task_is_understood_while_it_is_typed(section: Hands) -> None:
    section.list.edit_row("new")
    chips = section.view.findChild(QuickChips)
    assert chips is not None
    section.type("Write minutes tomorrow 10am !!! #Work ~45m")
    section.until(lambda: chips.chips)
    assert [chip.text for chip in chips.chips] == ["Tomorrow, Thu 15 Oct, 10:00", "Work", "High priority", "45 min"]
    section.press(Qt.Key.Key_Return)
    section.until(lambda: any(task.title == "Write minutes" for task in section.home.assistant.tasks.all()))
    made = section.task("Write minutes")
    assert (made.list_uid, made.priority, made.estimate_minutes) == ("work", Priority.HIGH, 45)
    section.press(Qt.Key.Key_Escape)
    section.until(lambda: not chips.isVisible())


def test_a_repeated_start_opens_what_was_looked_at(section: Hands, desk: tuple[object, Desk]) -> None:
    look_at(section, "Home")
    section.settle()
    again = TasksSection(desk[1])
    section.qtbot.addWidget(again)
    again.show()
    section.until(lambda: again.shown.place.uid == "home")


def test_tasks_dropped_onto_days_get_free_time_or_the_whole_day(section: Hands) -> None:
    calendar = CalendarPane(section.desk)
    section.qtbot.addWidget(calendar)
    calendar.resize(900, 700)
    calendar.show_view("month")
    calendar.show()
    section.settle()
    pages = calendar.pages
    TaskDrops(section.desk, pages)
    look_at(section, "Home")
    section.choose(PACK)
    cell = next(cell for cell in pages.month.findChildren(DayCell) if cell.day == date(2026, 10, 16))
    place = QPointF(cell.geometry().center())
    hold(pages.month, held(section), place)
    assert cell.target
    hold(pages.month, held(section), QPointF(place.x(), 2))
    assert not cell.target, "over the names of the days there is none"
    drop(pages.month, held(section), place)
    section.until(lambda: section.home.assistant.planning.blocks())
    section.settle()
    (block,) = section.home.assistant.planning.blocks()
    assert block.span.start_at == datetime(2026, 10, 16, 9, 0, tzinfo=BERLIN), "before the review at ten"
    assert section.toasts[-1][0] == "Planned “Pack for the weekend”: Fri 16 Oct, 09:00–10:00"
    assert not any(one.target for one in pages.month.findChildren(DayCell))
    section.undo_last()
    calendar.show_view("week")
    section.settle()
    drop(pages.hours.lane, held(section), QPointF(pages.hours.lane.rect_of(4, 4).center()))
    section.until(lambda: section.home.assistant.planning.blocks())
    (block,) = section.home.assistant.planning.blocks()
    assert block.span == AllDay(date(2026, 10, 16), date(2026, 10, 17))
    section.settle()
    assert section.view.detail.fields.buttons["planned"].text() == "Fri 16 Oct"

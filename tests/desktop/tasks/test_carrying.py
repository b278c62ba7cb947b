"""Tasks carried by hand: between rows, onto others, to lists, hours and days."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from assistant.desktop.calendar.month.day import DayCell
from assistant.desktop.calendar.pane import CalendarPane
from assistant.desktop.tasks.calendar_drop import TaskDrops
from assistant.desktop.tasks.carried import Carried, carried_in
from assistant.desktop.tasks.rows.texts import RowKind
from assistant.domain.spans import AllDay
from assistant.domain.task import TaskList
from assistant.services.tasks.service import TaskDraft
from tests.desktop.tasks.conftest import LEASE, PACK, PERMIT, PLANTS, Hands
from tests.helpers.clock import BERLIN, NOON


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


def test_rows_are_dropped_between_others(section: Hands) -> None:
    section.look_at("Home")
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
    section.look_at("Home")
    assert "Kitchen" in section.titles(RowKind.HEADING)
    section.choose(PACK)
    drop(section.list.viewport(), held(section), between(section, "Sink"))
    section.until(lambda: section.task(PACK).list_uid == "kitchen")


def onto(section: Hands, title: str) -> QPointF:
    rect = section.list.visualRect(section.list.model().place_of(section.row(title).key))
    return QPointF(rect.left() + 60, rect.center().y())


def test_a_row_dropped_onto_another_becomes_its_subtask(section: Hands) -> None:
    section.look_at("Home")
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
    section.look_at("Home")
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

    section.look_at("Home")
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
    section.look_at("Today")
    section.until(lambda: "Sign and send back" in section.titles())
    assert section.row("Sign and send back").meta[0].text == LEASE


def test_everything_chosen_is_every_task(section: Hands) -> None:
    section.look_at("Home")
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
    drop(section.side("Work"), mime, QPointF(20, 10))
    section.until(lambda: section.task(LEASE).list_uid == "work")
    drop(section.side("Someday"), mime, QPointF(20, 10))
    section.until(lambda: section.task(LEASE).someday)
    section.settle()
    assert section.task(LEASE).due_on is None, "what is put aside has no date"
    drop(section.side("Today"), mime, QPointF(20, 10))
    section.until(lambda: section.task(LEASE).due_on == NOON.date())
    assert not section.task(LEASE).someday
    section.settle()
    drop(section.side("Done"), mime, QPointF(20, 10))
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


def test_tasks_dropped_onto_days_get_free_time_or_the_whole_day(section: Hands) -> None:
    calendar = CalendarPane(section.desk)
    section.qtbot.addWidget(calendar)
    calendar.resize(900, 700)
    calendar.show_view("month")
    calendar.show()
    section.settle()
    pages = calendar.pages
    TaskDrops(section.desk, pages)
    section.look_at("Home")
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

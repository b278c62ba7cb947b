"""The tasks section in a person's hands: many at once, filters, notes, planning, lines for new tasks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from assistant.desktop.chat.prose import ProseView
from assistant.desktop.desk import Desk
from assistant.desktop.dock.text_editor import TextEditor
from assistant.desktop.tasks import TasksSection
from assistant.desktop.tasks.ordering import SortKey
from assistant.desktop.tasks.quick_chips import QuickChips
from assistant.desktop.tasks.rows.groups import ViewKind
from assistant.desktop.tasks.rows.texts import RowKind
from assistant.desktop.tasks.section.options_menu import options_menu
from assistant.domain.items import Priority
from tests.desktop.tasks.conftest import LEASE, PACK, PERMIT, PLANTS, Hands
from tests.helpers.clock import NOON

SHIFT = Qt.KeyboardModifier.ShiftModifier


def choose_two(section: Hands) -> None:
    section.choose(LEASE)
    section.press(Qt.Key.Key_Down, SHIFT)
    assert [row.title for row in section.list.chosen_rows()] == [LEASE, PLANTS]


# ------------------------------------------------------------------------------------------------------ many at once


def test_many_are_changed_in_one_step_that_one_undo_takes_back(section: Hands) -> None:
    section.look_at("Home")
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
    section.look_at("Home")
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
    section.look_at("Home")
    section.choose(LEASE)
    asked: list[str] = []
    section.list.partWanted.disconnect()
    section.list.partWanted.connect(asked.append)
    for key in (Qt.Key.Key_D, Qt.Key.Key_L, Qt.Key.Key_P, Qt.Key.Key_G, Qt.Key.Key_X):
        section.press(key)
    assert asked == ["due", "list", "priority", "tags", "estimate"]


# ------------------------------------------------------------------------------------------------- sorted and filtered


def test_a_view_keeps_its_order_and_its_filter(section: Hands) -> None:
    section.look_at("Home")
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
    section.look_at("Today")
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
    section.look_at("Someday")
    section.list.edit_row("new")
    section.type("Learn the violin #music !!! ~2h")
    section.press(Qt.Key.Key_Return)
    section.until(lambda: "Learn the violin" in section.titles())
    task = section.task("Learn the violin")
    assert (task.someday, task.priority, task.estimate_minutes) == (True, Priority.HIGH, 120)
    section.press(Qt.Key.Key_Escape)
    section.view._actions.fields.tag([task, section.task(LEASE)], "art", on=True)
    section.settle()
    section.look_at("art")
    assert section.titles(None) == [LEASE, "New task", "Someday", "Learn the violin"]
    section.list.edit_row("new")
    section.type("Buy paint")
    section.press(Qt.Key.Key_Return)
    section.until(lambda: "Buy paint" in section.titles())
    assert section.task("Buy paint").tags == ("art",)


def test_what_was_done_is_counted(section: Hands) -> None:
    section.look_at("Done")
    panel = section.view.body.done
    assert panel.isVisible()
    assert panel.week.text() == "3 tasks done this week", "two subtasks and a train to Lyon"
    assert panel.columns.accessibleDescription() == "Today, Wed 14 Oct: 3"
    section.look_at("Today")
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
    section.until(lambda: section.side("Work").indent > 0)
    section.pick(section.view.lists.menu_of(work), "Move up")
    section.settle()
    work = next(one for one in section.home.assistant.lists.all() if one.uid == "work")
    section.pick(section.view.lists.menu_of(work), "Put inside", "No other list")
    section.until(lambda: section.side("Work").indent == 0)


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
    section.look_at("Home")
    section.settle()
    again = TasksSection(desk[1])
    section.qtbot.addWidget(again)
    again.show()
    section.until(lambda: again.shown.place.uid == "home")

"""The narrow pane: what it shows, and everything that can be done in it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from assistant.desktop.tasks.rows.texts import RowKind
from assistant.domain.items import Priority
from assistant.services.tasks.service import TaskDraft
from tests.desktop.tasks.conftest import Hands, nameless
from tests.helpers.clock import BERLIN

TODAY = date(2026, 10, 14)
INVOICE = "Send invoice to Berg & Co."


def test_the_demonstration_week_reads_as_in_the_design(pane: Hands) -> None:
    shown = [(row.title, row.count) if row.kind is RowKind.HEADING else row.title for row in pane.list.rows]
    assert shown == [
        ("Overdue", 1),
        "Renew parking permit",
        ("Today", 3),
        INVOICE,
        "Review lease renewal",
        "Water the plants",
        "Book train to Lyon",
        ("Tomorrow", 2),
        "Call the dentist",
        "Pack for the weekend",
        ("Later this week", 2),
        "Pay electricity bill",
        "Buy a birthday card",
        "New task",
    ]
    assert [(m.icon, m.text) for m in pane.row(INVOICE).meta] == [("clock", "17:00"), ("tag", "Work")]
    assert [(m.icon, m.text) for m in pane.row("Call the dentist").meta] == [("bell", "15:00")]
    assert [m.text for m in pane.row("Review lease renewal").meta] == ["2/4", "Home"]
    assert [m.text for m in pane.row("Water the plants").meta] == ["Every 3 days", "Home"]
    assert pane.row("Renew parking permit").meta[0].tone == "danger.text"


def test_space_checks_and_undo_takes_it_back(pane: Hands) -> None:
    pane.choose("Water the plants")
    pane.choose(INVOICE)
    pane.press(Qt.Key.Key_Space)
    assert pane.shown_done(INVOICE), "the mark stands at once"
    pane.until(lambda: pane.task(INVOICE).done)
    pane.until(lambda: pane.toasts)
    assert pane.toasts[-1][0] == f"Completed “{INVOICE}”"
    pane.undo_last()
    assert not pane.task(INVOICE).done
    assert not pane.shown_done(INVOICE)


def test_a_second_key_in_time_takes_a_slip_back(pane: Hands) -> None:
    pane.choose(INVOICE)
    pane.press(Qt.Key.Key_Space)
    pane.press(Qt.Key.Key_Space)
    pane.settle()
    assert not pane.shown_done(INVOICE)
    assert not pane.task(INVOICE).done
    assert pane.toasts == []


def test_a_click_near_the_box_checks_and_a_click_on_the_title_edits(pane: Hands) -> None:
    pane.click_row("Pack for the weekend", at_x=3)
    pane.until(lambda: pane.task("Pack for the weekend").done)
    pane.settle()
    pane.click_row("Buy a birthday card", at_x=90)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    pane.type("Buy two birthday cards")
    pane.press(Qt.Key.Key_Return)
    pane.until(lambda: "Buy two birthday cards" in pane.titles())
    assert pane.task("Buy two birthday cards").due_on == date(2026, 10, 17)


def test_a_repeating_task_comes_back_with_its_next_day(pane: Hands) -> None:
    pane.choose("Water the plants")
    pane.press(Qt.Key.Key_Space)
    pane.until(lambda: any(t.title == "Water the plants" and t.done for t in pane.home.assistant.tasks.all()))
    pane.settle()
    open_one = [t for t in pane.home.assistant.tasks.all(done=False) if t.title == "Water the plants"]
    assert [t.due_on for t in open_one] == [date(2026, 10, 17)]


def test_escape_leaves_the_title_alone(pane: Hands) -> None:
    pane.choose(INVOICE)
    pane.press(Qt.Key.Key_Return)
    pane.type("nonsense")
    pane.press(Qt.Key.Key_Escape)
    pane.settle()
    assert INVOICE in pane.titles()
    assert "nonsense" not in pane.titles()


def test_a_new_line_is_understood_and_another_follows(pane: Hands) -> None:
    pane.list.setFocus()
    pane.press(Qt.Key.Key_N)
    pane.type("call Anna tomorrow at 5pm")
    pane.press(Qt.Key.Key_Return)
    pane.until(lambda: len(pane.toasts) == 1)
    added = next(t for t in pane.home.assistant.tasks.all(done=False) if "Anna" in t.title)
    assert added.due_at == datetime(2026, 10, 15, 17, tzinfo=BERLIN)
    assert "tomorrow" not in added.title
    pane.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    pane.type("Buy flour")
    pane.press(Qt.Key.Key_Return)
    pane.until(lambda: "Buy flour" in pane.titles())
    assert pane.task("Buy flour").due_on is None
    pane.undo_last()
    assert "Buy flour" not in pane.titles()


def test_a_line_that_reads_like_an_event_is_still_a_task(pane: Hands) -> None:
    pane.list.edit_row("new")
    pane.type("Lunch with Mom Friday 12:00-13:00")
    pane.press(Qt.Key.Key_Return)
    pane.until(lambda: pane.toasts)
    assert any("Lunch" in task.title for task in pane.home.assistant.tasks.all())
    friday = datetime(2026, 10, 16, tzinfo=BERLIN)
    events = pane.home.assistant.schedule.occurrences(friday, friday + timedelta(days=1))
    assert all("Lunch" not in one.title for one in events)


def test_delete_and_undo(pane: Hands) -> None:
    pane.choose("Review lease renewal")
    pane.press(Qt.Key.Key_Delete)
    pane.until(lambda: "Review lease renewal" not in pane.titles())
    assert pane.toasts[-1][0] == "Deleted “Review lease renewal”"
    current = pane.list.current_row()
    assert current is not None, "the keyboard goes on where the row was"
    pane.undo_last()
    assert pane.row("Review lease renewal").meta[0].text == "2/4", "with its subtasks"


def test_several_at_once_are_one_undo(pane: Hands) -> None:
    pane.choose(INVOICE)
    pane.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(pane.list.chosen_rows()) == 2
    pane.press(Qt.Key.Key_Delete)
    pane.until(lambda: pane.toasts)
    assert pane.toasts[-1][0] == "Deleted 2 tasks"
    pane.undo_last()
    assert {INVOICE, "Review lease renewal"} <= set(pane.titles())


def test_the_menu_moves_lists_and_flags(pane: Hands) -> None:
    pane.choose("Renew parking permit")
    pane.pick(pane.menu(), "Due", "Tomorrow")
    pane.until(lambda: pane.task("Renew parking permit").due_on == date(2026, 10, 15))
    pane.settle()
    pane.pick(pane.menu(), "Priority", "High")
    pane.until(lambda: pane.task("Renew parking permit").priority is Priority.HIGH)
    pane.settle()
    pane.pick(pane.menu(), "List", "Work")
    pane.until(lambda: pane.task("Renew parking permit").list_uid == "work")
    pane.settle()
    pane.pick(pane.menu(), "Due", "No date")
    pane.until(lambda: pane.task("Renew parking permit").due_on is None)
    pane.settle()
    pane.pick(pane.menu(), "Complete")
    pane.until(lambda: pane.task("Renew parking permit").done)
    pane.settle()
    pane.choose("Renew parking permit")
    pane.pick(pane.menu(), "Mark as not done")
    pane.until(lambda: not pane.task("Renew parking permit").done)


def test_a_day_from_the_menu_keeps_the_clock_time(pane: Hands) -> None:
    pane.choose(INVOICE)
    pane.pick(pane.menu(), "Due", "Tomorrow")
    pane.until(lambda: pane.task(INVOICE).due_at == datetime(2026, 10, 15, 17, tzinfo=BERLIN))


def test_what_the_store_refuses_goes_back(pane: Hands) -> None:
    uid = pane.row(INVOICE).key
    pane.choose(INVOICE)
    # Another process deletes the task, and the pane has not heard of it yet.
    pane.desk.itemsChanged.disconnect()
    pane.home.assistant.tasks.delete(uid)
    pane.press(Qt.Key.Key_Space)
    pane.until(lambda: pane.errors)
    assert not pane.shown_done(INVOICE)


def test_news_from_elsewhere_come_in(pane: Hands) -> None:
    pane.home.assistant.tasks.create(TaskDraft(title="From the command line", due_on=TODAY))
    pane.until(lambda: "From the command line" in pane.titles())


def test_a_hidden_pane_waits_until_it_is_looked_at(pane: Hands) -> None:
    pane.view.hide()
    pane.home.assistant.tasks.create(TaskDraft(title="Unseen", due_on=TODAY))
    pane.settle()
    assert "Unseen" not in pane.titles()
    pane.view.show()
    pane.until(lambda: "Unseen" in pane.titles())


def test_what_is_typed_survives_news(pane: Hands) -> None:
    pane.choose(INVOICE)
    pane.press(Qt.Key.Key_Return)
    pane.type("half a tit")
    pane.home.assistant.tasks.create(TaskDraft(title="Meanwhile", due_on=TODAY))
    pane.settle()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "half a tit"
    pane.press(Qt.Key.Key_Escape)
    pane.until(lambda: "Meanwhile" in pane.titles())


def test_overdue_moves_to_today_only_when_asked(pane: Hands) -> None:
    assert pane.task("Renew parking permit").due_on == date(2026, 10, 12)
    pane.view._actions.postpone(pane.view._overdue(), TODAY)
    pane.until(lambda: pane.task("Renew parking permit").due_on == TODAY)
    pane.until(lambda: pane.toasts)
    assert pane.toasts[-1][0] == "Moved “Renew parking permit” to Today, Wed 14 Oct"


def test_everything_has_a_name(pane: Hands) -> None:
    assert nameless(pane.view) == []
    spoken = {row.title: row.spoken for row in pane.list.rows}
    assert spoken[INVOICE] == f"{INVOICE}, due Today, Wed 14 Oct, 17:00, priority High, list Work"
    assert all(spoken.values())

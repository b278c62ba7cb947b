"""The tasks section: views, lists, details, subtasks, reminders."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from assistant.desktop.dock.when_editor import WhenEditor
from assistant.desktop.side_item import SideItem
from assistant.desktop.tasks.detail.subtasks import SubtaskRow
from assistant.desktop.tasks.rows.check import CheckBox
from assistant.desktop.tasks.rows.groups import ViewKind
from assistant.desktop.tasks.rows.texts import RowKind
from assistant.domain.items import Colour, Priority
from tests.desktop.tasks.conftest import Hands, nameless
from tests.helpers.clock import BERLIN

LEASE = "Review lease renewal"
INVOICE = "Send invoice to Berg & Co."


def counts(section: Hands) -> dict[str, str]:
    return {item.text(): item._count for item in section.view.findChildren(SideItem) if item.isVisible()}


def test_views_and_their_counts(section: Hands) -> None:
    assert counts(section) == {
        "Today": "3",
        "Upcoming": "4",
        "Overdue": "1",
        "Someday": "",
        "Reminders": "1",
        "Done": "",
        "Inbox": "3",
        "Home": "4",
        "Work": "1",
        "Family": "",
    }
    shown = [row.title for row in section.list.rows]
    assert shown == [
        "Overdue",
        "Renew parking permit",
        "Today",
        INVOICE,
        LEASE,
        "Water the plants",
        "New task",
        "Done today",
        "Book train to Lyon",
    ]
    section.side("Upcoming").click()
    assert section.titles(RowKind.HEADING) == ["Tomorrow, Thu 15 Oct", "Fri 16 Oct", "Sat 17 Oct"]
    section.side("Done").click()
    assert section.titles() == ["Book train to Lyon"]
    section.side("Home").click()
    assert section.titles() == ["Renew parking permit", LEASE, "Water the plants", "Pack for the weekend"]
    section.side("Family").click()
    assert section.titles(None) == ["No tasks here yet. Type below to add one.", "New task"]


def test_choosing_a_row_shows_its_details_and_escape_closes_them(section: Hands) -> None:
    section.choose(LEASE)
    detail = section.view.detail
    assert detail.isVisible()
    assert detail._title.text() == LEASE
    assert {name: button.text() for name, button in detail.fields.buttons.items()} == {
        "due": "Today, Wed 14 Oct",
        "start": "Any time",
        "reminder": "No reminder",
        "repeat": "Does not repeat",
        "estimate": "None",
        "planned": "Not planned",
        "priority": "Medium",
        "list": "Home",
        "tags": "None",
    }
    assert [row._title.text() for row in detail.findChildren(SubtaskRow)] == [
        "Find the current contract",
        "Check the notice period",
        "Ask about the parking space",
        "Sign and send back",
    ]
    assert detail._subtasks._count.text() == "2 of 4"
    detail._title.setFocus()
    section.press(Qt.Key.Key_Escape)
    assert not detail.isVisible()


def test_title_and_notes_are_kept_when_the_keyboard_leaves_them(section: Hands) -> None:
    section.choose(LEASE)
    detail = section.view.detail
    detail._title.setFocus()
    section.type("Review the lease")
    detail.notes.edit()
    section.until(lambda: "Review the lease" in section.titles())
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    QTest.keyClicks(detail.notes.editor, "Compare the new rent")
    section.press(Qt.Key.Key_Escape)
    section.until(lambda: section.task("Review the lease").notes == "Compare the new rent")
    section.settle()
    assert section.task("Review the lease").title == "Review the lease", "the one edit did not undo the other"


def test_title_and_notes_changed_together_are_both_kept(section: Hands) -> None:
    section.choose(LEASE)
    detail = section.view.detail
    detail._title.setText("Both")
    detail.notes.editor.setPlainText("of them")
    detail.commit()
    detail.notes.editor.setPlainText("of them, and more")
    detail.commit()
    section.until(lambda: len(section.toasts) == 2)
    assert (section.task("Both").title, section.task("Both").notes) == ("Both", "of them, and more")


def test_an_empty_title_is_not_kept(section: Hands) -> None:
    section.choose(LEASE)
    detail = section.view.detail
    detail._title.setFocus()
    detail._title.clear()
    section.press(Qt.Key.Key_Return)
    section.settle()
    assert detail._title.text() == LEASE
    assert section.task(LEASE).title == LEASE


def test_fields_are_set_from_their_menus(section: Hands) -> None:
    section.choose(LEASE)
    detail = section.view.detail

    def pick(field: str, line: str) -> None:
        entry = section.view.shown.board.entry(detail.uid)
        assert entry is not None
        section.pick(detail.fields.menu_for(field, entry), line)
        section.settle()

    pick("priority", "High")
    assert section.task(LEASE).priority is Priority.HIGH
    pick("repeat", "Every weekday")
    assert section.task(LEASE).rrule == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert detail.fields.buttons["repeat"].text() == "Every weekday"
    pick("repeat", "Does not repeat")
    assert section.task(LEASE).rrule is None
    pick("reminder", "Today, Wed 14 Oct, 18:00")
    assert detail.fields.buttons["reminder"].text() == "18:00, on the day"
    waiting = section.home.assistant.reminders.upcoming()
    assert [r.due_at for r in waiting if r.text == LEASE] == [datetime(2026, 10, 14, 18, tzinfo=BERLIN)]
    pick("reminder", "Keep on until it is done")
    assert detail.fields.buttons["reminder"].text() == "18:00, on the day · until done"
    pick("reminder", "No reminder")
    assert [r for r in section.home.assistant.reminders.upcoming() if r.text == LEASE] == []
    pick("list", "Work")
    assert section.task("Sign and send back").list_uid == "work", "subtasks go along"


def test_the_due_day_is_chosen_from_a_month(section: Hands) -> None:
    section.choose(LEASE)
    section.view.detail.fields.pick_due()
    editor = section.view.findChild(WhenEditor)
    assert editor is not None
    editor.changed.emit(date(2026, 10, 20), None)
    editor.dismiss()
    section.until(lambda: section.task(LEASE).due_on == date(2026, 10, 20))


def test_subtasks_are_added_checked_and_renamed(section: Hands) -> None:
    section.choose(LEASE)
    detail = section.view.detail
    detail._subtasks._new.setFocus()
    section.type("Post it")
    section.press(Qt.Key.Key_Return)
    section.until(lambda: detail._subtasks._count.text() == "2 of 5")
    section.settle()
    last = [row for row in detail.findChildren(SubtaskRow) if row.isVisible()][-1]
    assert last._title.text() == "Post it", "a new one comes last"
    QTest.mouseClick(last.findChild(CheckBox), Qt.MouseButton.LeftButton)
    section.until(lambda: detail._subtasks._count.text() == "3 of 5")
    last._title.setFocus()
    section.type("Post it by hand")
    section.press(Qt.Key.Key_Return)
    section.until(lambda: section.task("Post it by hand").done)


def test_completing_with_open_subtasks_says_so(section: Hands) -> None:
    section.choose(LEASE)
    section.press(Qt.Key.Key_Space)
    section.until(lambda: section.toasts)
    assert section.toasts[-1][0] == f"Completed “{LEASE}” · 2 subtasks still open"


def test_a_new_task_goes_where_it_was_typed(section: Hands) -> None:
    section.list.edit_row("new")
    section.type("Ring the bank")
    section.press(Qt.Key.Key_Return)
    section.until(lambda: "Ring the bank" in section.titles())
    assert section.task("Ring the bank").due_on == date(2026, 10, 14), "typed into Today"
    section.press(Qt.Key.Key_Escape)
    section.side("Work").click()
    section.list.edit_row("new")
    section.type("Write minutes")
    section.press(Qt.Key.Key_Return)
    section.until(lambda: "Write minutes" in section.titles())
    made = section.task("Write minutes")
    assert (made.list_uid, made.due_on) == ("work", None)


def test_lists_come_change_and_go(section: Hands) -> None:
    section.view.sidebar.ask_name()
    QTest.keyClicks(section.view.sidebar._new, "Reading")
    QTest.keyClick(section.view.sidebar._new, Qt.Key.Key_Return)
    section.until(lambda: "Reading" in counts(section))
    section.settle()
    made = next(one for one in section.home.assistant.tasks.lists() if one.name == "Reading")
    assert section.side("Reading").isChecked(), "the new list is shown"
    section.pick(section.view.lists.menu_of(made), "Colour", "Rose")
    section.until(
        lambda: any(o.colour is Colour.ROSE for o in section.home.assistant.tasks.lists() if o.uid == made.uid)
    )
    section.side("Home").click()
    home = next(one for one in section.home.assistant.tasks.lists() if one.uid == "home")
    section.pick(section.view.lists.menu_of(home), "Delete the list")
    section.until(lambda: "Home" not in counts(section))
    assert section.side("Today").isChecked(), "not left in a list that is gone"
    section.undo_last()
    assert counts(section)["Home"] == "4"


def test_escape_makes_no_list(section: Hands) -> None:
    section.view.sidebar.ask_name()
    QTest.keyClicks(section.view.sidebar._new, "Nothing")
    QTest.keyClick(section.view.sidebar._new, Qt.Key.Key_Escape)
    section.settle()
    assert "Nothing" not in counts(section)


def test_overdue_moves_to_today_and_back(section: Hands) -> None:
    section.view.body.head.overdue.click()
    section.until(lambda: counts(section)["Overdue"] == "")
    assert not section.view.body.head.overdue.isVisible()
    section.undo_last()
    assert counts(section)["Overdue"] == "1"


def test_done_folds_away(section: Hands) -> None:
    heading = next(row for row in section.list.rows if row.title == "Done today")
    assert section.list.choose(heading.key)
    section.list.setFocus()
    section.press(Qt.Key.Key_Space)
    assert "Book train to Lyon" not in section.titles()
    section.press(Qt.Key.Key_Return)
    assert "Book train to Lyon" in section.titles()


def test_order_is_changed_from_the_keyboard(section: Hands) -> None:
    section.side("Home").click()
    section.choose("Water the plants")
    section.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    section.until(lambda: section.titles()[1:3] == ["Water the plants", LEASE])
    current = section.list.current_row()
    assert current is not None
    assert current.title == "Water the plants"


def test_reminders_have_their_overview_beside_the_lists(section: Hands) -> None:
    section.side("Reminders").click()
    section.until(lambda: section.view.overview.isVisible() and not section.list.isVisible())
    section.settle()
    titles = [row.title for row in section.view.overview.list.rows if row.kind is RowKind.REMINDER]
    assert titles == ["Call the dentist"]
    assert section.view.sidebar.isVisible()
    (waiting,) = section.home.assistant.reminders.upcoming()
    section.view.open_item("reminder", waiting.uid)
    assert section.view.overview.detail.uid == waiting.uid
    section.side("Today").click()
    section.until(lambda: section.list.isVisible() and not section.view.overview.isVisible())


def test_items_are_found_wherever_they_are(section: Hands) -> None:
    section.view.open_item("task", section.task("Buy a birthday card").uid)
    assert section.view.detail._title.text() == "Buy a birthday card"
    assert section.side("Inbox").isChecked()
    section.view.open_item("task", section.task("Sign and send back").uid)
    assert section.view.detail._title.text() == LEASE, "a subtask is shown with its task"
    section.view.open_item("reminder", "")
    assert section.view.shown.place.view is ViewKind.REMINDERS


def test_a_task_that_vanishes_closes_its_details(section: Hands) -> None:
    section.choose(LEASE)
    section.home.assistant.tasks.delete(section.view.detail.uid)
    section.until(lambda: not section.view.detail.isVisible())


def test_a_narrow_window_shows_one_thing_at_a_time(section: Hands) -> None:
    section.view.resize(560, 620)
    QApplication.processEvents()
    assert not section.view.sidebar.isVisible()
    section.choose(LEASE)
    assert not section.view.detail.isVisible(), "choosing alone covers nothing"
    section.view.open_item("task", section.task(LEASE).uid)
    QApplication.processEvents()
    assert section.view.detail.isVisible()
    assert not section.list.isVisible()
    section.view.close_detail()
    assert section.list.isVisible()
    section.pick(section.view.lists.views(section.view.shown.board.tags), "Done")
    assert section.titles() == ["Book train to Lyon"]


def test_everything_has_a_name(section: Hands) -> None:
    section.choose(LEASE)
    section.settle()
    assert nameless(section.view) == []


def test_words_change_with_the_language(section: Hands) -> None:
    section.choose(LEASE)
    section.home.settings.set("language", "zh")
    section.desk.languageChanged.emit()
    assert section.view.body.head.day.text() == "10月14日 周三"
    assert isinstance(section.view.detail._title, QLineEdit)
    assert section.view.detail._title.text() == LEASE

"""What the bar shows and does while somebody types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from assistant.desktop.dock.edits import ChipKind
from assistant.understanding.request import Intent, Understanding
from tests.desktop.dock.conftest import WAIT, Bar

DENTIST = "remind me to call the dentist tomorrow at 3pm"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_chips_name_the_resolved_time_and_the_button_the_action(bar: Bar) -> None:
    bar.type(DENTIST)
    chips = bar.chips()
    assert chips[ChipKind.TYPE] == "Reminder"
    assert chips[ChipKind.TITLE].lower() == "call the dentist"
    assert chips[ChipKind.WHEN] == "Tomorrow, Thu 15 Oct, 15:00"
    assert list(chips) == [ChipKind.TYPE, ChipKind.TITLE, ChipKind.WHEN, ChipKind.LIST]
    assert bar.buttons() == ["Add reminder"]


def test_a_chinese_event_with_its_place(bar: Bar) -> None:
    bar.dock.fill("下周二上午十点和王总开会，地点在会议室A")
    bar.settle()
    chips = bar.chips()
    assert chips[ChipKind.TYPE] == "Event"
    assert chips[ChipKind.WHEN] == "Tue 20 Oct, 10:00–11:00"
    assert chips[ChipKind.PLACE] == "会议室A"
    assert bar.consequence() == "You are free then"


def test_an_event_that_overlaps_says_so(bar: Bar) -> None:
    bar.home.assistant.conversation.handle("meeting with Priya next Tuesday from 10 to 11", keep=False)
    bar.dock.fill("下周二上午十点和王总开会")
    bar.settle()
    assert bar.consequence().startswith("Overlaps meeting with Priya")


def test_a_question_is_asked_and_has_nothing_to_edit(bar: Bar) -> None:
    bar.type("what do I have on Friday?")
    assert bar.chips()[ChipKind.TYPE] == "Ask"
    assert bar.buttons() == ["Ask"]
    bar.press(Qt.Key.Key_Return)
    assert bar.sends() == ("what do I have on Friday?", None, "")


def test_enter_sends_clears_and_up_brings_the_draft_back(bar: Bar) -> None:
    bar.type(DENTIST)
    bar.press(Qt.Key.Key_Return)
    assert bar.sends() == (DENTIST, None, "")
    assert bar.line.toPlainText() == ""
    assert bar.chips() == {}
    bar.press(Qt.Key.Key_Up)
    assert bar.line.toPlainText() == DENTIST
    bar.press(Qt.Key.Key_Down)
    assert bar.line.toPlainText() == ""


def test_enter_at_once_sends_what_was_typed(bar: Bar) -> None:
    QTest.keyClicks(bar.line, DENTIST)
    bar.press(Qt.Key.Key_Return)
    assert bar.sends() == (DENTIST, None, "")


def test_control_enter_does_the_other_thing(bar: Bar) -> None:
    bar.type(DENTIST)
    bar.press(Qt.Key.Key_Return, CTRL)
    assert bar.sends() == (DENTIST, None, "ask")
    bar.type("hello there")
    bar.press(Qt.Key.Key_Return, CTRL)
    assert bar.sends() == ("hello there", None, "add")


def test_an_empty_bar_sends_nothing(bar: Bar) -> None:
    bar.type("   ")
    bar.press(Qt.Key.Key_Return)
    assert bar.buttons() == []
    assert bar.sent == []


def test_shift_enter_grows_the_box_to_five_lines_and_no_more(bar: Bar) -> None:
    heights = [bar.line.height()]
    for _ in range(6):
        bar.press(Qt.Key.Key_Return, SHIFT)
        heights.append(bar.line.height())
    assert heights[0] < heights[1] < heights[4]
    assert heights[4] == heights[5] == heights[6]
    assert bar.sent == []


def test_composition_freezes_the_chips_and_owns_enter(bar: Bar) -> None:
    bar.type(DENTIST)
    before = bar.chips()
    QApplication.sendEvent(bar.line, QInputMethodEvent("ni hao", []))
    bar.press(Qt.Key.Key_Return)
    assert bar.sent == []
    assert bar.chips() == before
    done = QInputMethodEvent("", [])
    done.setCommitString("你好")
    QApplication.sendEvent(bar.line, done)
    assert "你好" in bar.line.toPlainText()
    bar.settle()
    bar.press(Qt.Key.Key_Return)
    assert bar.sends()[0].endswith("你好")


def test_escape_stops_then_clears_what_was_chosen_then_the_text(bar: Bar, press_in_menu: Callable[[str], None]) -> None:
    stopped = []
    bar.dock.stopRequested.connect(lambda: stopped.append(True))
    bar.type(DENTIST)
    bar.chip(ChipKind.TYPE).click()
    press_in_menu("Task")
    bar.settle()
    assert bar.buttons() == ["Add task"]
    bar.dock.focus_text()
    bar.dock.set_busy(True)
    bar.press(Qt.Key.Key_Escape)
    assert stopped == [True]
    bar.dock.set_busy(False)
    bar.press(Qt.Key.Key_Escape)
    bar.settle()
    assert bar.buttons() == ["Add reminder"]
    bar.press(Qt.Key.Key_Escape)
    assert bar.line.toPlainText() == ""
    bar.press(Qt.Key.Key_Z, CTRL)
    assert bar.line.toPlainText() == DENTIST


def test_the_button_becomes_stop_while_an_answer_is_made(bar: Bar) -> None:
    bar.dock.set_busy(True)
    assert bar.buttons() == ["Stop"]
    with bar.qtbot.waitSignal(bar.dock.stopRequested, timeout=WAIT):
        QTest.mouseClick(bar.button("Stop"), Qt.MouseButton.LeftButton)
    bar.type(DENTIST)
    assert set(bar.buttons()) == {"Stop", "Add reminder"}
    bar.dock.set_busy(False)
    assert bar.buttons() == ["Add reminder"]


def test_two_readings_are_asked_about_and_enter_takes_the_likelier(bar: Bar) -> None:
    bar.type("Call Sam at 5")
    assert bar.chips()[ChipKind.WHEN] == "Which 5 o’clock?"
    assert bar.buttons()[:3] == ["Today 17:00", "Tomorrow 05:00", "Other…"]
    bar.press(Qt.Key.Key_Return)
    _, edited, force = bar.sends()
    assert isinstance(edited, Understanding)
    assert force == ""
    time = edited.first.item_time
    assert time is not None
    assert time.start == bar.home.clock.now().replace(hour=17, minute=0)
    assert not time.ambiguous


def test_a_button_answers_the_question(bar: Bar) -> None:
    bar.type("Call Sam at 5")
    QTest.mouseClick(bar.button("Tomorrow 05:00"), Qt.MouseButton.LeftButton)
    bar.settle()
    assert bar.chips()[ChipKind.WHEN] == "Tomorrow, Thu 15 Oct, 05:00"
    assert bar.line.hasFocus()
    bar.press(Qt.Key.Key_Return)
    _, edited, _ = bar.sends()
    assert isinstance(edited, Understanding)
    assert edited.first.item_time is not None
    assert isinstance(edited.first.item_time.start, datetime)
    assert edited.first.item_time.start.hour == 5


def test_an_event_being_typed_is_shown_as_a_ghost_and_taken_away_again(bar: Bar) -> None:
    ghosts: list[object] = []
    bar.dock.previewChanged.connect(ghosts.append)
    bar.dock.fill("下周二上午十点和王总开会")
    bar.settle()
    assert ghosts[-1] is not None
    bar.press(Qt.Key.Key_Escape)
    assert ghosts[-1] is None


def test_everything_that_can_be_pressed_has_a_name(bar: Bar) -> None:
    bar.type("Call Sam at 5")
    nameless = [b for b in bar.dock.findChildren(QAbstractButton) if b.isVisible() and not b.accessibleName()]
    assert nameless == []
    assert bar.line.accessibleName() == "Ask or add anything"


def test_tab_goes_from_text_to_chips_to_button(bar: Bar) -> None:
    bar.type(DENTIST)
    names: list[str] = []
    for _ in range(3):
        bar.press(Qt.Key.Key_Tab)
        focused: QWidget | None = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
    assert names[0] == "Change type: Reminder"
    assert names[1] == "Add reminder"


def test_the_placeholder_follows_the_section(bar: Bar) -> None:
    bar.dock.set_context("calendar")
    assert bar.line.placeholderText() == "Ask or add anything to your calendar"
    bar.dock.set_context("home")
    assert bar.line.placeholderText() == "Ask or add anything"


def test_a_very_long_text_is_typed_and_sent_whole(bar: Bar) -> None:
    text = "word " * 4_000
    bar.dock.fill(text)
    bar.settle()
    bar.press(Qt.Key.Key_Return)
    assert bar.sends()[0] == text


def test_hand_made_time_is_kept_while_typing_goes_on(bar: Bar) -> None:
    bar.type("Call Sam at 5")
    QTest.mouseClick(bar.button("Tomorrow 05:00"), Qt.MouseButton.LeftButton)
    bar.type(" please")
    assert bar.chips()[ChipKind.WHEN] == "Tomorrow, Thu 15 Oct, 05:00"
    bar.press(Qt.Key.Key_Escape)
    bar.press(Qt.Key.Key_Escape)
    bar.type("Call Sam at 5")
    assert bar.chips()[ChipKind.WHEN] == "Which 5 o’clock?"


def test_intents_of_the_type_menu(bar: Bar, press_in_menu: Callable[[str], None]) -> None:
    bar.type(DENTIST)
    for entry, label in (("Event", "Add event"), ("Task", "Add task")):
        bar.chip(ChipKind.TYPE).click()
        press_in_menu(entry)
        bar.settle()
        assert bar.buttons() == [label]
    bar.dock.focus_text()
    bar.press(Qt.Key.Key_Return)
    text, edited, _ = bar.sends()
    assert isinstance(edited, Understanding)
    assert edited.first.intent is Intent.CREATE_TASK
    assert text == DENTIST
    assert edited.first.item_time is not None
    assert edited.first.item_time.start == bar.home.clock.now().replace(hour=15, minute=0) + timedelta(days=1)

"""Turns: what is said comes back as receipts, answers, questions and approvals."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from assistant.config.errors import EngineError
from assistant.domain.spans import Zoned
from assistant.services.calendar.drafts import EventDraft
from tests.desktop.chat.conftest import WAIT, Chat
from tests.helpers.household import Household
from tests.helpers.scripted_model import Script

DENTIST = "remind me to call the dentist tomorrow at 3pm"
LETTER = "write a short mail to my boss asking for Friday off"


def plan(home: Household, title: str, hour: int, days: int = 1) -> None:
    start = home.clock.now().replace(hour=hour, minute=0) + timedelta(days=days)
    span = Zoned(start, start + timedelta(hours=1), "Europe/Berlin")
    home.assistant.schedule.create(EventDraft(title=title, span=span))


def test_a_reminder_gives_a_receipt_that_can_be_undone_and_done_again(chat: Chat) -> None:
    toasts: list[tuple[str, object, str]] = []
    chat.desk.toastWanted.connect(lambda text, entry, pane: toasts.append((text, entry, pane)))
    chat.pane.submit(DENTIST)
    chat.wait_for("Reminder added")
    shown = chat.texts()
    assert "Chat" in shown[0]
    assert any(text.startswith("Today, Wed 14 Oct") for text in shown)
    assert DENTIST in shown
    assert "Tomorrow, Thu 15 Oct, 15:00" in shown
    assert len(toasts) == 1
    assert toasts[0][0].lower() == "reminder added: call the dentist"
    assert toasts[0][2] == "tasks"
    assert len(chat.home.assistant.tasks.all()) == 1
    chat.click("Undo")
    chat.wait_for("Undone")
    assert chat.home.assistant.tasks.all() == ()
    chat.click("Redo")
    chat.button("Undo")
    assert len(chat.home.assistant.tasks.all()) == 1


def test_undo_elsewhere_shows_on_the_card(chat: Chat) -> None:
    chat.pane.submit(DENTIST)
    chat.wait_for("Reminder added")
    chat.desk.background.run(chat.home.assistant.undo.undo)
    chat.wait_for("Undone")


def test_edit_opens_the_item(chat: Chat) -> None:
    chat.pane.submit(DENTIST)
    chat.wait_for("Reminder added")
    opened: list[tuple[str, str]] = []
    chat.desk.itemOpened.connect(lambda kind, uid, _rid: opened.append((kind, uid)))
    chat.click("Edit")
    assert opened == [("task", chat.home.assistant.tasks.all()[0].uid)]


def test_an_answer_streams_and_stays(chat: Chat) -> None:
    chat.home.model.says("Dear Ms Berg, may I take **Friday** off?")
    chat.pane.submit(LETTER)
    chat.wait_for("Dear Ms Berg, may I take Friday off?")
    messages = chat.home.assistant.conversation.messages
    said = "Dear Ms Berg, may I take **Friday** off?"
    chat.qtbot.waitUntil(lambda: messages()[-1].text == said, timeout=WAIT)  # it is seen before it is stored


def test_stop_keeps_what_was_said(chat: Chat) -> None:
    go_on = threading.Event()
    words = ["One ", "two ", "three ", "four "]
    chat.home.model.scripts.append(Script(words, during=lambda: go_on.wait(0.2)))
    chat.pane.submit(LETTER)
    chat.wait_for("One")
    chat.pane.stop()
    go_on.set()
    chat.wait_for("Stopped")
    assert chat.says("One")
    assert not chat.says("four")
    chat.qtbot.waitUntil(lambda: chat.busy in ([], [True, False]), timeout=WAIT)
    chat.home.model.says("five six")
    chat.click("Continue")
    chat.wait_for("five six")


def test_an_item_is_added_while_an_answer_is_still_being_made(chat: Chat) -> None:
    go_on = threading.Event()
    chat.home.model.scripts.append(Script(["Slowly ", "and ", "surely "], during=lambda: go_on.wait(30)))
    chat.pane.submit(LETTER)
    chat.qtbot.waitUntil(lambda: chat.busy == [True], timeout=WAIT)
    try:
        chat.pane.submit(DENTIST)
        chat.wait_for("Reminder added")
    finally:
        go_on.set()
    chat.wait_for("surely")
    chat.qtbot.waitUntil(lambda: chat.busy == [True, False], timeout=WAIT)


def test_without_a_model_the_card_offers_to_pick_one(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat(model_installed=False)
    chat.pane.submit(LETTER)
    chat.wait_for("No model is set up.")
    with chat.qtbot.waitSignal(chat.desk.settingsWanted, timeout=WAIT) as wanted:
        chat.click("Pick a model")
    assert wanted.args == ["model"]
    chat.click("Not now")
    chat.settle()
    assert not chat.says("No model is set up.")


def test_a_broken_off_answer_keeps_its_text_and_can_be_tried_again(chat: Chat) -> None:
    died = EngineError("engine.died", "The model's process ended.", partial="Dear Ms ")
    chat.home.model.scripts.append(Script(["Dear ", "Ms "], fails=died))
    chat.pane.submit(LETTER)
    chat.button("Try again")
    assert chat.says("Dear Ms")
    chat.click("Details")
    assert chat.says("engine.died")
    chat.home.model.says("Dear Ms Berg")
    chat.click("Try again")
    chat.wait_for("Dear Ms Berg")


def test_two_matches_are_asked_about(make_chat: Callable[..., Chat]) -> None:
    def plans(home: Household) -> None:
        plan(home, "Lunch with Mom", 12, 2)
        plan(home, "Lunch with Priya", 12, 5)

    chat = make_chat(before=plans)
    chat.pane.submit("move lunch to Saturday")
    chat.qtbot.waitUntil(lambda: any("Priya" in text for text in chat.buttons()), timeout=WAIT)
    choice = next(text for text in chat.buttons() if "Priya" in text)
    chat.click(choice)
    chat.qtbot.waitUntil(lambda: chat.says("Event moved") or chat.says("Event changed"), timeout=WAIT)
    assert not chat.button(choice).isEnabled()
    saturday = chat.home.clock.now().replace(hour=0, minute=0) + timedelta(days=3)
    found = chat.home.assistant.schedule.occurrences(saturday, saturday + timedelta(days=1))
    assert [one.title for one in found] == ["Lunch with Priya"]


def test_deleting_asks_first_with_the_keyboard_on_cancel(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat(before=lambda home: plan(home, "Design review", 10, 2))
    chat.window.activateWindow()
    chat.pane.submit("delete the design review")
    chat.wait_for("Nothing has changed yet.")
    chat.qtbot.waitUntil(lambda: chat.window.focusWidget() is chat.button("Cancel"), timeout=WAIT)
    QTest.keyClick(chat.button("Cancel"), Qt.Key.Key_Space)
    chat.wait_for("Cancelled. Nothing was changed.")
    assert len(_events(chat)) == 1
    chat.pane.submit("delete the design review")
    delete = chat.button("Delete")
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton)
    chat.wait_for("Event deleted")
    assert _events(chat) == []
    chat.click("Undo")
    chat.wait_for("Undone")
    assert len(_events(chat)) == 1


def test_an_answer_names_its_sources_and_opens_them(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat(before=lambda home: plan(home, "Design review", 10, 2))
    chat.pane.submit("what do I have on Friday?")
    opened: list[str] = []
    chat.desk.itemOpened.connect(lambda kind, _uid, _rid: opened.append(kind))
    chat.click("From your calendar · 1 item")
    assert opened == ["event"]


def test_input_that_cannot_be_read_is_said_to_be_so(chat: Chat) -> None:
    chat.pane.submit("x" * 100_000)
    chat.wait_for("characters long")
    assert chat.home.assistant.conversation.messages() == ()


def _events(chat: Chat) -> list[str]:
    start = chat.home.clock.now()
    return [one.title for one in chat.home.assistant.schedule.occurrences(start, start + timedelta(days=9))]


def test_focus_stays_with_somebody_who_is_typing(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat(before=lambda home: plan(home, "Design review", 10, 2))
    bar = QPlainTextEdit(chat.window)
    chat.window.layout().addWidget(bar)
    bar.show()
    bar.setPlainText("the next thing")
    chat.window.activateWindow()
    bar.setFocus()
    chat.qtbot.waitUntil(lambda: QApplication.focusWidget() is bar, timeout=WAIT)
    chat.pane.submit("delete the design review")
    chat.wait_for("Nothing has changed yet.")
    chat.settle()
    assert QApplication.focusWidget() is bar


@pytest.mark.allow_log
def test_a_fault_of_ours_ends_the_turn_and_is_said(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError("broken")

    monkeypatch.setattr(chat.home.assistant.conversation, "handle", breaks)
    chat.pane.submit(DENTIST)
    chat.wait_for("Something went wrong inside the program.")
    chat.click("Details")
    assert chat.says("ZeroDivisionError: broken")
    assert not chat.busy or chat.busy[-1] is False

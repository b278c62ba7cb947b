"""The column: what is alive, where it stands, and what an empty chat says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QListWidget

from assistant.desktop.chat.bubble import Bubble
from assistant.desktop.chat.column import MOST_ALIVE, Column
from assistant.desktop.chat.empty import Example
from assistant.domain.conversation import Conversation, Message, Role
from tests.desktop.chat.conftest import WAIT, Chat
from tests.helpers.household import Household
from tests.helpers.scripted_model import Script


def messages(count: int) -> Callable[[Household], None]:
    """Stores a conversation of so many messages, half of them yesterday's."""

    def fill(home: Household) -> None:
        now = home.clock.now()
        with home.store.writing() as unit:
            unit.conversations.put(Conversation(uid="long", title="Long", created_at=now, updated_at=now))
            for number in range(count):
                unit.conversations.put_message(
                    Message(
                        uid=f"m{number:04}",
                        conversation_uid="long",
                        role=Role.PERSON if number % 2 == 0 else Role.ASSISTANT,
                        text=f"message number {number}",
                        created_at=now - timedelta(days=1 if number < count // 2 else 0, seconds=count - number),
                    )
                )
            unit.commit()

    return fill


def _listing(chat: Chat) -> QListWidget:
    found = chat.window.findChild(QListWidget)
    assert isinstance(found, QListWidget)
    return found


def _rows(chat: Chat) -> list[str]:
    lists = [one for one in chat.window.findChildren(QListWidget) if one.isVisible()]
    return [one.item(row).text() for one in lists for row in range(one.count())]


def column(chat: Chat) -> Column:
    found = chat.pane.findChild(Column)
    assert isinstance(found, Column)
    return found


def test_only_so_many_are_alive_and_the_oldest_come_when_scrolled_to(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat(before=messages(150))
    chat.wait_for("message number 149")
    bar = column(chat).verticalScrollBar()
    assert bar.value() == bar.maximum()

    def reach_the_top() -> bool:
        bar.setValue(bar.minimum())
        alive = sum(1 for entry in column(chat).entries if entry.widget is not None)
        assert alive <= MOST_ALIVE
        return chat.says("message number 0")

    chat.qtbot.waitUntil(reach_the_top, timeout=WAIT)
    assert chat.says("Yesterday, Tue 13 Oct")

    def reach_the_end() -> bool:
        bar.setValue(bar.maximum())
        return chat.says("message number 149")

    chat.qtbot.waitUntil(reach_the_end, timeout=WAIT)


def test_new_text_is_offered_to_somebody_who_reads_further_up(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat(before=messages(40))
    chat.wait_for("message number 39")
    chat.home.model.says("Here is the answer.")
    chat.pane.submit("tell me a story about a lighthouse")
    chat.wait_for("Here is the answer.")
    bar = column(chat).verticalScrollBar()
    chat.qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=WAIT)
    go_on = threading.Event()
    words = [f"word {number} " for number in range(60)]
    chat.home.model.scripts.append(Script(words, during=lambda: go_on.wait(30)))
    chat.pane.submit("tell me another story")
    chat.wait_for("word 0")
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    go_on.set()
    chat.qtbot.waitUntil(lambda: chat.home.assistant.conversation.messages()[-1].text.endswith("59"), timeout=WAIT)
    button = chat.button("New text")
    assert bar.value() == place
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    chat.qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=WAIT)
    assert not button.isVisible()


def test_an_empty_chat_offers_examples_that_fill_the_bar(chat: Chat) -> None:
    chat.wait_for("What can I take off your mind?")
    example = next(one for one in chat.pane.findChildren(Example) if one.isVisible())
    with chat.qtbot.waitSignal(chat.pane.fillWanted, timeout=WAIT) as filled:
        QTest.mouseClick(example, Qt.MouseButton.LeftButton)
    assert filled.args == [example.text()]


def test_a_new_chat_is_empty_and_the_old_one_is_in_the_history(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat(before=messages(4))
    chat.wait_for("message number 3")
    chat.pane.new_chat()
    chat.wait_for("What can I take off your mind?")
    chat.home.model.says("Hello.")
    chat.pane.submit("tell me a story about a lighthouse")
    chat.wait_for("Hello.")
    assert not chat.says("message number 3")
    history = next(
        b for b in chat.pane.findChildren(QAbstractButton) if b.isVisible() and b.accessibleName() == "Earlier chats"
    )
    QTest.mouseClick(history, Qt.MouseButton.LeftButton)
    chat.qtbot.waitUntil(lambda: chat.window.focusWidget() is not None, timeout=WAIT)
    chat.qtbot.waitUntil(lambda: bool(_rows(chat)), timeout=WAIT)
    rows = _rows(chat)
    assert any(row.startswith("Long") for row in rows)
    listing = _listing(chat)
    listing.setCurrentRow(next(n for n, row in enumerate(rows) if row.startswith("Long")))
    QTest.keyClick(listing, Qt.Key.Key_Return)
    chat.wait_for("message number 3")


def test_what_is_said_while_the_record_is_read_is_not_lost(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat(before=messages(4))
    chat.home.model.says("Hello.")
    chat.pane.submit("tell me a story about a lighthouse")
    chat.wait_for("Hello.")
    assert chat.says("message number 3")
    assert [b for b in chat.pane.findChildren(Bubble) if b.isVisible()]


def test_a_long_text_folds(chat: Chat) -> None:
    chat.home.model.says("Fine.")
    text = "tell me a story " + "about a lighthouse " * 300
    chat.pane.submit(text)
    chat.click("Show all")
    chat.wait_for(text.strip()[-200:])


def test_everything_that_can_be_pressed_has_a_name(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat(before=messages(4))
    chat.wait_for("message number 3")
    nameless = [
        b for b in chat.pane.findChildren(QAbstractButton) if b.isVisible() and not (b.accessibleName() or b.text())
    ]
    assert nameless == []


def test_a_narrow_pane_never_scrolls_sideways(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat(before=messages(4))
    chat.home.model.says("https://example.org/" + "a" * 300)
    chat.pane.submit("tell me " + "x" * 200)
    chat.wait_for("aaaa")
    chat.window.resize(280, 500)
    chat.settle()
    inside = column(chat).widget()
    assert inside.width() <= column(chat).viewport().width()

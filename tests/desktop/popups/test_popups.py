"""Reminders on the screen, from the wake-up to the answer in the store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from assistant.config.errors import StoreError
from assistant.desktop.desk import Desk
from assistant.desktop.popups.digest_card import DigestCard
from assistant.desktop.popups.reminder_card import ReminderCard
from assistant.desktop.theme import install_theme
from assistant.domain.absence import Look
from assistant.domain.items import ItemKind
from assistant.domain.reminder import ReminderState
from assistant.domain.spans import Zoned
from assistant.services.calendar.drafts import EventDraft
from assistant.services.notices import ItemsChanged
from tests.desktop.popups.conftest import Screen, at
from tests.helpers.household import Household

DENTIST = "Call the dentist"


# ----------------------------------------------------------------------------------------------------- coming up


def test_it_is_stored_as_shown_before_anybody_sees_it(screen: Screen) -> None:
    seen: list[ReminderState] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show:
                seen.append(screen.stored(DENTIST).state)
            return False

    watch = Watch()
    screen.popups.stack.installEventFilter(watch)
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    assert seen == [ReminderState.SHOWN]
    assert screen.titles() == [DENTIST]
    assert screen.state_of(DENTIST) == "Reminder · now"
    assert "Today, Wed 14 Oct, 15:00" in screen.words(screen.card(DENTIST))


def test_it_stays_until_it_is_answered_and_tells_the_time(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    screen.home.clock.set(at(15, 20))
    screen.popups.retranslate()
    assert screen.state_of(DENTIST) == "Reminder · 20 min ago"


def test_it_is_over_all_windows_and_asks_for_no_focus(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    stack = screen.popups.stack
    assert stack.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert stack.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert stack.parent() is None, "it does not go away with the window"


def test_an_event_says_when_and_where_and_opens(screen: Screen) -> None:
    span = Zoned(at(16), at(17, 30), "Europe/Berlin")
    draft = EventDraft(title="Client workshop", span=span, location="Room 4", alert_minutes=(30,))
    receipt = screen.home.assistant.schedule.create(draft)
    screen.ring(at(15, 30))
    card = screen.card("Client workshop")
    assert screen.state_of("Client workshop") == "In 30 min"
    assert "Today, Wed 14 Oct, 16:00–17:30 · Room 4" in screen.words(card)
    screen.click(card, "Open")
    assert screen.opened == [("event", receipt.items[0].uid, None)]
    assert screen.cards == []
    assert screen.stored("Client workshop").state is ReminderState.ACKNOWLEDGED


def test_after_a_sleep_it_says_why_it_is_late(screen: Screen) -> None:
    screen.task("Pick up the parcel", at(14, 15))
    clock, presence = screen.home.clock, screen.home.assistant.presence
    for moment in (at(14), at(15)):
        presence.observe(Look(moment.astimezone(UTC), 5, (moment - at(14)).total_seconds(), str(clock.zone())))
    screen.ring(at(15))
    assert screen.state_of("Pick up the parcel") == "Late by 45 min"
    told = screen.words(screen.card("Pick up the parcel"))
    assert "Was due: Today, Wed 14 Oct, 14:15. This computer was asleep." in told


def test_what_was_up_when_the_program_ended_comes_back(screen: Screen, qtbot: QtBot) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    screen.popups.close_all()
    assert screen.stored(DENTIST).state is ReminderState.SHOWN
    screen.home.clock.set(at(15, 40))
    again = Screen(screen.home, screen.desk, qtbot)
    again.popups.present_pending()
    again.settle()
    assert again.titles() == [DENTIST]
    assert again.state_of(DENTIST) == "Late by 40 min"
    again.popups.close_all()


def test_what_fell_due_while_it_was_closed_says_so(screen: Screen, qtbot: QtBot) -> None:
    screen.task(DENTIST, at(15))
    screen.popups.close_all()
    screen.desk.remindersDue.disconnect()
    screen.home.clock.set(at(15, 40))
    again = Screen(screen.home, screen.desk, qtbot)
    screen.home.assistant.reminders.fire()
    again.settle()
    again.popups.present_pending()
    again.settle()
    assert again.titles() == [DENTIST], "once, though it was told twice"
    told = again.words(again.card(DENTIST))
    assert "Was due: Today, Wed 14 Oct, 15:00. Assistant was not running." in told
    again.popups.close_all()


def test_one_answered_elsewhere_meanwhile_does_not_come_up(screen: Screen) -> None:
    screen.alarm("Tea", at(15))
    screen.home.clock.set(at(15))
    screen.home.assistant.reminders.fire()
    row = screen.stored("Tea")
    screen.home.assistant.reminders.acknowledge(row.uid)
    screen.popups.present((row,))
    screen.settle()
    assert screen.cards == []


# ------------------------------------------------------------------------------------------------------- answers


def test_done_completes_the_task_and_can_be_undone(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    screen.click(screen.card(DENTIST), "Done")
    assert screen.cards == []
    assert screen.home.assistant.tasks.all()[0].done
    text, entry = screen.toasts[-1]
    assert text == f"Completed “{DENTIST}”"
    screen.home.assistant.undo.undo(entry)
    assert not screen.home.assistant.tasks.all()[0].done


def test_snoozed_it_comes_back_and_says_from_when(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    screen.home.clock.set(at(15, 2))
    screen.click(screen.card(DENTIST), "10 min")
    assert screen.cards == []
    assert screen.stored(DENTIST).snoozed_until == at(15, 12), "counted from the click"
    screen.ring(at(15, 12))
    assert screen.state_of(DENTIST) == "Snoozed from 15:00"


def test_closing_is_not_done(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    QTest.mouseClick(screen.card(DENTIST)._close, Qt.MouseButton.LeftButton)
    screen.settle()
    assert screen.cards == []
    assert screen.stored(DENTIST).state is ReminderState.MISSED
    assert not screen.home.assistant.tasks.all()[0].done


def test_the_longer_times_are_in_the_menu(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    menu = screen.card(DENTIST).snooze_menu()
    assert [action.text() for action in menu.actions()][:3] == ["This evening", "Next Monday", "Pick a time…"]
    menu.actions()[1].trigger()
    screen.settle()
    assert screen.stored(DENTIST).snoozed_until == at(9, day=19)


def test_any_time_can_be_typed(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    card = screen.card(DENTIST)
    card.pick_time()
    QTest.keyClicks(card._pick._text, "in 40 min")
    screen.until(card._pick._go.isEnabled)
    assert card._pick._told.text() == "Today, Wed 14 Oct, 15:40"
    card._pick._text.clear()
    QTest.keyClicks(card._pick._text, "no idea")
    screen.until(lambda: card._pick._told.text() == "No time in that yet.")
    assert not card._pick._go.isEnabled()
    card._pick._text.clear()
    QTest.keyClicks(card._pick._text, "tomorrow")
    screen.until(card._pick._go.isEnabled)
    QTest.keyClick(card._pick._text, Qt.Key.Key_Return)
    screen.settle()
    assert screen.stored(DENTIST).snoozed_until == at(9, day=15), "a day means its morning"
    assert screen.cards == []


def test_an_answer_from_elsewhere_takes_it_down(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    screen.home.assistant.tasks.complete(screen.home.assistant.tasks.all()[0].uid)
    screen.until(lambda: screen.cards == [])


def test_an_answer_that_comes_too_late_just_takes_it_down(screen: Screen) -> None:
    screen.alarm("Tea", at(15))
    screen.ring(at(15))
    screen.desk.remindersAnswered.disconnect()
    screen.home.assistant.reminders.acknowledge(screen.stored("Tea").uid)
    screen.click(screen.card("Tea"), "5 min")
    assert screen.cards == []
    assert screen.errors == []


# ------------------------------------------------------------------------------------------------------- keyboard


def test_the_newest_is_reached_and_answered_by_keys(screen: Screen) -> None:
    screen.task("First", at(15))
    screen.ring(at(15))
    screen.task(DENTIST, at(15, 1))
    screen.ring(at(15, 1))
    assert screen.titles() == ["First", DENTIST], "the newest is nearest the corner"
    screen.popups.focus_newest()
    screen.until(lambda: screen.card(DENTIST).primary.hasFocus())
    screen.press(Qt.Key.Key_Up)
    assert screen.card("First").primary.hasFocus()
    screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_Return)
    assert screen.titles() == ["First"]
    assert screen.card("First").primary.hasFocus(), "the keyboard goes on with the next"
    screen.press(Qt.Key.Key_S)
    screen.press(Qt.Key.Key_2)
    assert screen.cards == []
    assert screen.stored("First").snoozed_until == at(15, 11)


def test_escape_goes_back_to_where_one_was(screen: Screen, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    screen.popups.focus_newest()
    screen.until(lambda: screen.card(DENTIST).primary.hasFocus())
    screen.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(line.isActiveWindow)
    assert screen.titles() == [DENTIST], "it stays up"


def test_o_opens_and_the_task_stays_open(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    screen.popups.focus_newest()
    screen.until(lambda: screen.card(DENTIST).primary.hasFocus())
    screen.press(Qt.Key.Key_O)
    assert screen.opened == [("task", screen.home.assistant.tasks.all()[0].uid, None)]
    assert screen.titles() == [DENTIST]


# -------------------------------------------------------------------------------------------------- when things fail


@pytest.fixture
def frail(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Screen]:
    """On a store that can be told to fail."""
    home = Household(folder=tmp_path)
    home.settings.set("language", "en")
    install_theme(qapp, home.settings, "en")
    desk = Desk(home.assistant)
    made = Screen(home, desk, qtbot)
    yield made
    made.popups.close_all()
    desk.close()
    home.assistant.close()


def test_while_the_store_refuses_nothing_is_shown_and_nothing_is_lost(
    frail: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.desktop.popups.arrivals._RETRY_MS", 50)
    frail.alarm("Tea", at(15))
    frail.home.clock.set(at(15))
    frail.home.assistant.reminders.fire()
    frail.home.store.failure = StoreError("store.locked", "Another program is using your data.")
    frail.until(lambda: frail.errors)
    assert frail.cards == []
    frail.until(lambda: frail.titles() == ["Tea"])
    assert frail.stored("Tea").state is ReminderState.SHOWN


def test_an_answer_that_cannot_be_stored_is_told_on_the_card(frail: Screen) -> None:
    frail.alarm("Tea", at(15))
    frail.ring(at(15))
    frail.home.store.failure = StoreError("store.full", "No room.")
    card = frail.card("Tea")
    frail.click(card, "Done")
    assert frail.titles() == ["Tea"]
    assert "The disk is full. The last change is not saved yet." in frail.words(card)
    frail.click(card, "Done")
    assert frail.cards == []


# -------------------------------------------------------------------------------------------------------- the rest


def test_words_change_with_the_language(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.ring(at(15))
    screen.home.settings.set("language", "zh")
    screen.desk.languageChanged.emit()
    assert "今天 10月14日 周三 15:00" in screen.words(screen.card(DENTIST))


def test_everything_has_a_name(screen: Screen) -> None:
    screen.task(DENTIST, at(15))
    screen.alarm("Late one", at(11, 30))
    screen.alarm("Late two", at(11, 31))
    screen.alarm("Late three", at(11, 32))
    screen.ring(at(15))
    for button in screen.popups.stack.findChildren(QAbstractButton):
        if button.isVisible():
            assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name), repr(button)
    assert isinstance(screen.card(DENTIST), ReminderCard)
    assert screen.card(DENTIST)._primary.accessibleName() == f"Mark done: {DENTIST}"


def test_a_sentence_is_shown_until_it_is_read(screen: Screen) -> None:
    screen.popups.say("Assistant keeps running for reminders.")
    assert len(screen.cards) == 1
    screen.click(screen.cards[0], "OK")
    assert screen.cards == []


def test_what_another_process_answered_goes_away(screen: Screen) -> None:
    screen.alarm("tea", at(12))
    screen.ring(at(12))
    assert screen.titles() == ["tea"]
    other = screen.home.again()
    (row,) = other.assistant.reminders.pending()
    other.assistant.reminders.acknowledge(row.uid)
    screen.home.assistant.notices.publish(ItemsChanged(frozenset(ItemKind), elsewhere=True))
    screen.settle()
    assert screen.titles() == []


def test_one_answered_while_it_is_on_its_way_is_not_put_up(screen: Screen) -> None:
    screen.alarm("tea", at(12))
    screen.home.clock.set(at(12))
    other = screen.home.again()  # so that no notice of its own follows
    other.assistant.reminders.fire()
    (row,) = other.assistant.reminders.pending()
    screen.popups.present((row,))
    screen.popups.withdraw((row.uid,))
    screen.settle()
    assert screen.titles() == []


def test_a_series_that_was_missed_for_days_comes_once_with_the_count(screen: Screen) -> None:
    screen.home.assistant.reminders.create("vitamins", at(12), rrule="FREQ=DAILY")
    screen.ring(at(13, day=17))
    assert screen.titles() == ["1 reminder was missed"]
    (digest,) = screen.cards
    assert isinstance(digest, DigestCard)
    assert [one.times for one in digest.all] == [4]
    assert [one.due_at for one in screen.home.assistant.reminders.upcoming()][-1] == at(12, day=18)


def test_a_meeting_every_hour_says_how_often_it_was_missed(screen: Screen) -> None:
    span = Zoned(at(12), at(12, 30), "Europe/Berlin")
    draft = EventDraft(title="stand-up", span=span, rrule="FREQ=HOURLY", alert_minutes=(10,))
    screen.home.assistant.schedule.create(draft)
    screen.ring(at(14, 55))
    card = screen.card("stand-up")
    assert card.one.times == 4
    assert "3 more" in card._when.text()

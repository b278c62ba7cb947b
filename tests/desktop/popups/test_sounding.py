"""What is heard of pop-ups: gentle first, louder again, alarms all the time, nothing where it would disturb."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assistant.desktop.popups.reminder_card import ReminderCard
from assistant.domain.absence import Why
from assistant.domain.items import Priority
from assistant.domain.reminder import Insistence, ReminderKind, ReminderState
from assistant.services.tasks.service import TaskDraft
from tests.desktop.popups.conftest import Screen, at

MINUTE = timedelta(minutes=1)


class HeldSounds:
    """The `Sounds` port; keeps what was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.stops = 0

    def play(self, sound: str, volume: int) -> None:
        self.asked.append((sound, volume))

    def stop(self) -> None:
        self.stops += 1

    def look(self) -> str:
        return "nobody's ear"

    def close(self) -> None:
        pass


@pytest.fixture
def sounds(screen: Screen) -> HeldSounds:
    made = HeldSounds()
    screen.home.assistant.__dict__["sounds"] = made
    return made


class HeldMouth:
    """What of the `Mouth` port reminders need; keeps what was said."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.stops = 0

    def say(self, text: str, language: str) -> HeldMouth:
        self.said.append((text, language))
        return self

    def stop(self) -> None:
        self.stops += 1

    def close(self) -> None:
        pass


def insisting(screen: Screen, how: Insistence, priority: Priority = Priority.NONE) -> None:
    draft = TaskDraft(title="Pills", due_at=at(15), remind_at=at(15), insists=how, priority=priority)
    screen.home.assistant.tasks.create(draft)
    screen.ring(at(15))


def test_one_sound_for_all_that_come_within_a_minute(screen: Screen, sounds: HeldSounds) -> None:
    screen.task("One", at(15))
    screen.task("Two", at(15))
    screen.task("Three", at(15) + timedelta(seconds=20))
    screen.task("Four", at(15, 1))
    screen.ring(at(15))
    screen.ring(at(15) + timedelta(seconds=20))
    assert sounds.asked == [("chime", 40)]
    screen.ring(at(15, 1))
    assert sounds.asked == [("chime", 40)] * 2


def test_volume_rising_and_the_kind_of_sound_are_settings(screen: Screen, sounds: HeldSounds) -> None:
    screen.home.settings.set("sound", "wood")
    screen.home.settings.set("sound_volume", 60)
    screen.home.settings.set("sound_rises", False)
    screen.task("One", at(15))
    screen.ring(at(15))
    assert sounds.asked == [("wood", 60)]
    screen.home.settings.set("sound", "off")
    screen.task("Two", at(16))
    screen.ring(at(16))
    assert len(sounds.asked) == 1


def test_one_that_insists_is_louder_each_time_and_comes_to_the_front(screen: Screen, sounds: HeldSounds) -> None:
    insisting(screen, Insistence.REPEAT)
    screen.task("Later", at(15, 2))
    screen.ring(at(15, 2))
    assert screen.titles() == ["Pills", "Later"]
    screen.ring(at(15, 5))
    screen.until(lambda: screen.titles() == ["Later", "Pills"])
    screen.ring(at(15, 10))
    screen.until(lambda: len(sounds.asked) == 4)
    assert [volume for _sound, volume in sounds.asked] == [40, 40, 60, 80]
    assert screen.state_of("Pills").endswith("repeats")
    assert len([card for card in screen.cards if isinstance(card, ReminderCard)]) == 2


def test_an_important_task_is_heard_in_quiet_hours_and_others_are_not(screen: Screen, sounds: HeldSounds) -> None:
    insisting(screen, Insistence.REPEAT)
    assert len(sounds.asked) == 1
    screen.home.settings.set("quiet_hours", True)
    screen.home.settings.set("quiet_from", "15:01")
    screen.ring(at(15, 5))
    assert len(sounds.asked) == 1
    screen.home.assistant.tasks.create(
        TaskDraft(title="Urgent", due_at=at(15, 6), remind_at=at(15, 6), priority=Priority.HIGH)
    )
    screen.ring(at(15, 6))
    screen.until(lambda: len(sounds.asked) == 2)


def test_nothing_is_heard_again_while_it_would_disturb(screen: Screen, sounds: HeldSounds) -> None:
    insisting(screen, Insistence.REPEAT)
    screen.disturbed = next(iter(Why))
    screen.ring(at(15, 5))
    assert len(sounds.asked) == 1


def test_an_alarm_rings_until_it_is_answered_in_quiet_hours_too(screen: Screen, sounds: HeldSounds) -> None:
    screen.home.settings.set("quiet_hours", True)
    screen.home.settings.set("quiet_from", "00:00")
    screen.home.settings.set("quiet_to", "23:59")
    screen.home.assistant.reminders.create("Wake up", at(15), ReminderKind.ALARM)
    screen.ring(at(15))
    beat = screen.popups.sounding._beat
    assert beat.isActive()
    for _ in range(6):
        beat.timeout.emit()
    assert sounds.asked == [("alarm", 40)] * 3 + [("alarm", 60)] * 3 + [("alarm", 80)]
    screen.click(screen.card("Wake up"), "Done")
    assert not beat.isActive()
    assert sounds.stops == 1


def test_closing_one_that_nags_brings_it_back_until_the_task_is_done(screen: Screen, sounds: HeldSounds) -> None:
    insisting(screen, Insistence.NAG)
    screen.card("Pills")._close.click()
    screen.settle()
    assert screen.cards == []
    assert screen.stored("Pills").state is ReminderState.SNOOZED
    screen.ring(at(15, 5))
    assert screen.state_of("Pills").endswith("until done")
    assert [volume for _sound, volume in sounds.asked] == [40, 60]
    screen.click(screen.card("Pills"), "Done")
    assert screen.stored("Pills").state is ReminderState.ACKNOWLEDGED
    assert screen.home.assistant.tasks.all(done=False) == ()


def test_the_menu_of_a_pop_up_says_and_sets_how_it_insists(screen: Screen, sounds: HeldSounds) -> None:
    screen.task("Pills", at(15))
    screen.ring(at(15))
    menu = screen.card("Pills").snooze_menu()
    named = {action.text(): action for action in menu.actions()}
    assert named["Remind once"].isChecked()
    named["Keep on until it is done"].trigger()
    screen.until(lambda: screen.state_of("Pills").endswith("until done"))
    assert screen.stored("Pills").insists is Insistence.NAG
    screen.ring(at(15, 5))
    screen.until(lambda: len(sounds.asked) == 2)


def test_reminders_are_read_aloud_by_choice_and_silent_once_answered(screen: Screen, sounds: HeldSounds) -> None:
    mouth = HeldMouth()
    screen.home.assistant.__dict__["mouth"] = mouth
    screen.task("One", at(15))
    screen.ring(at(15))
    assert mouth.said == []
    screen.home.settings.set("speak_reminders", True)
    screen.home.settings.set("sound", "off")
    screen.task("吃药", at(15, 1))
    screen.ring(at(15, 1))
    screen.until(lambda: mouth.said == [("Reminder: 吃药.", "zh")])
    assert len(sounds.asked) == 1
    screen.until(lambda: screen.popups.sounding._utterance is not None)
    for title in ("One", "吃药"):
        screen.click(screen.card(title), "Done")
    assert mouth.stops == 1

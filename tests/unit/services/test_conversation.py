from __future__ import annotations

from datetime import date, timedelta

import pytest

from assistant.config.errors import EngineError, InputError, ModelError, NotFoundError
from assistant.domain.cancellation import Cancellation
from assistant.domain.conversation import Action, MessageState, Role
from assistant.domain.items import Origin, Priority
from assistant.domain.reminder import ReminderKind
from assistant.services.conversation.answering import system_prompt
from assistant.services.conversation.reply import Reply, ReplyKind
from assistant.services.conversation.service import MOST_CHARACTERS
from assistant.understanding.request import Route
from tests.helpers.clock import NOON
from tests.helpers.household import Household
from tests.helpers.scripted_model import Script


def said(home: Household, text: str, **how: object) -> Reply:
    return home.assistant.conversation.handle(text, **how)


def test_remind_me_makes_a_task_with_an_alert() -> None:
    home = Household()
    reply = said(home, "Remind me to call the dentist tomorrow at 3pm")
    assert (reply.kind, reply.route) == (ReplyKind.RECEIPT, Route.RULES)
    (task,) = home.assistant.tasks.all()
    assert task.title == "call the dentist"
    assert task.due_at == NOON.replace(day=15, hour=15, minute=0)
    (row,) = home.assistant.reminders.all()
    assert (row.item_uid, row.due_at) == (task.uid, task.due_at)
    (entry,) = home.assistant.undo.history()
    assert reply.receipts[0].journal_id == entry.id
    assert entry.origin is Origin.ASSISTANT
    assert "Tomorrow, Thu 15 Oct, 15:00" in reply.text


def test_a_chinese_event_with_a_place() -> None:
    home = Household()
    reply = said(home, "下周二上午十点和王总开会，地点在会议室A")
    (found,) = home.assistant.schedule.occurrences(NOON, NOON + timedelta(days=14))
    assert (found.title, found.location) == ("和王总开会", "会议室A")
    assert found.start_at == NOON.replace(day=20, hour=10, minute=0)
    assert found.end_at - found.start_at == timedelta(hours=1)
    assert reply.text.startswith("已添加日程：和王总开会\n10月20日 周二 10:00–11:00")


def test_undo_after_a_receipt_takes_everything_back() -> None:
    home = Household()
    reply = said(home, "Remind me to call the dentist tomorrow at 3pm")
    home.assistant.undo.undo(reply.receipts[0].journal_id)
    assert home.assistant.tasks.all() == ()
    assert home.assistant.reminders.all() == ()
    receipt = home.assistant.conversation.messages()[-1].receipt
    assert receipt is not None
    assert receipt.undone
    home.assistant.undo.redo()
    assert len(home.assistant.tasks.all()) == 1
    again = home.assistant.conversation.messages()[-1].receipt
    assert again is not None
    assert not again.undone


def test_alarms_and_timers_stand_alone() -> None:
    home = Household()
    said(home, "set a timer for 10 minutes")
    said(home, "set an alarm for 7am")
    assert home.assistant.tasks.all() == ()
    timer, alarm = home.assistant.reminders.all()
    assert (timer.kind, timer.due_at) == (ReminderKind.TIMER, NOON + timedelta(minutes=10))
    assert (alarm.kind, alarm.due_at) == (ReminderKind.ALARM, NOON.replace(day=15, hour=7, minute=0))


def test_a_repeating_event_is_stored_with_its_rule_and_shown_expanded() -> None:
    home = Household()
    said(home, "Standup every weekday at 9:15am")
    found = home.assistant.schedule.occurrences(NOON, NOON + timedelta(days=7))
    assert [o.start_at.strftime("%a %H:%M") for o in found] == [
        "Thu 09:15",
        "Fri 09:15",
        "Mon 09:15",
        "Tue 09:15",
        "Wed 09:15",
    ]


def test_a_task_goes_to_the_list_that_was_said_which_is_made_if_need_be() -> None:
    home = Household()
    reply = said(home, "todo: pay rent every 1st !!! #Home")
    (task,) = home.assistant.tasks.all()
    assert (task.due_on, task.priority) == (date(2026, 11, 1), Priority.HIGH)
    assert [one.name for one in home.assistant.tasks.lists()] == ["Inbox", "Home"]
    said(home, "todo: sweep the floor #home")
    assert [one.name for one in home.assistant.tasks.lists()] == ["Inbox", "Home"]
    home.assistant.undo.undo()
    home.assistant.undo.undo()
    assert [one.name for one in home.assistant.tasks.lists()] == ["Inbox"]
    assert "List: Home" in reply.text


def test_questions_are_answered_from_the_store_with_their_source() -> None:
    home = Household()
    said(home, "lunch with Sam on Friday at noon")
    reply = said(home, "what do I have on Friday")
    assert reply.kind is ReplyKind.ANSWER
    assert reply.text == "Fri 16 Oct: 1 event\n• 12:00–13:00 lunch with Sam\nFrom your calendar"
    assert [item.title for item in reply.items] == ["lunch with Sam"]
    assert home.assistant.conversation.messages()[-1].sources == (reply.items[0].uid,)
    assert said(home, "我今天有什么安排").text == "今天 10月14日 周三没有安排。"
    assert home.model.requests == []


def test_deleting_waits_for_a_yes() -> None:
    home = Household()
    said(home, "lunch with Sam on Friday at noon")
    reply = said(home, "delete lunch with Sam")
    assert reply.kind is ReplyKind.APPROVAL
    assert "Nothing has changed yet." in reply.text
    assert len(home.assistant.schedule.occurrences(NOON, NOON + timedelta(days=7))) == 1
    done = home.assistant.conversation.take(reply.choices[0])
    assert done.receipts[0].action is Action.DELETED
    assert home.assistant.schedule.occurrences(NOON, NOON + timedelta(days=7)) == ()


def test_a_yes_beforehand_is_enough() -> None:
    home = Household()
    said(home, "lunch with Sam on Friday at noon")
    assert said(home, "delete lunch with Sam", approved=True).receipts[0].action is Action.DELETED


def test_moving_keeps_the_length_and_the_day() -> None:
    home = Household()
    said(home, "lunch with Sam on Friday at noon for 90 minutes")
    said(home, "move lunch with Sam to 1pm")
    (found,) = home.assistant.schedule.occurrences(NOON, NOON + timedelta(days=7))
    assert found.start_at == NOON.replace(day=16, hour=13, minute=0)
    assert found.end_at - found.start_at == timedelta(minutes=90)


def test_a_series_is_asked_about_unless_a_day_was_said() -> None:
    home = Household()
    said(home, "Standup every weekday at 9:15am")
    reply = said(home, "delete standup")
    assert [choice.label for choice in reply.choices] == ["All events", "This event", "This and following"]
    dated = said(home, "delete standup on Friday", approved=True)
    assert dated.receipts[0].action is Action.DELETED
    days = [o.start_at.day for o in home.assistant.schedule.occurrences(NOON, NOON + timedelta(days=7))]
    assert days == [15, 19, 20, 21]


def test_several_matches_are_a_question_and_the_chosen_one_is_done() -> None:
    home = Household()
    said(home, "todo: call mom")
    said(home, "todo: call the bank")
    reply = said(home, "complete call")
    assert reply.kind is ReplyKind.QUESTION
    assert {choice.label for choice in reply.choices} == {"call mom", "call the bank"}
    bank = next(choice for choice in reply.choices if choice.label == "call the bank")
    done = home.assistant.conversation.take(bank)
    assert done.items[0].title == "call the bank"
    assert [task.title for task in home.assistant.tasks.all(done=False)] == ["call mom"]


def test_nothing_found_says_so_and_offers_to_add_it() -> None:
    home = Household()
    reply = said(home, "mark buy milk as done")
    assert reply.kind is ReplyKind.QUESTION
    assert "buy milk" in reply.text
    assert [choice.label for choice in reply.choices] == ["Add it as a task"]
    home.assistant.conversation.take(reply.choices[0])
    assert [task.title for task in home.assistant.tasks.all()] == ["buy milk"]


def test_three_or_more_at_once_wait_for_a_yes() -> None:
    home = Household()
    for title in ("water the plants", "call the bank", "sweep the floor"):
        said(home, f"todo: {title}")
    reply = said(home, "delete all tasks")
    assert reply.kind is ReplyKind.APPROVAL
    assert len(reply.items) == 3
    home.assistant.conversation.take(reply.choices[0])
    assert home.assistant.tasks.all() == ()
    home.assistant.undo.undo()
    assert len(home.assistant.tasks.all()) == 3


# ------------------------------------------------------------------------------------------------------ conversation


def test_conversation_streams_and_is_kept() -> None:
    home = Household()
    home.model.says("Dear boss, I would like Friday off.")
    pieces: list[str] = []
    reply = said(home, "write a short mail to my boss asking for Friday off", on_text=pieces.append)
    assert "".join(pieces).strip() == reply.text == "Dear boss, I would like Friday off."
    asked, answer = home.assistant.conversation.messages()
    assert (asked.role, answer.role, answer.state) == (Role.PERSON, Role.ASSISTANT, MessageState.COMPLETE)
    assert answer.uid == reply.message_uid
    assert reply.route is Route.MODEL


def test_the_beginning_of_the_prompt_never_changes_and_the_day_stands_at_its_end() -> None:
    home = Household()
    home.model.says("Hello.", "Fine.")
    said(home, "hello there, how are you")
    home.clock.advance(timedelta(days=3))
    said(home, "tell me a joke about cats")
    first, second = home.model.requests
    assert first.prefix == second.prefix == 1
    assert first.turns[0] == second.turns[0]
    assert first.turns[0].text == system_prompt()
    assert "2026" not in system_prompt()
    assert first.turns[-1].text.endswith("\n\n(It is Wednesday 14 October 2026, 11:20.)")
    assert second.turns[-1].text.endswith("\n\n(It is Saturday 17 October 2026, 11:20.)")
    assert [turn.role for turn in second.turns] == ["system", "user", "assistant", "user"]


def test_stopping_keeps_what_was_said() -> None:
    home = Household()
    home.model.scripts.append(Script(["Once ", "upon ", "a ", "time "], cancel_after=2))
    cancel = Cancellation()
    reply = said(home, "tell me a story about a fox", cancel=cancel)
    assert reply.stopped
    assert reply.text == "Once upon"
    message = home.assistant.conversation.messages()[-1]
    assert (message.state, message.text) == (MessageState.STOPPED, "Once upon")


def test_a_dying_engine_loses_nothing_that_was_said() -> None:
    home = Household()
    home.model.scripts.append(
        Script(["Once ", "upon "], fails=EngineError("engine.died", "The model's process ended.", partial="Once upon "))
    )
    reply = said(home, "tell me a story about a fox")
    assert reply.error_code == "engine.died"
    message = home.assistant.conversation.messages()[-1]
    assert message.state is MessageState.FAILED
    assert message.text.startswith("Once upon\n\n")
    assert message.text == reply.text


def test_what_was_left_unsaid_of_an_answer_that_still_grew_is_kept() -> None:
    home = Household()
    home.model.says("Once upon a time there was a fox.")
    cuts: list[str] = []

    def interrupt(_piece: str) -> None:
        if not cuts:
            cuts.append("a time there was a fox.")
            home.assistant.conversation.note_cut(cuts[0])

    said(home, "tell me a story about a fox", on_text=interrupt)
    asked, answer = home.assistant.conversation.messages()
    assert (asked.unsaid, answer.unsaid) == (None, cuts[0])
    assert answer.text == "Once upon a time there was a fox."


def test_a_growing_answer_is_stored_before_it_is_whole() -> None:
    home = Household()
    seen: list[str] = []

    def later() -> None:
        home.clock.advance(timedelta(seconds=3))
        seen.append(home.again().assistant.conversation.messages()[-1].state.value)

    home.model.scripts.append(Script(["a ", "b ", "c "], during=later))
    said(home, "tell me a story about a fox")
    # Another process sees what was stored of it, as stopped: it cannot know whether it still grows.
    assert seen == ["stopped", "stopped", "stopped"]
    assert home.assistant.conversation.messages()[-1].text == "a b c"


def test_without_a_model_it_says_what_still_works() -> None:
    home = Household(model_installed=False)
    reply = said(home, "write a short mail to my boss asking for Friday off")
    assert reply.error_code == "model.missing"
    assert reply.text == "No model is set up. Calendar, tasks and reminders work as usual."
    assert said(home, "Remind me to call the dentist tomorrow at 3pm").kind is ReplyKind.RECEIPT


def test_too_little_memory_is_told_with_figures() -> None:
    home = Household()
    home.model.scripts.append(
        Script(
            [],
            fails=ModelError(
                "model.memory", "It needs 4.1 GB and 2.3 GB are free.", needed=4_100_000_000, available=2_300_000_000
            ),
        )
    )
    assert "4.1 GB" in said(home, "tell me a story about a fox").text


def test_rules_only_never_asks_the_model() -> None:
    home = Household()
    reply = said(home, "write a short mail to my boss asking for Friday off", rules_only=True)
    assert reply.error_code == "rules.only"
    assert home.model.requests == []


# ------------------------------------------------------------------------------------------------------------- input


@pytest.mark.parametrize("text", ["", "   ", "\n\t ", "\x00\x07\x1b"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(InputError) as caught:
        said(Household(), text)
    assert caught.value.code == "input.empty"


def test_too_long_is_refused_with_figures() -> None:
    home = Household()
    with pytest.raises(InputError) as caught:
        said(home, "x" * 100_000)
    assert caught.value.code == "input.long"
    assert (caught.value.facts["length"], caught.value.facts["most"]) == (100_000, MOST_CHARACTERS)
    assert home.assistant.conversation.messages() == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("todo: buy \x07milk\x1b", "buy milk"),
        ("todo: 🎂 cake for Ann 👩‍👩‍👧", "🎂 cake for Ann 👩‍👩‍👧"),
        ("todo: לקנות חלב", "לקנות חלב"),
        ("todo: {title} %s {0}", "{title} %s {0}"),
    ],
)
def test_odd_characters_come_through(text: str, title: str) -> None:
    home = Household()
    said(home, text)
    assert [task.title for task in home.assistant.tasks.all()] == [title]


# ------------------------------------------------------------------------------------------------------- the record


def test_a_new_chat_forgets_nothing_and_starts_empty() -> None:
    home = Household()
    said(home, "todo: buy milk")
    first = home.assistant.conversation.current()
    assert first is not None
    assert first.title == "todo: buy milk"
    fresh = home.assistant.conversation.new_chat()
    assert home.assistant.conversation.messages() == ()
    assert home.assistant.conversation.new_chat() == fresh
    home.assistant.conversation.open(first.uid)
    assert len(home.assistant.conversation.messages()) == 2
    with pytest.raises(NotFoundError):
        home.assistant.conversation.open("nobody")


def test_one_shot_requests_leave_no_record() -> None:
    home = Household()
    assert said(home, "todo: buy milk", keep=False).message_uid is None
    assert home.assistant.conversation.messages() == ()


# ------------------------------------------------------------------------------------------------------- the preview


def test_the_preview_tells_what_would_happen() -> None:
    home = Household()
    preview = home.assistant.conversation.preview
    assert preview("  ") is None
    said(home, "Design review on Friday at 10am")
    shown = preview("lunch with Sam on Friday at 10:30am")
    assert shown is not None
    assert shown.start_at == NOON.replace(day=16, hour=10, minute=30)
    assert (shown.clashes, shown.free, shown.past) == (("Design review",), False, False)
    free = preview("lunch with Sam on Friday at noon")
    assert free is not None
    assert free.free
    assert len(home.assistant.undo.history()) == 1


def test_failures_are_told_in_the_language_of_the_request() -> None:
    home = Household()
    memory = ModelError("model.memory", "No.", needed=4_100_000_000, available=2_300_000_000)
    home.model.scripts += [Script([], fails=memory), Script([], fails=ModelError("model.odd", "Something odd."))]
    assert (
        said(home, "写一封请假邮件给老板").text
        == "模型无法启动：可用内存不足（需要 4.1 GB，现有 2.3 GB）。其他功能不受影响。"
    )
    assert said(home, "tell me a story about a fox").text == "Something odd."


def test_warming_asks_for_the_beginning_that_every_question_has() -> None:
    home = Household()
    warmed = []
    home.model.warm = warmed.append
    home.assistant.conversation.warm()
    assert (warmed[0].prefix, warmed[0].turns[0].text) == (1, system_prompt())
    home.assistant.conversation.warm()
    assert warmed[1].prefix == len(warmed[1].turns) - 1
    assert warmed[1].turns[-1].text == ""
    Household(model_installed=False).assistant.conversation.warm()


@pytest.mark.parametrize(
    ("added", "moved", "words", "told"),
    [
        ("Lunch with Ann tomorrow at noon", "move it to 5pm", "undo that", "Undone: Moved event: Lunch with Ann"),
        ("明天中午和妈妈吃饭", "改到晚上七点", "撤销", "已撤销：移动日程：和妈妈吃饭"),
    ],
)
def test_undo_takes_the_change_back_and_deletes_nothing(added: str, moved: str, words: str, told: str) -> None:
    home = Household()
    before = said(home, added).receipts[0].items[0]
    assert said(home, moved).receipts[0].items[0].start_at != before.start_at
    assert told in said(home, words).text
    (event,) = home.assistant.schedule.occurrences(NOON, NOON + timedelta(days=3))
    assert event.start_at == before.start_at

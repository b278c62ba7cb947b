"""Search on a real database: words of two characters, beginnings, sounds, filters, and that it follows every change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.spans import Zoned
from assistant.services.assistant import Assistant
from assistant.services.calendar.drafts import EventDraft
from assistant.services.tasks.service import TaskDraft
from tests.helpers.store_values import StillClock

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 10, 14, 11, 20, tzinfo=ZONE)


class _Clock(StillClock):
    def __init__(self) -> None:
        super().__init__()
        self.moment = NOW


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    paths = Paths.profile(tmp_path)
    paths.ensure()
    built = build(paths, Settings(None), clock=_Clock(), with_engines=False)
    yield built
    built.close()


def add(assistant: Assistant, title: str, days: int = 1, **more: object) -> str:
    start = NOW + timedelta(days=days)
    draft = EventDraft(title=title, span=Zoned(start, start + timedelta(hours=1), "Europe/Berlin"))
    return assistant.schedule.create(replace(draft, **more)).items[0].uid


def titles(assistant: Assistant, text: str) -> list[str]:
    return [one.title for one in assistant.search.search(text)]


@pytest.mark.parametrize(
    "asked",
    [
        "牙医",
        "牙",
        "看牙医",
        "医生",
        "kyy",
        "yayi",
        "ya yi",
        "ysys",
        "hospital",
        "人民医院",
        "Zoë",
        "zoe",
        "HOSP",
        "ｈｏｓｐ",
    ],
)
def test_words_are_found_in_title_place_people_and_by_sound(assistant: Assistant, asked: str) -> None:
    add(assistant, "看牙医生", location="人民医院 Hospital", people=("Zoë",))
    add(assistant, "Team meeting")
    if asked == "ysys":
        assert titles(assistant, asked) == []
    else:
        assert titles(assistant, asked) == ["看牙医生"]


def test_the_title_comes_before_the_notes_and_the_near_before_the_far(assistant: Assistant) -> None:
    add(assistant, "Report", days=2, notes="for the dentist")
    add(assistant, "Dentist and lunch", days=200)
    add(assistant, "Dentist and dinner", days=3)
    add(assistant, "Dentist", days=300)
    assert titles(assistant, "dentist") == ["Dentist", "Dentist and dinner", "Dentist and lunch", "Report"]
    assert assistant.search.search("dentist")[3].excerpt == "for the dentist"


def test_filters_narrow_down_what_is_found(assistant: Assistant) -> None:
    add(assistant, "Review one", days=1)
    add(assistant, "Review two", days=20)
    add(assistant, "Review weekly", days=-20, rrule="FREQ=WEEKLY")
    work = assistant.tasks.create(TaskDraft(title="Review code", new_list="Work", tags=("urgent",)))
    assistant.tasks.create(TaskDraft(title="Review diary", due_on=date(2026, 10, 1)))
    assistant.tasks.create(TaskDraft(title="Post the form", new_list="Home", due_on=NOW.date()))
    assistant.tasks.complete(work.items[0].uid)
    assert set(titles(assistant, "review from:2026-10-16 to:2026-10-25")) == {"Review weekly"}
    assert titles(assistant, "review from:2026-11-03 to:2026-11-03") == ["Review two"]
    assert titles(assistant, "review is:done") == titles(assistant, "is:done") == ["Review code"]
    assert titles(assistant, "is:overdue") == titles(assistant, "状态：逾期") == ["Review diary"]
    assert titles(assistant, "review #work") == titles(assistant, "review list:work tag:Urgent") == ["Review code"]
    assert titles(assistant, "清单:收件箱") == ["Review diary"]
    assert titles(assistant, "review list:nowhere") == titles(assistant, "review from:never") == []
    assert len(titles(assistant, "review calendar:personal to:tomorrow")) == 2


def test_it_follows_changes_deletions_and_undo(assistant: Assistant) -> None:
    uid = add(assistant, "Concert")
    event = assistant.schedule.get(uid)
    assistant.schedule.change(uid, replace(EventDraft.of(event), title="Theatre"))
    assert (titles(assistant, "concert"), titles(assistant, "theatre")) == ([], ["Theatre"])
    assistant.undo.undo()
    assert (titles(assistant, "concert"), titles(assistant, "theatre")) == (["Concert"], [])
    assistant.schedule.delete(uid)
    assert titles(assistant, "concert") == []
    assistant.undo.undo()
    assert titles(assistant, "con") == ["Concert"]


def test_conversations_are_found_and_hostile_text_is_only_text(assistant: Assistant) -> None:
    assistant.conversation.handle("what is on tomorrow", rules_only=True)
    found = assistant.search.search("tomorrow kind:chat")
    current = assistant.conversation.current()
    assert current is not None
    assert {one.uid for one in found} == {current.uid}
    for text in (
        '"',
        '"*',
        "NEAR(a b)",
        "title:x AND",
        "^a -b",
        "marks : kevent",
        "'; DROP TABLE events; --",
        "*",
        " " * 500,
    ):
        assistant.search.search(text)
    assert titles(assistant, "kevent") == []

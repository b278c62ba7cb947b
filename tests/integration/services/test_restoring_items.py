"""One item is put back as it was before a change, whatever happened to it since; that is a change like any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from assistant.bootstrap import build
from assistant.config.errors import NotFoundError
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.items import ItemKind
from assistant.domain.spans import Zoned
from assistant.services.calendar.drafts import EventDraft
from assistant.services.tasks.service import TaskDraft
from tests.helpers.store_values import NOW, StillClock


def test_a_changed_and_deleted_event_comes_back_and_the_restoring_is_undone(tmp_path: Path) -> None:
    paths = Paths.profile(tmp_path)
    paths.ensure()
    assistant = build(paths, Settings(None), clock=StillClock(), with_engines=False)
    try:
        span = Zoned(NOW + timedelta(days=1), NOW + timedelta(days=1, hours=1), "UTC")
        draft = EventDraft(title="Concert", span=span, alert_minutes=(10,))
        uid = assistant.schedule.create(draft).items[0].uid
        added = assistant.undo.history()[0].id
        renamed = assistant.schedule.change(uid, replace(draft, title="Theatre")).journal_id
        assistant.schedule.change(uid, replace(draft, title="Opera"))
        restored = assistant.undo.put_back(renamed, ItemKind.EVENT, uid)
        assert assistant.schedule.get(uid).title == "Concert"
        assert restored.label == "Restored event: Concert"
        deleted = assistant.schedule.delete(uid).journal_id
        assistant.undo.put_back(deleted, ItemKind.EVENT, uid)
        assert assistant.schedule.get(uid).title == "Concert"
        assert [row.text for row in assistant.reminders.upcoming()] == ["Concert"]
        assistant.undo.undo()
        with pytest.raises(NotFoundError):
            assistant.schedule.get(uid)
        with pytest.raises(NotFoundError):
            assistant.undo.put_back(added, ItemKind.EVENT, uid)  # there was nothing before it
    finally:
        assistant.close()


def test_the_first_names_follow_the_language_until_they_are_changed(tmp_path: Path) -> None:
    paths = Paths.profile(tmp_path)
    paths.ensure()
    settings = Settings(None)
    assistant = build(paths, settings, clock=StillClock(), with_engines=False)
    try:
        settings.set("language", "zh")
        assistant.follow_language()
        assert [one.name for one in assistant.schedule.calendars()] == ["个人"]
        assert [one.name for one in assistant.tasks.lists()] == ["收件箱"]
        assert assistant.undo.history() == ()
        assistant.tasks.create(TaskDraft(title="买牛奶"))
        assistant.schedule.save_calendar(replace(assistant.schedule.calendars()[0], name="生活"))
        settings.set("language", "en")
        assistant.follow_language()
        assert [one.name for one in assistant.schedule.calendars()] == ["生活"]
        assert [one.name for one in assistant.tasks.lists()] == ["Inbox"]
    finally:
        assistant.close()

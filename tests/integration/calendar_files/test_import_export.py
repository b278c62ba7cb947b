"""Calendar files in and out of a real store: rounds, updates, broken and hostile files, one undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from assistant.bootstrap import build
from assistant.config.errors import InputError
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.services.assistant import Assistant
from assistant.services.calendar.drafts import EventDraft
from assistant.services.calendar_files.sources import SourceError

WORK = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//test//EN
X-WR-CALNAME:Work
X-COLOUR;KIND=hex:#aabbcc
BEGIN:VTIMEZONE
TZID:Our time
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:standup@example.org
DTSTAMP:20260101T000000Z
SEQUENCE:2
DTSTART;TZID=Our time:20260105T090000
DURATION:PT15M
SUMMARY;LANGUAGE=en:Stand-up\\, short
RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=20
EXDATE;TZID=Our time:20260107T090000
RDATE;VALUE=PERIOD:20260109T080000Z/PT2H
ORGANIZER;CN="Boss; the":mailto:boss@example.org
ATTENDEE;CN=Anna;PARTSTAT=ACCEPTED;ROLE=OPT-PARTICIPANT:mailto:anna@example.org
CATEGORIES:Team,Daily
TRANSP:TRANSPARENT
URL:https://example.org/call
X-ODD;X-PARAM="a,b":kept as it is
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT10M
DESCRIPTION:x
END:VALARM
BEGIN:X-INNER
X-DEEP:yes
END:X-INNER
END:VEVENT
BEGIN:VEVENT
UID:standup@example.org
DTSTAMP:20260101T000000Z
RECURRENCE-ID;TZID=Our time:20260112T090000
DTSTART;TZID=Our time:20260112T110000
SUMMARY:Stand-up\\, late
END:VEVENT
BEGIN:VEVENT
UID:standup@example.org
DTSTAMP:20260101T000000Z
RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Our time:20260119T090000
DTSTART;TZID=Our time:20260119T100000
DURATION:PT30M
SUMMARY:Stand-up at ten
END:VEVENT
BEGIN:VTODO
UID:report@example.org
DTSTAMP:20260101T000000Z
SUMMARY:Report
DUE;VALUE=DATE:20260115
PRIORITY:1
X-TODO:kept
END:VTODO
BEGIN:VTODO
UID:figures@example.org
DTSTAMP:20260101T000000Z
SUMMARY:Figures
RELATED-TO:report@example.org
END:VTODO
BEGIN:VJOURNAL
UID:diary@example.org
DTSTAMP:20260101T000000Z
SUMMARY:What was
END:VJOURNAL
END:VCALENDAR
"""


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    paths = Paths.profile(tmp_path / "profile")
    paths.ensure()
    made = build(paths, Settings(None), with_engines=False)
    yield made
    made.close()


def written(tmp_path: Path, text: str, name: str = "work.ics") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="\r\n")
    return path


def components(path: Path) -> list[bytes]:
    return sorted(part.to_ical() for part in Calendar.from_ical(path.read_bytes()).subcomponents)


def shown(assistant: Assistant, first: datetime, days: int) -> list[tuple[str, str]]:
    found = assistant.schedule.occurrences(first, first + timedelta(days=days))
    return [(f"{one.start_at.astimezone(UTC):%m-%d %H:%M}", one.title) for one in found]


def test_nothing_is_lost_on_the_way_in_and_out_and_in_again(assistant: Assistant, tmp_path: Path) -> None:
    path = written(tmp_path, WORK)
    result = assistant.files.import_file(path, calendar="Work")
    assert (result.events, result.tasks, result.kept, result.problems) == (1, 2, 1, [])
    out = tmp_path / "out.ics"
    done = assistant.files.export_file(out, calendar="Work")
    assert (done.events, done.tasks, done.others) == (1, 2, 1)
    assert components(out) == components(path)
    assert b"X-COLOUR;KIND=hex:#aabbcc" in out.read_bytes()
    again = assistant.files.import_file(out, calendar="Work")
    assert (again.added, again.updated) == (0, 0)


def test_a_series_is_shown_as_its_file_means_it(assistant: Assistant, tmp_path: Path) -> None:
    assistant.files.import_file(written(tmp_path, WORK), calendar="Work")
    assert shown(assistant, datetime(2026, 1, 5, tzinfo=UTC), 18) == [
        ("01-05 08:00", "Stand-up, short"),
        ("01-09 08:00", "Stand-up, short"),
        ("01-12 10:00", "Stand-up, late"),
        ("01-14 08:00", "Stand-up, short"),
        ("01-19 09:00", "Stand-up at ten"),
        ("01-21 09:00", "Stand-up at ten"),
    ]
    event = assistant.schedule.get("standup@example.org")
    assert (event.busy, event.link, event.alert_minutes) == (False, "https://example.org/call", (10,))
    assert [(one.name, one.organizer) for one in event.attendees] == [("Boss; the", True), ("Anna", False)]
    tasks = {task.title: task for task in assistant.tasks.all()}
    assert tasks["Figures"].parent_uid == tasks["Report"].uid


def test_what_was_changed_here_is_written_anew_and_the_rest_stays(assistant: Assistant, tmp_path: Path) -> None:
    assistant.files.import_file(written(tmp_path, WORK), calendar="Work")
    event = assistant.schedule.get("standup@example.org")
    assistant.schedule.change(event.uid, replace(EventDraft.of(event), title="Daily"))
    out = tmp_path / "out.ics"
    assistant.files.export_file(out, calendar="Work")
    text = out.read_text(encoding="utf-8")
    assert "SUMMARY:Daily" in text
    assert "SEQUENCE:3" in text
    for kept in ('X-ODD;X-PARAM="a,b":kept as it is', "BEGIN:X-INNER", "EXDATE;TZID=Our time:20260107T090000"):
        assert kept in text


def test_a_newer_file_updates_and_an_older_one_is_passed_over(assistant: Assistant, tmp_path: Path) -> None:
    assistant.files.import_file(written(tmp_path, WORK), calendar="Work")
    newer = WORK.replace("SEQUENCE:2", "SEQUENCE:3").replace("Stand-up\\, short", "Stand-up\\, long")
    result = assistant.files.import_file(written(tmp_path, newer), calendar="Work")
    assert (result.added, result.updated) == (0, 1)
    assert assistant.schedule.get("standup@example.org").title == "Stand-up, long"
    result = assistant.files.import_file(written(tmp_path, WORK), calendar="Work")
    assert (result.updated, result.older) == (0, 1)
    assistant.undo.undo()
    assert assistant.schedule.get("standup@example.org").title == "Stand-up, short"


def test_events_of_one_name_come_back_as_they_were(assistant: Assistant, tmp_path: Path) -> None:
    late = "BEGIN:VEVENT\nUID:x\nDTSTART:20260309T100000Z\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:Late\nEND:VEVENT\n"
    changed = late.replace("SUMMARY:Late", "SUMMARY:Changed\nRECURRENCE-ID:20260310T100000Z").replace(
        "RRULE:", "X-RULE:"
    )
    early = "BEGIN:VEVENT\nUID:x\nDTSTART:20260301T100000Z\nSUMMARY:Early\nEND:VEVENT\n"
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{late}{changed}{early}END:VCALENDAR\n"
    assistant.files.import_file(written(tmp_path, text), calendar="Twins")
    first = shown(assistant, datetime(2026, 3, 1, tzinfo=UTC), 30)
    assistant.files.export_file(tmp_path / "out.ics", calendar="Twins")
    again = assistant.files.import_file(tmp_path / "out.ics", calendar="Twins")
    assert (again.added, again.updated, again.unchanged) == (0, 0, 2)
    assert shown(assistant, datetime(2026, 3, 1, tzinfo=UTC), 30) == first


def test_one_undo_takes_an_import_back_and_redo_brings_it_again(assistant: Assistant, tmp_path: Path) -> None:
    many = "".join(
        f"BEGIN:VEVENT\nUID:n{number}\nDTSTART:20260301T100000Z\nSUMMARY:Number {number}\nEND:VEVENT\n"
        for number in range(1200)
    )
    result = assistant.files.import_file(
        written(tmp_path, f"BEGIN:VCALENDAR\nVERSION:2.0\n{many}END:VCALENDAR\n"), calendar="Many"
    )
    assert result.added == 1200
    day = datetime(2026, 3, 1, tzinfo=UTC)
    assistant.undo.undo()
    assert [one.name for one in assistant.schedule.calendars()] == ["Personal"]
    assert shown(assistant, day, 1) == []
    assistant.undo.redo()
    assert len(shown(assistant, day, 1)) == 1200
    uid = next(one.uid for one in assistant.schedule.calendars() if one.name == "Many")
    assistant.schedule.remove_calendar(uid)
    assert shown(assistant, day, 1) == []
    assistant.undo.undo()
    assert len(shown(assistant, day, 1)) == 1200


def test_a_subscribed_calendar_follows_its_file_and_is_not_changed_here(assistant: Assistant, tmp_path: Path) -> None:
    path = written(tmp_path, WORK)
    assistant.subscriptions.subscribe(str(path), name="Followed", minutes=60)
    uid = next(one.uid for one in assistant.schedule.calendars() if one.name == "Followed")
    with pytest.raises(InputError) as refused:
        assistant.schedule.delete("standup@example.org")
    assert refused.value.code == "calendar.read_only"
    assert assistant.subscriptions.refresh(uid) is None
    written(tmp_path, WORK.replace("standup@", "other@"))
    result = assistant.subscriptions.refresh(uid)
    assert result is not None
    assert (result.added, result.removed) == (1, 1)
    assert assistant.schedule.get("other@example.org").title == "Stand-up, short"
    path.unlink()
    assert assistant.subscriptions.due() == ()
    with pytest.raises(SourceError):
        assistant.subscriptions.refresh(uid)
    failure = assistant.subscriptions.states()[uid].failure
    assert failure is not None
    assert (failure.code, dict(failure.facts)["path"]) == ("subscription.file", str(path))

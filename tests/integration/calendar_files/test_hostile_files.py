"""Files made to harm: what is sound in them comes in, the rest is bounded, told, and costs no time without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.ical import components, reading
from assistant.ical.problems import Trouble
from assistant.services.assistant import Assistant
from assistant.services.calendar_files import deciding, importing, summary
from assistant.services.calendar_files import events as coming
from assistant.services.calendar_files.telling import problem_lines

SOUND = "BEGIN:VEVENT\nUID:sound\nDTSTART:20260101T100000Z\nSUMMARY:Sound\nEND:VEVENT\n"
ALARM = "BEGIN:VALARM\nTRIGGER:-PT1M\nACTION:DISPLAY\nEND:VALARM\n"
NESTED = 20_000


def event(told: str, uid: str = "harm", start: str = "20260101T090000Z") -> str:
    return f"BEGIN:VEVENT\nUID:{uid}\nDTSTART:{start}\n{told}END:VEVENT\n"


def many(part: Callable[[int], str], count: int) -> str:
    return "".join(map(part, range(count)))


def minute(number: int) -> str:
    return f"2026{number % 12 + 1:02}{number // 12 % 28 + 1:02}T{number // 336 % 24:02}{number // 8064 % 60:02}00Z"


# What the file holds before or around the sound event, and what has to be told.
HOSTILE: dict[str, tuple[str, Trouble | None]] = {
    "cut off": ("%sBEGIN:VEVENT\nUID:cut\nDTSTART:2026", Trouble.CUT_OFF),
    "cut off inside": ("BEGIN:X-A\n%sBEGIN:X-B", Trouble.CUT_OFF),
    "nested": ("BEGIN:X-A\n" * NESTED + "END:X-A\n" * NESTED + "%s", Trouble.TOO_DEEP),
    "nested without end": ("BEGIN:X-A\n" * NESTED + "%s", Trouble.NO_END_BEFORE),
    "nested, one unclosed": ("BEGIN:X-A\nBEGIN:X-B\n%sEND:X-A\n", Trouble.NO_END),
    "alarms in alarms": (event("BEGIN:VALARM\n" * NESTED + "END:VALARM\n" * NESTED) + "%s", Trouble.TOO_DEEP),
    "calendars in calendars": ("BEGIN:VCALENDAR\n" * 500 + "%s" + "END:VCALENDAR\n" * 500, None),
    "stray ends": ("END:VEVENT\n" * 5_000 + "%s", Trouble.NO_BEGIN),
    "events without end": (
        many(lambda n: f"BEGIN:VEVENT\nUID:u{n}\nDTSTART:20260102\n", components.MOST_MENDED + 50) + "%s",
        Trouble.MANY_MENDED,
    ),
    "events without start": (
        many(lambda n: f"BEGIN:VEVENT\nUID:u{n}\nEND:VEVENT\n", importing.MOST_UNSOUND + 50) + "%s",
        Trouble.MANY_UNSOUND,
    ),
    "unknown kinds": (
        many(lambda n: f"BEGIN:X-{n}\nEND:X-{n}\n", importing.MOST_UNKNOWN + 50) + "%s",
        Trouble.MANY_UNKNOWN,
    ),
    "long line": ("X-A:" + "x" * 2**24 + "\n%s", Trouble.LONG_LINE),
    "long title": (event("SUMMARY:" + "x" * 2**20 + "\n") + "%s", Trouble.LONG_TEXT),
    "not text": ("X-A:\x00\xff\xfe\x80\n%s", Trouble.NOT_UTF8),
    "endless rule": (
        event(f"RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYHOUR=5;BYSETPOS=1\n{ALARM}") + "%s",
        None,
    ),
    "every second since long ago": (event(f"RRULE:FREQ=SECONDLY\n{ALARM}", start="19700101T000000Z") + "%s", None),
    "huge numbers": (
        event(f"SEQUENCE:{'9' * 6000}\nDURATION:P99999999999D\n")
        + event(f"RRULE:FREQ=DAILY;COUNT={'9' * 6000}\n")
        + "%s",
        Trouble.RULE_UNKNOWN,
    ),
    "last year": (event("", start="99991231T235959Z") + "%s", Trouble.FAR_YEAR),
    "beyond the last year": (
        "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:99971231\nDURATION:P36000D\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:99971201\nRECURRENCE-ID:20260101\nDURATION:P36000D\nEND:VEVENT\n%s",
        Trouble.FAR_YEAR,
    ),
    "on and on": (
        event("DURATION:P36000D\nRRULE:FREQ=YEARLY\nEXRULE:FREQ=DAILY\nEXRULE:FREQ=YEARLY;BYMONTH=2\n", "long")
        + "BEGIN:VEVENT\nUID:d\nDTSTART;VALUE=DATE:20260101\nDURATION:P36000D\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
        + event("RRULE:FREQ=YEARLY\nRDATE;VALUE=PERIOD:99971201T000000Z/P36000D\n")
        + event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260101T090000Z\n", start="99960101T090000Z")
        + "%s",
        None,
    ),
    "days that no month has": (
        event("RRULE:FREQ=MONTHLY;BYDAY=53MO\n") + event("RRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=9SU,1MO\n", "some") + "%s",
        Trouble.RULE_UNKNOWN,
    ),
    "huge list in a rule": (event(f"RRULE:FREQ=YEARLY;BYDAY={'MO,' * 50_000}TU\n") + "%s", Trouble.RULE_UNKNOWN),
    "rules": (event(many(lambda n: f"RRULE:FREQ=DAILY;INTERVAL={n + 1}\n", 200)) + "%s", Trouble.MANY_RULES),
    "single dates": (
        event(many(lambda n: f"RDATE:{minute(n)}\n", reading.MOST_DATES + 10) + ALARM) + "%s",
        Trouble.MANY_DATES,
    ),
    "people": (event(many(lambda n: f"ATTENDEE:mailto:p{n}@example.org\n", 3_000)) + "%s", Trouble.MANY_PEOPLE),
    "categories": (event(f"CATEGORIES:{many(lambda n: f'c{n},', 3_000)}\n") + "%s", Trouble.MANY_TAGS),
    "one name": (many(lambda n: event(f"SUMMARY:{n}\n"), deciding.MOST_COPIES + 50) + "%s", Trouble.MANY_COPIES),
    "one name, ever newer": (
        many(lambda n: event(f"SEQUENCE:{n}\n"), deciding.MOST_COPIES + 50) + "%s",
        Trouble.MANY_COPIES,
    ),
    "changed occurrences": (
        event("RRULE:FREQ=MINUTELY\n")
        + many(lambda n: event(f"RECURRENCE-ID;RANGE=THISANDFUTURE:{minute(n)}\n"), coming.MOST_CHANGED + 50)
        + "%s",
        Trouble.MANY_CHANGED,
    ),
    "in a circle": (
        many(lambda n: f"BEGIN:VTODO\nUID:t{n}\nRELATED-TO:t{(n + 1) % 60}\nEND:VTODO\n", 60)
        + event("RECURRENCE-ID:20260101T090000Z\nRELATED-TO:harm\n")
        + "%s",
        None,
    ),
    "parameters": (
        event(f"SUMMARY{many(lambda n: f';X{n}=a', 20_000)}:x\nATTENDEE;CN={'a,' * 50_000}b:c\n")
        + event(f"DTSTAMP{';A' * 50_000}:x\n", "more")
        + event(f'LOCATION;A="{"x;" * 50_000}:x\n', "most")
        + "%s",
        None,
    ),
    "lines of nothing": (many(lambda n: f"{n}!\n", 3_000) + "%s", Trouble.MANY_ODD_LINES),
    "more lines than an entry has": (
        event("a:\n" * (components.MOST_LINES + 10) + "X-LAST:1\n") + "%s",
        Trouble.MANY_LINES,
    ),
    "line ends": ("\r\r\r\n\n\r" * 5_000 + "X-A:\n \n\n \n\t\n" + "%s", None),
    "one task": (many(lambda _n: "BEGIN:VTODO\nEND:VTODO\n", deciding.MOST_COPIES + 50) + "%s", Trouble.MANY_COPIES),
    "zones defined in vain": (
        many(lambda n: f"BEGIN:VTIMEZONE\nTZID:Z{n}\nEND:VTIMEZONE\n", importing.MOST_ZONES + 50) + "%s",
        Trouble.MANY_ZONES,
    ),
    "name of a time zone": (
        event("", start="20260101T090000").replace("START", f"START;TZID={'a/' * 60_000}") + "%s",
        Trouble.ZONE_UNKNOWN,
    ),
    "a zone of rules that never come": (
        "BEGIN:VTIMEZONE\nTZID:Odd\n"
        + "BEGIN:STANDARD\nDTSTART:19700101T000000\nRRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30\nTZOFFSETTO:+0122\n"
        "END:STANDARD\n"
        * 300
        + "END:VTIMEZONE\n"
        + event("", start="20260101T090000").replace("START", "START;TZID=Odd")
        + "%s",
        Trouble.ZONE_UNKNOWN,
    ),
    "time zones": (
        "BEGIN:VTIMEZONE\nTZID:Odd\n"
        + "BEGIN:STANDARD\nDTSTART:19700101T000000\nRRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0133\nTZOFFSETTO:+0122\n"
        "END:STANDARD\n" * 300 + "END:VTIMEZONE\nBEGIN:VEVENT\nUID:z\nDTSTART;TZID=Odd:20260101T090000\nEND:VEVENT\n%s",
        None,
    ),
}


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    paths = Paths.profile(tmp_path / "profile")
    paths.ensure()
    made = build(paths, Settings(None), with_engines=False)
    yield made
    made.close()


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_costs_no_sound_event(
    assistant: Assistant, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, trouble = HOSTILE[name]
    monkeypatch.setattr(summary, "MOST_PROBLEMS", 200_000)
    path = tmp_path / "hostile.ics"
    whole = f"BEGIN:VCALENDAR\n{content.replace('%s', SOUND)}\nEND:VCALENDAR\n".removesuffix(
        "\nEND:VCALENDAR\n" if name.startswith("cut off") else ""
    )
    path.write_bytes(whole.encode("latin-1").replace(b"\n", b"\r\n"))
    result = assistant.files.import_file(path, calendar="Hostile")
    told = {problem.trouble for problem in result.problems}
    assert trouble is None or trouble in told
    day = datetime(2026, 1, 1, tzinfo=UTC)
    shown = assistant.schedule.occurrences(day, day + timedelta(days=1))
    assert "Sound" in {one.title for one in shown}
    assert "Sound" in {item.title for found in assistant.search.search("sound") if (item := found.item)}
    for year in (1, 1970, 9_998):
        assistant.schedule.occurrences(day.replace(year=year), day.replace(year=year) + timedelta(days=364))
    assistant.files.export_file(tmp_path / "out.ics", calendar="Hostile")
    assert b"SUMMARY:Sound" in (tmp_path / "out.ics").read_bytes()


def test_series_without_measure_leave_room_for_the_others(assistant: Assistant, tmp_path: Path) -> None:
    path = tmp_path / "endless.ics"
    endless = many(lambda n: event("RRULE:FREQ=SECONDLY\n", f"s{n}"), 40)
    path.write_text(f"BEGIN:VCALENDAR\n{endless}{SOUND}END:VCALENDAR\n")
    assistant.files.import_file(path)
    day = datetime(2026, 1, 1, tzinfo=UTC)
    shown = assistant.schedule.occurrences(day, day + timedelta(days=42))
    assert len({one.event.uid for one in shown}) == 41
    assert len(shown) < 60_000


def test_what_was_left_out_is_told_first_and_the_rest_is_counted(assistant: Assistant, tmp_path: Path) -> None:
    path = tmp_path / "odd.ics"
    odd, unknown = many(lambda n: f"odd {n}\n", 1_500), importing.MOST_UNKNOWN + 50
    kinds = many(lambda n: f"BEGIN:X-{n}\nEND:X-{n}\n", unknown)
    path.write_text(f"BEGIN:VCALENDAR\n{odd}{kinds}{SOUND}END:VCALENDAR\n")
    result = assistant.files.import_file(path)
    assert len(result.problems) + result.more_problems == components.MOST_ODD_LINES + 2
    lines = list(problem_lines(result, 20, chinese=False))
    assert "lines that do not fit" in lines[0]
    assert "entries of unknown kinds" in lines[1]
    assert lines[2] == "line 2: “odd 0” is no line of a calendar file"
    assert lines[20] == "… and 982 more that are not listed"
    assert list(problem_lines(result, 20, chinese=True))[20] == "……还有 982 条未列出"


def test_every_trouble_has_a_sentence_in_both_languages() -> None:
    for trouble in Trouble:
        english, chinese = trouble.value
        assert english.count("{") == chinese.count("{"), trouble
        assert english.isascii() or "“" in english
        assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese), trouble

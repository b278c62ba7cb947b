"""Calendar files of any content: brought in, written, brought in again, nothing is lost; an edit touches one thing."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.domain.event import Event
from assistant.domain.task import Task
from assistant.services.assistant import Assistant
from assistant.services.calendar.drafts import EventDraft

Lines = list[str]
Nested = tuple[str, tuple[object, ...]]
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)

OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Our own time
X-LIC-LOCATION:Europe/Paris
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
X-IN-IT:kept
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE""".splitlines()

pieces = st.sampled_from(
    (
        "plan",
        " ",
        "会议",
        "é",
        "😀",
        "\\,",
        "\\;",
        "\\n",
        "\\N",
        "\\\\",
        ",",
        ";",
        ":",
        '"',
        "^n",
        "%",
        "=",
        "\\x",
        "\t",
        "x" * 90,
    )
)
texts = st.lists(pieces, max_size=8).map("".join)
parameters = st.lists(
    st.sampled_from((";LANGUAGE=zh", ';X-P="a;b:c,d"', ';X-Q="1","2"', ";ALTREP=x", ";x-lower=^'q^'", ";X-EMPTY=")),
    max_size=2,
    unique=True,
).map("".join)
clocks = st.sampled_from(("000000", "023000", "090000", "235959"))
dates = st.sampled_from(("20260329", "20261025", "20240229", "20251231", "20260701"))
RULES = (
    "FREQ=DAILY;COUNT=5",
    "FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU",
    "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20281231T000000Z",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    "freq=daily;interval=2",
    "FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=5L;BYMONTHDAY=5;SKIP=FORWARD",
    "FREQ=NEVER;X=1",
)


@st.composite
def lines_of(draw: st.DrawFn, names: tuple[str, ...]) -> Lines:
    """Properties that any component can have, known ones and unknown ones."""
    chosen = draw(st.lists(st.sampled_from(names), max_size=5, unique=True))
    lines = [f"{name}{draw(parameters)}:{draw(texts)}" for name in chosen]
    if draw(st.booleans()):
        lines.append(
            f'ATTENDEE;CN="A; B";PARTSTAT=DECLINED{draw(parameters)}:mailto:{draw(st.sampled_from("abc"))}@example.org'
        )
    if draw(st.booleans()):
        lines.append(f"CATEGORIES:{draw(texts)},{draw(texts)}")
    return lines


@st.composite
def moments(draw: st.DrawFn, kind: str) -> str:
    day, clock = draw(dates), draw(clocks)
    return {
        "day": f";VALUE=DATE:{day}",
        "floating": f":{day}T{clock}",
        "utc": f":{day}T{clock}Z",
        "zone": f";TZID=Asia/Shanghai:{day}T{clock}",
        "own": f";TZID=Our own time:{day}T{clock}",
        "odd": f';TZID="Nowhere/Special":{day}T{clock}',
    }[kind]


kinds = st.sampled_from(("day", "floating", "utc", "zone", "own", "odd"))
alarms = st.sampled_from(
    (
        ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:x", "END:VALARM"],
        ["BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER;RELATED=END:PT5M", "REPEAT:3", "DURATION:PT1M", "END:VALARM"],
        ["BEGIN:VALARM", "TRIGGER;VALUE=DATE-TIME:20260101T000000Z", "ACTION:EMAIL", "X-A:b", "END:VALARM"],
        ["BEGIN:X-INNER", "X-DEEP;A=1:yes", "BEGIN:X-DEEPER", "END:X-DEEPER", "END:X-INNER"],
    )
)
TEXTS = (
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "COMMENT",
    "URL",
    "X-ODD",
    "x-small",
    "IANA-NEW",
    "GEO",
    "STATUS",
    "TRANSP",
)


@st.composite
def vevents(draw: st.DrawFn, uid: str) -> Lines:
    kind = draw(kinds)
    told = [f"UID:{uid}", "DTSTAMP:20260101T000000Z", f"DTSTART{draw(moments(kind))}", *draw(lines_of(TEXTS))]
    told += draw(st.sampled_from(([], ["DURATION:PT90M"], ["DURATION:P1D"], ["DTEND:x"])))
    rule = draw(st.sampled_from((*RULES, None, None)))
    told += [] if rule is None else [f"RRULE:{rule}"]
    told += [f"EXDATE{draw(moments(kind))}"] if draw(st.booleans()) else []
    told += [f"RDATE{draw(moments(kind))}"] if draw(st.booleans()) else []
    told += draw(st.sampled_from(([], ["SEQUENCE:3"], ["CREATED:20200101T000000Z", "LAST-MODIFIED:20210101T000000Z"])))
    for inner in draw(st.lists(alarms, max_size=2)):
        told += inner
    whole = ["BEGIN:VEVENT", *told, "END:VEVENT"]
    for number in range(draw(st.integers(0, 2))):
        ranged = draw(st.sampled_from(("", ";RANGE=THISANDFUTURE")))
        named = {"day": f";VALUE=DATE:2026070{number + 1}"}.get(kind, f":2026070{number + 1}T090000Z")
        changed = [
            f"UID:{uid}",
            f"RECURRENCE-ID{ranged}{named}",
            f"DTSTART{draw(moments(kind))}",
            *draw(lines_of(TEXTS)),
        ]
        changed += draw(st.sampled_from(([], ["RDATE:20260801T090000Z"], ["RRULE:FREQ=DAILY"])))
        whole += ["BEGIN:VEVENT", *changed, "END:VEVENT"]
    return whole


@st.composite
def vtodos(draw: st.DrawFn, uid: str) -> Lines:
    told = [f"UID:{uid}", *draw(lines_of((*TEXTS[:4], "X-ODD", "PRIORITY", "PERCENT-COMPLETE", "RESOURCES")))]
    told += [f"DUE{draw(moments(draw(kinds)))}"] if draw(st.booleans()) else []
    told += [f"RRULE:{draw(st.sampled_from(RULES))}"] if draw(st.booleans()) else []
    told += draw(st.sampled_from(([], ["STATUS:COMPLETED", "COMPLETED:20260202T000000Z"], ["RELATED-TO:nobody"])))
    told += draw(alarms) if draw(st.booleans()) else []
    return ["BEGIN:VTODO", *told, "END:VTODO"]


@st.composite
def others(draw: st.DrawFn, uid: str) -> Lines:
    kind = draw(st.sampled_from(("VJOURNAL", "VFREEBUSY", "X-OWN", "VAVAILABILITY")))
    inner = draw(alarms) if draw(st.booleans()) else []
    return [f"BEGIN:{kind}", f"UID:{uid}", *draw(lines_of(TEXTS)), *inner, f"END:{kind}"]


@st.composite
def calendars(draw: st.DrawFn) -> list[Lines]:
    """The components of a file, each as its content lines."""
    made = draw(st.lists(st.sampled_from((vevents, vevents, vtodos, others)), min_size=1, max_size=5))
    return [OWN_ZONE, *(draw(make(f"uid {number}@会")) for number, make in enumerate(made))]


def written(components: list[Lines], cut: int) -> bytes:
    """The file, its lines folded after `cut` characters."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "X-OF-ALL;A=b:c",
        *(line for one in components for line in one),
        "END:VCALENDAR",
    ]
    folded = ("\r\n ".join(line[at : at + cut] for at in range(0, len(line), cut)) for line in lines)
    return "".join(f"{line}\r\n" for line in folded).encode()


def nested(data: bytes) -> Counter[Nested]:
    """The components of a file with all their lines, each as often as it is there; read without the program's code."""
    stack: list[list[object]] = [[]]
    for line in data.decode().replace("\r\n ", "").split("\r\n"):
        if line.startswith("BEGIN:"):
            stack.append([line[6:]])
        elif line.startswith("END:"):
            kind, *parts = stack.pop()
            stack[-1].append((kind, tuple(parts)))
        elif line:
            stack[-1].append(line)
    (whole,) = stack[0]
    assert isinstance(whole, tuple)
    return Counter(part for part in whole[1] if isinstance(part, tuple))


@contextmanager
def profile() -> Iterator[tuple[Assistant, Path]]:
    with tempfile.TemporaryDirectory() as name:
        paths = Paths.profile(Path(name) / "profile")
        paths.ensure()
        assistant = build(paths, Settings(None), with_engines=False)
        try:
            yield assistant, Path(name)
        finally:
            assistant.close()


def brought(assistant: Assistant, folder: Path, data: bytes) -> None:
    path = folder / "in.ics"
    path.write_bytes(data)
    assert not assistant.files.import_file(path, calendar="It").failure


def exported(assistant: Assistant, folder: Path) -> bytes:
    path = folder / "out.ics"
    assistant.files.export_file(path, calendar="It")
    return path.read_bytes()


def stored(assistant: Assistant) -> tuple[list[Event], list[Task]]:
    """What the store holds, without the names and moments that each store gives."""
    with assistant.store.reading() as unit:
        calendars = [one.uid for one in unit.calendars.all() if one.name == "It"]
        events = [event for uid in calendars for event in unit.bulk.events_of(uid)]
        tasks = unit.tasks.all()
    plain = [replace(one, uid="", calendar_uid="", created_at=LONG_AGO, updated_at=LONG_AGO) for one in events]
    done = [
        replace(
            one,
            uid="",
            list_uid="",
            created_at=LONG_AGO,
            updated_at=LONG_AGO,
            completed_at=one.completed_at and LONG_AGO,
        )
        for one in tasks
    ]
    return sorted(plain, key=lambda one: one.ical_uid), sorted(done, key=lambda one: one.ical_uid)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(calendars(), st.sampled_from((10, 40, 74, 1000)), st.data())
def test_nothing_is_lost_and_an_edit_touches_nothing_else(
    components: list[Lines], cut: int, data: st.DataObject
) -> None:
    file = written(components, cut)
    with profile() as (first, folder), profile() as (second, other):
        brought(first, folder, file)
        out = exported(first, folder)
        assert not nested(file) - nested(out)
        assert {kind for kind, _lines in (nested(out) - nested(file))} <= {"VTIMEZONE"}
        assert b"\r\nX-OF-ALL;A=b:c\r\n" in out
        brought(second, other, out)
        assert stored(second) == stored(first)
        assert nested(exported(second, other)) == nested(out)

        events = stored_events(first)
        if events:
            one = data.draw(st.sampled_from(events))
            first.schedule.change(one.uid, replace(EventDraft.of(one), title="Another title"))
            edited = nested(exported(first, folder))
            gone = nested(out) - edited
            assert all(one.raw.split("\n")[0] in lines for _kind, lines in gone)
            assert sum((edited - nested(out)).values()) == sum(gone.values())


def stored_events(assistant: Assistant) -> list[Event]:
    with assistant.store.reading() as unit:
        calendars = [one.uid for one in unit.calendars.all() if one.name == "It"]
        return [event for uid in calendars for event in unit.bulk.events_of(uid)]

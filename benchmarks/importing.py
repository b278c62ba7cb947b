"""A calendar of a hundred thousand events: brought in beside `icalendar` parsing the same file, and removed again.

And files of five megabytes that are made to harm: none may cost much time of the processor.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import psutil

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from benchmarks.report import Figure

_COUNT = 100_000
_SHARE = 10  # the peer parses a tenth of it, because it holds all that it has parsed in memory
_FIRST = datetime.fromisoformat("2018-01-01T08:00:00")
_EVENT = """BEGIN:VEVENT
UID:bench-{number}@example.org
DTSTAMP:20240101T000000Z
DTSTART;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}
DTEND;TZID=Europe/Berlin:{end:%Y%m%dT%H%M%S}
SUMMARY:Meeting {number} about the plan
LOCATION:Room {room}
DESCRIPTION:What was said the last time\\, and what is to be said now: {number}
CATEGORIES:Work,Plan
STATUS:CONFIRMED
SEQUENCE:1
X-NUMBER;X-KIND=test:{number}
END:VEVENT
"""


def write(path: Path, count: int) -> None:
    """A calendar of single events of an hour, twenty-four a day."""
    with path.open("w", encoding="utf-8", newline="\r\n") as file:
        file.write("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//bench//EN\nX-WR-CALNAME:Bench\n")
        for number in range(count):
            start = _FIRST + timedelta(hours=number % (24 * 365 * 9))
            values = {"number": number, "room": number % 40, "start": start, "end": start + timedelta(hours=1)}
            file.write(_EVENT.format(**values))
        file.write("END:VCALENDAR\n")


# What is repeated until the file is big enough; {} counts.
_HARMFUL = {
    "nested": "BEGIN:X-A\n",
    "events without end": "BEGIN:VEVENT\nUID:{}\nDTSTART:20260101\n",
    "events without start": "BEGIN:VEVENT\nEND:VEVENT\n",
    "lines of nothing": "{}!\n",
    "lines not of UTF-8": "\udcff\n",
    "properties of two letters": "a:\n",
    "empty folds": " \n",
    "one name": "BEGIN:VEVENT\nUID:a\nDTSTART:20260101\nSUMMARY:{}\nEND:VEVENT\n",
    "one task": "BEGIN:VTODO\nEND:VTODO\n",
    "unknown kinds": "BEGIN:X-{}\nEND:X-{}\n",
    "endless rules": "BEGIN:VEVENT\nUID:{}\nDTSTART:19700101T000000Z\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\n"
    "DESCRIPTION:" + "x" * 10_000 + "\nBEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nEND:VALARM\nEND:VEVENT\n",
    "time zones": "BEGIN:VTIMEZONE\nTZID:Z{}"
    + "/a" * 10_000
    + "\n"
    + "BEGIN:STANDARD\nDTSTART:19700101T000000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nTZOFFSETTO:+0122\n"
    "END:STANDARD\n"
    * 5
    + "END:VTIMEZONE\n"
    + "BEGIN:VEVENT\nUID:{}\nDTSTART;TZID=Z{}"
    + "/a" * 10_000
    + ":20260101T090000\nEND:VEVENT\n",
    "dates": "RDATE:20260101T{:06}Z\n",
    "parameters": ';X{}="a",b',
}
_BEFORE = {
    "dates": "BEGIN:VEVENT\nUID:d\nDTSTART:20260101T000000Z\n",
    "properties of two letters": "BEGIN:VEVENT\nUID:d\nDTSTART:20260101T000000Z\n",
    "empty folds": "X-P:\n",
    "parameters": "X-P",
}
_AFTER = {"dates": "END:VEVENT\n", "properties of two letters": "END:VEVENT\n", "parameters": ":a\n"}
_HARMFUL_SIZE = 5_000_000


def harmful(name: str) -> bytes:
    """A file of that kind with a sound event at its end."""
    piece = _HARMFUL[name]
    count = _HARMFUL_SIZE // len(piece.format(*(1_000,) * 3))
    body = "".join(piece.format(*(number,) * 3) for number in range(count))
    sound = "BEGIN:VEVENT\nUID:sound\nDTSTART:20260101\nEND:VEVENT\n"
    text = f"BEGIN:VCALENDAR\n{_BEFORE.get(name, '')}{body}{_AFTER.get(name, '')}{sound}END:VCALENDAR\n"
    return text.encode("utf-8", "surrogateescape")


def measure() -> list[Figure]:
    """Takes a minute or two."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "all.ics", _COUNT)
        write(folder / "some.ics", _COUNT // _SHARE)
        costs = {}
        for name in _HARMFUL:
            (folder / "harmful.ics").write_bytes(harmful(name))
            costs[name] = _alone(_suffer, folder / "harmful.ics")[0]
        theirs = _alone(_parse, folder / "some.ics")[0] * _SHARE
        took, grown, removing, undoing = _alone(_bring, folder / "all.ics")
    return [
        Figure(
            "import of 100,000 events, share of icalendar's parsing speed",
            theirs / took,
            "x",
            0.5,
            least=True,
            detail=f"{_COUNT / took:,.0f} events/s stored, against {_COUNT / theirs:,.0f} parsed; {took:.1f} s in all",
        ),
        Figure("memory growth while importing", grown, "MB", 150),
        Figure(
            "the worst of harmful files of 5 MB, time of the processor",
            max(costs.values()),
            "s",
            2,
            detail=", ".join(f"{name} {cost:.2f}" for name, cost in costs.items()),
        ),
        Figure("removing a calendar of 100,000 events", removing, "s", 10, detail=f"taking that back {undoing:.1f} s"),
    ]


def _alone(work: Callable[[Path], tuple[float, ...]], path: Path) -> tuple[float, ...]:
    """Runs in a process of its own, so that what one side holds does not slow the other."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        result: tuple[float, ...] = pool.apply(work, (path,))
    return result


def _parse(path: Path) -> tuple[float, ...]:
    from icalendar import Calendar

    data = path.read_bytes()
    began = time.perf_counter()
    Calendar.from_ical(data)
    return (time.perf_counter() - began,)


def _suffer(path: Path) -> tuple[float, ...]:
    with tempfile.TemporaryDirectory() as name:
        paths = Paths.profile(Path(name))
        paths.ensure()
        assistant = build(paths, Settings(None), with_engines=False)
        try:
            began = time.process_time()
            result = assistant.files.import_file(path)
            took = time.process_time() - began
            if not result.events:
                raise RuntimeError(f"the sound event of {path.name} was lost")
        finally:
            assistant.close()
    return (took,)


def _bring(path: Path) -> tuple[float, ...]:
    with tempfile.TemporaryDirectory() as name:
        paths = Paths.profile(Path(name))
        paths.ensure()
        assistant = build(paths, Settings(None), with_engines=False)
        try:
            assistant.files.name_in(path)
            process = psutil.Process()
            before = most = process.memory_info().rss

            def look(_count: int) -> None:
                nonlocal most
                most = max(most, process.memory_info().rss)

            began = time.perf_counter()
            result = assistant.files.import_file(path, calendar="Bench", on_progress=look)
            took = time.perf_counter() - began
            if result.added != _COUNT:
                raise RuntimeError(f"only {result.added} events came in")
            look(0)
            uid = next(one.uid for one in assistant.schedule.calendars() if one.name == "Bench")
            began = time.perf_counter()
            receipt = assistant.schedule.remove_calendar(uid)
            removing = time.perf_counter() - began
            began = time.perf_counter()
            assistant.undo.undo(receipt.journal_id)
            undoing = time.perf_counter() - began
        finally:
            assistant.close()
    return took, (most - before) / 1e6, removing, undoing

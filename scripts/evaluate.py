"""Measures understanding: `make eval`, and `make eval DATA=DIR` for published sets.

The project's own labelled sentences (tests/data/requests.jsonl) are read by the rules, then by the rules with the
chosen model where that is installed, and every field of every request is compared. With a folder given, the scorers
found in it (score.py, score_requests.py) are run on the sets beside them, both ways again.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.bootstrap import language_model
from assistant.commands.understand import ask
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.services.model_ports import LanguageModel
from assistant.understanding import Context, Request, understand

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests" / "data" / "requests.jsonl"
TALK = {"chat", "write", "translate", "summarize", "classify", "search"}
Expected = dict[str, object]


@dataclass
class Tally:
    """Rights and wrongs, by language and by intent."""

    total: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    wrong_writes: int = 0
    talk: int = 0
    wrong: list[str] = field(default_factory=list)


def plain(text: object) -> str:
    """Case, width, outer punctuation and a leading article do not count."""
    folded = unicodedata.normalize("NFKC", str(text or "")).casefold().strip(" .,;:!?\"'。「」“”")
    for article in ("a ", "an ", "the ", "my ", "我的"):
        folded = folded.removeprefix(article)
    return folded


def faults(expected: Expected, got: Request, now: datetime, zone: ZoneInfo) -> list[str]:
    """Names of the fields in which a request differs from what was expected."""
    out = []
    intents = expected["intent"]
    assert isinstance(intents, list)
    if got.intent.value not in intents:
        return ["intent"]
    if set(intents) & TALK:
        return []
    asks = got.intent.value.startswith("query")
    makes = got.intent.value.startswith("create")
    slots = got.slots
    out += _time_faults(expected, got, now, zone, asks=asks)
    if makes and not _any_of(expected.get("title"), slots.title):
        out.append("title")
    if not makes and not asks and not _any_of(expected.get("reference"), slots.reference):
        out.append("reference")
    pairs: list[tuple[str, object]] = [
        ("location", slots.location),
        ("new_title", slots.new_title),
        ("list", slots.list),
    ]
    if makes:
        pairs += [("calendar", slots.calendar), ("priority", slots.priority)]
    out += [name for name, value in pairs if plain(expected.get(name)) != plain(value)]
    if makes and list(slots.reminder_minutes_before) != expected.get("reminder_minutes_before", []):
        out.append("reminder_minutes_before")
    for name, several in (("people", slots.people), ("tags", slots.tags)):
        if name in expected and [plain(v) for v in _list(expected[name])] != [plain(v) for v in several]:
            out.append(name)
    if "reminder_kind" in expected and slots.reminder_kind != expected["reminder_kind"]:
        out.append("reminder_kind")
    if "deadline" in expected and not slots.deadline:
        out.append("deadline")
    if makes and (slots.follow_up, slots.insists) != (expected.get("follow_up", False), expected.get("insists")):
        out.append("follow_up")
    return out


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _any_of(accepted: object, value: str | None) -> bool:
    options = _list(accepted)
    return plain(value) in {plain(option) for option in options} if options else not value


def _time_faults(expected: Expected, got: Request, now: datetime, zone: ZoneInfo, *, asks: bool) -> list[str]:
    out = []
    item = got.item_time or got.naming_time
    start, end, rrule = (item.start, item.end, item.rrule) if item else (None, None, None)
    length = got.slots.duration
    if start is None and end is not None and item is not None:
        start = end - timedelta(days=1) if not isinstance(end, datetime) else end
    if start is None and got.slots.reminder_kind == "timer" and length is not None:
        start = now + length
    accepted = [str(option) for option in _list(expected.get("start"))]
    others = [mention.start for mention in got.times if mention.start is not None and not mention.lead]
    if not accepted and not asks and start is not None:
        out.append("start")
    changes = got.intent.value.split("_")[0] in ("update", "delete", "complete")
    starts = others if changes and others else [start]
    if accepted and not any(_same(option, moment, zone) for option in accepted for moment in starts):
        out.append("start")
    if "end" in expected and not _same(str(expected["end"]), end, zone):
        out.append("end")
    minutes = expected.get("duration_minutes")
    stated = length.total_seconds() / 60 if length is not None else _length(start, end)
    if minutes is not None and stated != minutes:
        out.append("duration")
    if not asks and _parts(expected.get("rrule")) != _parts(rrule):
        out.append("rrule")
    return out


def _length(start: object, end: object) -> float | None:
    if isinstance(start, datetime) and isinstance(end, datetime):
        return (end - start).total_seconds() / 60
    return None


def _parts(rule: object) -> set[str]:
    return {part for part in str(rule or "").split(";") if part and not part.startswith(("WKST", "BYHOUR", "BYMINUTE"))}


def _same(expected: str, moment: datetime | date | None, zone: ZoneInfo) -> bool:
    """A date expected fits any time of that day; a clock time alone fits it on any day."""
    if moment is None:
        return False
    local = moment.astimezone(zone) if isinstance(moment, datetime) else moment
    if "-" not in expected:
        return isinstance(local, datetime) and local.strftime("%H:%M") == expected
    if "T" not in expected:
        return local.isoformat()[:10] == expected
    return isinstance(local, datetime) and local.replace(tzinfo=None) == datetime.fromisoformat(expected)


def judge(row: Expected, model: LanguageModel | None = None) -> tuple[list[str], tuple[Request, ...]]:
    """The faults of one labelled sentence, and how it was read."""
    zone = ZoneInfo(str(row["timezone"]))
    context = Context(now=datetime.fromisoformat(str(row["now"])).astimezone(zone), zone=zone)
    understood = understand(str(row["text"]), context)
    if model is not None and not understood.sure:
        understood = ask(understood.text, context, model)
    requests = understood.requests
    expected = _list(row["expect"])
    if len(requests) != len(expected):
        return ["number of requests"], requests
    out: list[str] = []
    for want, got in zip(expected, requests, strict=True):
        assert isinstance(want, dict)
        out += faults(want, got, context.now, zone)
    return out, requests


def measure(path: Path, model: LanguageModel | None = None) -> Tally:
    """Judges every sentence of a labelled file; the model is asked where the rules are unsure."""
    tally = Tally()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        wrong, requests = judge(row, model)
        first = row["expect"][0]["intent"][0]
        for name in ("all", row["lang"], first):
            tally.total[name] += 1
            tally.exact[name] += not wrong
        tally.fields.update(wrong)
        if first in TALK:
            tally.talk += 1
            tally.wrong_writes += any(request.writes for request in requests)
        if wrong:
            heard = "; ".join(f"{r.intent.value} {r.slots.title or r.slots.reference or ''}" for r in requests)
            tally.wrong.append(f"{row['id']} {row['text']!r}: {', '.join(wrong)} (heard {heard})")
    return tally


def report(tally: Tally, show: int) -> None:
    """Prints the table."""
    for line in tally.wrong[:show]:
        print("  wrong:", line)
    for name in sorted(tally.total, key=lambda name: (name not in ("all", "en", "zh"), name)):
        share = tally.exact[name] / tally.total[name]
        print(f"{name:18}{tally.exact[name]:>5} of {tally.total[name]:<5}{100 * share:6.1f} % exact")
    print(f"talk taken for a change: {tally.wrong_writes} of {tally.talk}")
    if tally.fields:
        print("most often wrong:", ", ".join(f"{name} {count}" for name, count in tally.fields.most_common(6)))


def published(folder: Path, *, with_model: bool) -> int:
    """Runs the scorers that a folder of published sets brings; times need no model."""
    command = f"{sys.executable} -m assistant understand --jsonl"
    runs = [("score.py", ["times"]), ("score.py", ["intents"]), ("score_requests.py", [])]
    code = 0
    for way in (" --rules-only", "") if with_model else (" --rules-only",):
        for name, arguments in runs:
            if not (folder / name).exists() or (arguments == ["times"] and not way):
                continue
            print(f"\n{name} {' '.join(arguments)} ({'rules' if way else 'with the model'})", flush=True)
            call = [sys.executable, str(folder / name), *arguments, "--command", command + way]
            code = code or subprocess.run(call, cwd=ROOT, check=False).returncode
    return code


def main() -> int:
    """Reads the arguments and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a folder with published sets and their scorers")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N wrong sentences")
    parser.add_argument("--rules-only", action="store_true", help="do without the language model")
    arguments = parser.parse_args()
    print("by rules", flush=True)
    report(measure(OWN), arguments.show)
    paths = Paths.default()
    model = None if arguments.rules_only else language_model(paths, Settings(paths.settings))
    if model is not None:
        print("\nby rules and the model", flush=True)
        report(measure(OWN, model), arguments.show)
        model.close()
    return published(arguments.data, with_model=model is not None) if arguments.data else 0


if __name__ == "__main__":
    sys.exit(main())

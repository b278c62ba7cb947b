"""English words of time. Data only: a phrase, its kind for the rules, and its value."""

from __future__ import annotations

from typing import Any

from assistant.understanding.times.en_places import CITIES, ZONES
from assistant.understanding.times.model import Grain

Entry = tuple[str, Any]


_WEEKDAYS = {
    0: "monday mon",
    1: "tuesday tue tues",
    2: "wednesday wed weds",
    3: "thursday thu thur thurs",
    4: "friday fri",
    5: "saturday sat",
    6: "sunday sun",
}


_MONTHS = {
    1: "january jan",
    2: "february feb",
    3: "march mar",
    4: "april apr",
    5: "may",
    6: "june jun",
    7: "july jul",
    8: "august aug",
    9: "september sep sept",
    10: "october oct",
    11: "november nov",
    12: "december dec",
}


_UNITS: dict[tuple[Grain, int], str] = {
    (Grain.second, 1): "seconds secs sec",
    (Grain.minute, 1): "minute minutes mins min",
    (Grain.hour, 1): "hour hours hrs hr",
    (Grain.day, 1): "day days",
    (Grain.week, 1): "week weeks wks wk",
    (Grain.day, 14): "fortnight fortnights",
    (Grain.month, 1): "month months",
    (Grain.quarter, 1): "quarters qtr qtrs",
    (Grain.year, 1): "year years yrs yr",
    (Grain.year, 10): "decade decades",
}


_LETTERS = {
    "s": (Grain.second, 1),
    "m": (Grain.minute, 1),
    "h": (Grain.hour, 1),
    "d": (Grain.day, 1),
    "w": (Grain.week, 1),
    "y": (Grain.year, 1),
}


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)


_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


_ORDINALS = (
    "first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)


_WORDS: dict[str, str] = {
    "next": "next",
    "this": "this current",
    "last": "last previous past",
    "coming": "coming upcoming forthcoming",
    "following": "following",
    "now": "now;right now;just now;at the moment;atm;immediately;at this moment;straight away",
    "asap": "asap;as soon as possible",
    "noon": "noon midday noonish noontime",
    "midnight": "midnight;mid night",
    "oclock": "o'clock;oclock;o clock",
    "within": "within;in the next",
    "past": "past",
    "of": "of",
    "in": "in during",
    "at": "at @",
    "on": "on",
    "the": "the",
    "for": "for",
    "from": "from",
    "between": "between",
    "and": "and &",
    "or": "or",
    "to": "to;through;thru;up to",
    "until": "until;till;til;untill;up until",
    "by": "by;no later than;not later than;as late as;due by;due on;latest by",
    "before": "before;prior to;ahead of",
    "after": "after",
    "since": "since",
    "starting": "starting;starting from;starting on;beginning on;beginning from;as of;effective;as early as",
    "ago": "ago back",
    "later": "later;hence;from now;from today;after today;after now",
    "early": "early earlier",
    "late": "late",
    "mid": "mid middle",
    "begin": "start beginning",
    "end": "end close",
    "every": "every;each;every single;each and every",
    "other": "other alternate",
    "half": "half",
    "quarter": "quarter",
    "second": "second",
    "times": "times occurrences sessions",
    "once": "once",
    "approx": "about;around;approximately;approx;roughly;exactly;precisely;circa;ish;sometime;or so",
    "rest": "rest remainder",
    "weekend": "weekend;week-end;week end;wkend",
    "all": "all whole entire",
    "more": "more another",
    "lasting": "lasting lasts;for about;for around;for the next;for the last",
    "lead": "beforehand;in advance;ahead of time;ahead",
    "correction": "actually;i mean;no wait;wait no;sorry;no make that;make that;rather",
    "not": "not",
    "time": "time;timezone;time zone",
    "again": "again",
    "noun": (
        "people persons students coins kg km miles percent dollars euros pounds units items things pages degrees "
        "points questions friends guests eggs bottles apples cups seats copies files mails emails tickets rooms "
        "players goals votes"
    ),
    "number": (
        "room apartment flat suite building floor platform gate chapter page version bus flight number line step "
        "no route track unit section volume episode season figure item question table bed box option part level "
        "grade class"
    ),
    "weeknumber": "weeknumber;week number;week no",
    "filler": "um uh er erm uhm hmm",
    "please": "please",
    "business": "business working",
    "ad": "ad a.d. a.d ce",
    "bc": "bc b.c. b.c bce",
    "lunar": "lunar",
    "weekof": (
        "w/c;week commencing;week beginning;week starting;week starting on;week beginning on;week commencing on"
    ),
    "closest": "closest nearest",
}


_PARTS: dict[str, str] = {
    "morning": "morning mornings morn",
    "forenoon": "forenoon",
    "afternoon": "afternoon afternoons afternoonish arvo",
    "evening": "evening evenings eve",
    "night": "night nights nighttime",
    "small": "early hours of the morning;early hours;small hours",
    "early": "dawn sunrise daybreak",
    "dusk": "dusk sunset",
    "lunch": "lunch;lunchtime;lunch time",
    "breakfast": "breakfast",
    "dinner": "dinner dinnertime",
    "work": "work",
    "school": "school",
    "bed": "bed;bedtime;bed time;going to bed;i go to bed",
}


_FREQUENCIES: dict[str, tuple[Grain, int]] = {
    "daily": (Grain.day, 1),
    "everyday": (Grain.day, 1),
    "hourly": (Grain.hour, 1),
    "weekly": (Grain.week, 1),
    "biweekly": (Grain.week, 2),
    "bi-weekly": (Grain.week, 2),
    "fortnightly": (Grain.week, 2),
    "monthly": (Grain.month, 1),
    "bimonthly": (Grain.month, 2),
    "quarterly": (Grain.month, 3),
    "yearly": (Grain.year, 1),
    "annually": (Grain.year, 1),
    "annual": (Grain.year, 1),
}


_RELATIVE_DAYS = {
    0: "today;td",
    1: "tomorrow;tomorrows;tmrw;tmr;tmw;2moro;the following day;the next day",
    2: "day after tomorrow;the day after tomorrow;overmorrow",
    -1: "yesterday;yday",
    -2: "day before yesterday;the day before yesterday",
}


_EDGES: dict[str, tuple[str, Grain]] = {
    "eod": ("end", Grain.day),
    "eob": ("end", Grain.day),
    "end of day": ("end", Grain.day),
    "end of business": ("end", Grain.day),
    "end of play": ("end", Grain.day),
    "cob": ("end", Grain.day),
    "eow": ("end", Grain.week),
    "eom": ("end", Grain.month),
    "eoy": ("end", Grain.year),
    "boy": ("begin", Grain.year),
    "bom": ("begin", Grain.month),
    "close of business": ("end", Grain.day),
    "close of play": ("end", Grain.day),
}


_SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}


_WEAK_DAYS = frozenset(("sat", "sun", "wed", "mon"))
_WEAK_MONTHS = frozenset(("may", "march", "mar", "dec", "sep"))
_MEALS = frozenset(("lunch", "breakfast", "dinner", "work", "school", "bed"))
_MERIDIEM = "Xm;X.m.;X m;X. m.;X . m .;X.m"
_MARKS = {
    "dash": "-",
    "comma": ",",
    "slashmark": "/",
    "colon": ":",
    "dot": ".?!;",
    "quote": "'",
    "open": "(",
    "close": ")",
    "newline": "\n",
}
_SINGLE: dict[str, Entry] = {
    "~": ("dash", "~"),
    "+": ("plus", "+"),
    '"': ("quote", '"'),
    "tonight": ("relpart", (0, "tonight")),
    "overnight": ("part", "night"),
    "a": ("a", 1),
    "an": ("a", 1),
    "p": ("ap", "pm"),
    "q": ("qmark", 0),
    "oh": ("wzero", 0),
    "season": ("seasonword", 0),
    "seasons": ("seasonword", 0),
    "hundred": ("whundred", 100),
    "thousand": ("wthousand", 1000),
    "few": ("few", 3),
    "couple": ("few", 2),
    "couple of": ("few", 2),
    "a couple of": ("few", 2),
    "pair of": ("few", 2),
    "several": ("few", 3),
    "some": ("few", 3),
    "twice": ("count", 2),
    "thrice": ("count", 3),
    "penultimate": ("ord", -2),
    "next to last": ("ord", -2),
    "second to last": ("ord", -2),
    "second-to-last": ("ord", -2),
    "third to last": ("ord", -3),
    "workday": ("workday", 0),
    "workdays": ("workdays", 0),
    "weekday": ("workday", 0),
    "weekdays": ("workdays", 0),
    "business day": ("workday", 0),
    "business days": ("workdays", 0),
    "working day": ("workday", 0),
    "working days": ("workdays", 0),
    "weekends": ("weekends", 0),
    "nightly": ("freqpart", "night"),
    "all day": ("allday", 0),
    "all day long": ("allday", 0),
    "all-day": ("allday", 0),
    "full day": ("allday", 0),
    "full-day": ("allday", 0),
    "whole day": ("allday", 0),
    "this time": ("thistime", 0),
    "same time": ("thistime", 0),
    "at this time": ("thistime", 0),
    "the same time": ("thistime", 0),
}


def _split(words: str) -> list[str]:
    """Phrases are parted by semicolons where there are any, else by blanks."""
    return words.split(";") if ";" in words else words.split()


def _names() -> dict[str, Entry]:
    """Words listed by what they name."""
    table: dict[str, Entry] = {word: (kind, word) for kind, words in _WORDS.items() for word in _split(words)}
    for day, names in _WEEKDAYS.items():
        table |= {name: ("weakday" if name in _WEAK_DAYS else "weekday", day) for name in names.split()}
        table[names.split()[0] + "s"] = ("weekdays", day)
    for month, names in _MONTHS.items():
        table |= {name: ("weakmonth" if name in _WEAK_MONTHS else "month", month) for name in names.split()}
    for unit, names in _UNITS.items():
        table |= dict.fromkeys(names.split(), ("unit", unit))
    for offset, names in _RELATIVE_DAYS.items():
        table |= dict.fromkeys(_split(names), ("rel", offset))
    for part, names in _PARTS.items():
        table |= dict.fromkeys(_split(names), ("meal" if part in _MEALS else "part", part))
    return table


def _numbers() -> dict[str, Entry]:
    table: dict[str, Entry] = {name: ("wnum", number) for number, name in enumerate(_ONES.split())}
    for number, name in enumerate(_TENS.split(), 2):
        table |= {name: ("wtens", number * 10), name[:-1] + "ieth": ("ord", number * 10)}
    for number, name in zip((1, *range(3, 20)), _ORDINALS.split(), strict=True):
        table[name] = ("ord", number)
    return table


def _table() -> dict[str, Entry]:
    table = _names() | _numbers() | _SINGLE
    table |= {name: ("u1", unit) for name, unit in _LETTERS.items()}
    table |= {name: ("freq", often) for name, often in _FREQUENCIES.items()}
    table |= {name: ("edgeunit", edge) for name, edge in _EDGES.items()}
    table |= {name: ("season", number) for name, number in _SEASONS.items()}
    table |= {
        name: ("ampm", mark[0] + "m") for mark in ("am", "pm") for name in _split(_MERIDIEM.replace("X", mark[0]))
    }
    table |= {mark: (kind, mark) for kind, marks in _MARKS.items() for mark in marks}
    table |= {name: ("tz", zone) for name, zone in ZONES.items()}
    return table | {name: ("city", zone) for name, zone in CITIES.items()}


TABLE: dict[str, Entry] = _table()


SPELLED: frozenset[str] = frozenset(
    word
    for word, entry in TABLE.items()
    if len(word) >= 6
    and word.isalpha()
    and entry[0] in ("weekday", "month", "rel", "unit", "relpart", "part", "weekend")
)

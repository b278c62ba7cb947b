"""English words of time. Data only: a phrase, its kind for the rules, and its value."""

from __future__ import annotations

from typing import Any

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
_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth"
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
    "every": "every each",
    "other": "other alternate",
    "half": "half",
    "quarter": "quarter",
    "second": "second",
    "times": "times occurrences sessions",
    "once": "once",
    "approx": "about;around;approximately;approx;roughly;circa;ish;sometime;or so",
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
        "people persons students coins kg km miles percent dollars euros pounds units items things pages degrees points "
        "questions friends guests eggs bottles apples cups seats copies files mails emails tickets rooms players goals votes"
    ),
    "number": "room apartment flat suite building floor platform gate chapter page version bus flight number line step "
    "no route track unit section volume episode season figure item question table bed box option part level grade class",
    "weeknumber": "weeknumber;week number;week no",
    "filler": "um uh er erm uhm hmm",
    "please": "please",
    "business": "business working",
    "ad": "ad a.d. a.d ce",
    "bc": "bc b.c. b.c bce",
    "lunar": "lunar",
    "weekof": "w/c;week commencing;week beginning;week starting;week starting on;week beginning on;week commencing on",
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
    "cob": ("end", Grain.day),
    "eow": ("end", Grain.week),
    "eom": ("end", Grain.month),
    "eoy": ("end", Grain.year),
    "boy": ("begin", Grain.year),
    "bom": ("begin", Grain.month),
    "close of business": ("end", Grain.day),
    "end of business": ("end", Grain.day),
    "close of play": ("end", Grain.day),
}
_SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
_ZONES: dict[str, str | int] = {
    "utc": 0,
    "gmt": 0,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "ist": 330,
    "jst": 540,
    "kst": 540,
    "hkt": 480,
    "sgt": 480,
    "aest": 600,
    "aedt": 660,
    "et": "America/New_York",
    "pt": "America/Los_Angeles",
    "eastern": "America/New_York",
    "pacific": "America/Los_Angeles",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "eastern time": "America/New_York",
    "pacific time": "America/Los_Angeles",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
}
CITIES: dict[str, str] = {
    "berlin": "Europe/Berlin",
    "london": "Europe/London",
    "uk": "Europe/London",
    "paris": "Europe/Paris",
    "madrid": "Europe/Madrid",
    "rome": "Europe/Rome",
    "amsterdam": "Europe/Amsterdam",
    "zurich": "Europe/Zurich",
    "vienna": "Europe/Vienna",
    "stockholm": "Europe/Stockholm",
    "oslo": "Europe/Oslo",
    "copenhagen": "Europe/Copenhagen",
    "helsinki": "Europe/Helsinki",
    "athens": "Europe/Athens",
    "lisbon": "Europe/Lisbon",
    "dublin": "Europe/Dublin",
    "warsaw": "Europe/Warsaw",
    "prague": "Europe/Prague",
    "moscow": "Europe/Moscow",
    "istanbul": "Europe/Istanbul",
    "cairo": "Africa/Cairo",
    "nairobi": "Africa/Nairobi",
    "lagos": "Africa/Lagos",
    "johannesburg": "Africa/Johannesburg",
    "dubai": "Asia/Dubai",
    "mumbai": "Asia/Kolkata",
    "delhi": "Asia/Kolkata",
    "bangalore": "Asia/Kolkata",
    "india": "Asia/Kolkata",
    "karachi": "Asia/Karachi",
    "bangkok": "Asia/Bangkok",
    "jakarta": "Asia/Jakarta",
    "singapore": "Asia/Singapore",
    "hong kong": "Asia/Hong_Kong",
    "taipei": "Asia/Taipei",
    "shanghai": "Asia/Shanghai",
    "beijing": "Asia/Shanghai",
    "china": "Asia/Shanghai",
    "tokyo": "Asia/Tokyo",
    "japan": "Asia/Tokyo",
    "seoul": "Asia/Seoul",
    "manila": "Asia/Manila",
    "sydney": "Australia/Sydney",
    "melbourne": "Australia/Melbourne",
    "brisbane": "Australia/Brisbane",
    "perth": "Australia/Perth",
    "auckland": "Pacific/Auckland",
    "honolulu": "Pacific/Honolulu",
    "los angeles": "America/Los_Angeles",
    "san francisco": "America/Los_Angeles",
    "seattle": "America/Los_Angeles",
    "california": "America/Los_Angeles",
    "vancouver": "America/Vancouver",
    "denver": "America/Denver",
    "chicago": "America/Chicago",
    "houston": "America/Chicago",
    "dallas": "America/Chicago",
    "mexico city": "America/Mexico_City",
    "new york": "America/New_York",
    "boston": "America/New_York",
    "washington": "America/New_York",
    "miami": "America/New_York",
    "atlanta": "America/New_York",
    "toronto": "America/Toronto",
    "sao paulo": "America/Sao_Paulo",
    "buenos aires": "America/Argentina/Buenos_Aires",
}
SLIPS = {
    "tomorow": "tomorrow",
    "tommorow": "tomorrow",
    "tommorrow": "tomorrow",
    "tomorro": "tomorrow",
    "tomm": "tomorrow",
    "tmorrow": "tomorrow",
    "tmrrw": "tomorrow",
    "wensday": "wednesday",
    "wendsday": "wednesday",
    "wednsday": "wednesday",
    "wenesday": "wednesday",
    "wendesday": "wednesday",
    "thrusday": "thursday",
    "thurday": "thursday",
    "thusrday": "thursday",
    "saterday": "saturday",
    "tonite": "tonight",
    "2nite": "tonight",
    "febuary": "february",
    "feburary": "february",
    "janurary": "january",
    "novemeber": "november",
    "setpember": "september",
    "minuts": "minutes",
    "minites": "minutes",
    "evry": "every",
    "evrey": "every",
}
PROPER = frozenset(
    ["sundae", "sundaes", "monkey", "money", "moray", "marche", "months", "mouth", "mouths", "fright", "nights", "knight", "sight", "eight", "eighty", "night", "right", "light", "fight", "might", "tight", "today's", "hours", "house", "houses", "horse", "course", "hound", "minute", "minuet", "weeks", "week's", "weekly", "geeks", "seeks", "years", "yearly", "tears", "bears", "fears", "april's", "augusta", "augusts", "sunny", "monda", "tuesdays", "fridays", "quarters", "quartet", "quarry", "wee", "daily", "dally", "dairy", "diary", "noun", "even", "event", "events", "evens", "evenly", "morn", "mourning", "moaning", "warning", "evens", "lever", "fever", "never", "clever", "seven", "sever", "every", "very", "ever", "mouth", "month", "south", "tenth", "earth", "teeth", "tooth", "width", "depth", "fifth", "fifty", "first", "thirst", "third", "thirty", "sixth", "sixty", "ninth", "ninety", "eighth", "forth", "fourth", "north", "worth", "forty", "party", "fort", "four", "hour", "pour", "after", "alter", "altar", "later", "layer", "water", "lather", "latter", "before", "begin", "being", "other", "otter", "mother", "brother", "another", "bother", "next", "text", "test", "spring", "string", "sprint", "prince", "price", "print", "winter", "winner", "summer", "simmer", "bummer", "hammer", "autumn", "column", "current", "currant", "currently", "midway", "noontime", "minus", "minor", "mines", "coming", "combing", "cooing", "ending", "sending", "weekday", "weekdays", "january's", "around", "ground", "arrow", "arrows", "several", "severe", "reveal", "general", "central", "mountain", "maintain", "fountain", "eastern", "easter", "pacific", "specific", "past", "paste", "pasta", "paster"]
)


def _split(words: str) -> list[str]:
    """Phrases are parted by semicolons where there are any, else by blanks."""
    return words.split(";") if ";" in words else words.split()


def _table() -> dict[str, Entry]:
    table: dict[str, Entry] = {}
    for kind, words in _WORDS.items():
        for word in _split(words):
            table[word] = (kind, word)
    for day, names in _WEEKDAYS.items():
        for name in names.split():
            table[name] = ("weekday" if name not in ("sat", "sun", "wed", "mon") else "weakday", day)
        table[names.split()[0] + "s"] = ("weekdays", day)
    for month, names in _MONTHS.items():
        for name in names.split():
            table[name] = ("weakmonth" if name in ("may", "march", "mar", "dec", "sep") else "month", month)
    for (grain, factor), names in _UNITS.items():
        for name in names.split():
            table[name] = ("unit", (grain, factor))
    for offset, names in _RELATIVE_DAYS.items():
        for name in _split(names):
            table[name] = ("rel", offset)
    for part, names in _PARTS.items():
        for name in _split(names):
            table[name] = ("meal" if part in ("lunch", "breakfast", "dinner", "work", "school") else "part", part)
    table["tonight"] = ("relpart", (0, "tonight"))
    table["overnight"] = ("part", "night")
    table["am"] = table["a.m."] = table["a m"] = table["a. m."] = table["a . m ."] = ("ampm", "am")
    table["pm"] = table["p.m."] = table["p m"] = table["p. m."] = table["p . m ."] = ("ampm", "pm")
    table["p.m"] = ("ampm", "pm")
    table |= {name: ("u1", unit) for name, unit in _LETTERS.items()}
    table["a"] = table["an"] = ("a", 1)
    table["p"] = ("ap", "pm")
    for words, grain_count in _FREQUENCIES.items():
        table[words] = ("freq", grain_count)
    for words, edge in _EDGES.items():
        table[words] = ("edgeunit", edge)
    for name, number in _SEASONS.items():
        table[name] = ("season", number)
    table["season"] = table["seasons"] = ("seasonword", 0)
    for number, name in enumerate(_ONES.split()):
        table[name] = ("wnum", number)
    table["oh"] = ("wzero", 0)
    for number, name in enumerate(_TENS.split(), 2):
        table[name] = ("wtens", number * 10)
        table[name[:-1] + "ieth"] = ("ord", number * 10)
    table["hundred"], table["thousand"] = ("whundred", 100), ("wthousand", 1000)
    for number, name in zip((1, *range(3, 20)), _ORDINALS.split(), strict=True):
        table[name] = ("ord", number)
    table["q"] = ("qmark", 0)
    table |= {
        "few": ("few", 3),
        "couple": ("few", 2),
        "couple of": ("few", 2),
        "a couple of": ("few", 2),
        "pair of": ("few", 2),
        "several": ("few", 3),
        "some": ("few", 3),
    }
    table |= {"twice": ("count", 2), "thrice": ("count", 3)}
    table |= {
        "workday": ("workday", 0),
        "workdays": ("workdays", 0),
        "weekday": ("workday", 0),
        "weekdays": ("workdays", 0),
    }
    table |= {
        "business day": ("workday", 0),
        "working day": ("workday", 0),
        "business days": ("workdays", 0),
        "working days": ("workdays", 0),
    }
    table |= {
        "weekends": ("weekends", 0),
        "nightly": ("freqpart", "night"),
        "all day": ("allday", 0),
        "whole day": ("allday", 0),
    }
    table |= {
        "all day long": ("allday", 0),
        "-": ("dash", "-"),
        "~": ("dash", "~"),
        ",": ("comma", ","),
        "/": ("slashmark", "/"),
        ":": ("colon", ":"),
    }
    table |= {
        ".": ("dot", "."),
        "?": ("dot", "?"),
        "!": ("dot", "!"),
        ";": ("dot", ";"),
        "'": ("quote", "'"),
        '"': ("quote", '"'),
        "(": ("open", "("),
        ")": ("close", ")"),
        "\n": ("newline", "\n"),
    }
    table |= {
        "this time": ("thistime", 0),
        "same time": ("thistime", 0),
        "at this time": ("thistime", 0),
        "the same time": ("thistime", 0),
    }
    table |= {name: ("tz", zone) for name, zone in _ZONES.items()}
    table |= {name: ("city", zone) for name, zone in CITIES.items()}
    return table


TABLE: dict[str, Entry] = _table()
SPELLED: frozenset[str] = frozenset(
    word
    for word, entry in TABLE.items()
    if len(word) >= 6
    and word.isalpha()
    and entry[0] in ("weekday", "month", "rel", "unit", "relpart", "part", "weekend")
)

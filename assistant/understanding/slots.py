"""What was said beside the times: title, place, people, list, tags, priority, alerts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from assistant.understanding.clause import COMMAND, LEAD, TIME, Clause
from assistant.understanding.clean import near, plain_form
from assistant.understanding.times import TimeKind, TimeMention
from assistant.understanding.times.characters import simplified
from assistant.understanding.words.table import Thing

_SPACES = re.compile(r"\s+")
_OUTER = " \t\r\n.,;:!?。，；：！？、~-–—\"'“”‘’「」『』《》()（）"


def name_alerts(clause: Clause) -> None:
    """Makes leads of lengths that say what an alert is: "lunch at noon, 1 hour reminder", "with a 10 minute alert"."""
    for mention in clause.times:
        noun = clause.words.alert_noun.match(clause.mask, mention.end_char, clause.end)
        glue = clause.words.alert_glue.search(clause.mask, clause.start, mention.start_char) if noun else None
        if noun and glue and glue.start() > clause.start and mention.kind is TimeKind.DURATION and mention.duration:
            clause.take(glue.start(), noun.end(), COMMAND)
            clause.times[clause.times.index(mention)] = replace(mention, lead=True)


def take_alerts(clause: Clause, *, after: int) -> tuple[int, ...]:
    """Leads ("remind me 30 min before") become alerts of the item; returns minutes before its start.

    What stands before `after` asks for a reminder of its own and is left.
    """
    minutes = []
    left_words, right_words = clause.words.alert
    for mention in clause.times:
        if not mention.lead or mention.duration is None:
            continue
        further = _sharing_a_unit(clause, mention)
        lengths = [mention.duration]
        apart = _DAY_AND_HOUR.search(mention.text.lower())
        if apart or clause.words.several_alerts.search(clause.mask, clause.start, mention.start_char):
            lengths = [
                found.duration for found in clause.find(mention.text.replace(" and ", " before, ")) if found.duration
            ]
        minutes += [*further, *(round(length.total_seconds() / 60) for length in lengths)]
        begin = min([i for i in range(after, mention.start_char) if clause.slots[i] == LEAD] or [mention.start_char])
        if clause.beside is not None:
            continue
        left = left_words.search(clause.mask, max(after, begin - 60), begin)
        if left:
            clause.take(left.start(), left.end(), COMMAND)
        right = right_words.match(clause.mask, mention.end_char, clause.end)
        if right:
            clause.take(right.start(), right.end(), COMMAND)
    return tuple(minutes)


_DAY_AND_HOUR = re.compile(r"\b(?:day|week)s? and (?:an?|\d+|one|two|three|half an) ?(?:hour|hr|h|min)")
""""One day and one hour before": nobody means twenty-five hours."""

_EARLIER_NUMBER = re.compile(r"(\d{1,3})(?: ?(?:and|&|,|和|、) ?)$")
_FIRST_NUMBER = re.compile(r"\d{1,3}")


def _sharing_a_unit(clause: Clause, mention: TimeMention) -> list[int]:
    """Minutes of the numbers before a lead: of "10 and 30 minutes before" the ten."""
    own = _FIRST_NUMBER.search(mention.text)
    if own is None or mention.duration is None or not int(own.group()):
        return []
    unit = mention.duration.total_seconds() / 60 / int(own.group())
    found: list[int] = []
    at = mention.start_char
    while match := _EARLIER_NUMBER.search(clause.mask, clause.start, at):
        found.insert(0, round(int(match.group(1)) * unit))
        at = match.start()
        clause.slots[at : match.end()] = [LEAD] * (match.end() - at)
    return found


def _matches(clause: Clause, pattern: re.Pattern[str]) -> Iterator[dict[str, tuple[int, int]]]:
    """Places of the groups of each match; the clause is a text of its own to the pattern; "" is the whole."""
    at = clause.start
    for match in pattern.finditer(clause.mask[clause.start : clause.end]):
        groups = {name: match.span(name) for name in pattern.groupindex} | {"": match.span()}
        yield {name: (start + at, end + at) if start >= 0 else (-1, -1) for name, (start, end) in groups.items()}


def take_group(clause: Clause, pattern: re.Pattern[str], group: str, slot: str) -> str | None:
    """Uses up the first match over free characters; returns the user's words of its group."""
    for match in _matches(clause, pattern):
        start, end = match[group]
        if start < 0 or any(clause.slots[i] for i in range(start, end)):
            continue
        clause.take(*match["cut" if "cut" in match else ""], COMMAND)
        clause.take(start, end, slot)
        return _tidy(clause.written(start, end))
    return None


def take_list(clause: Clause) -> str | None:
    """The list named in the sentence, None for the general one."""
    for pattern in clause.words.lists:
        found = take_group(clause, pattern, "list", "list")
        if found is not None:
            found = _known_name(found, clause)
            plain = not clause.words.spaced or found.islower()
            name = without(clause.words.article, found + " ").strip() if plain else found
            name = re.sub(r"^(?:my|the|our) (?=[^\x00-\x7f])", "", name)
            return None if not name or plain_form(name) in clause.words.generic_lists else name
    return None


def _known_name(found: str, clause: Clause) -> str:
    """The name of a list that every house has, put right: "my shoping list"."""
    table = clause.words
    word = found.lower()
    right = table.typos.get(word) or near(word, table.spelling, table.known) if word.isalpha() else None
    return right or found


def own_list(clause: Clause) -> str | None:
    """The list that a question is about: "read me the *family* list"."""
    match = clause.words.own_list.search(clause.mask, clause.start, clause.end) if clause.words.spaced else None
    start, end = match.span("list") if match else (-1, -1)
    name = clause.written(start, end) if start >= 0 else ""
    return name if name and plain_form(name) not in clause.words.generic_lists else None


def take_calendar(clause: Clause) -> str | None:
    """The calendar named in the sentence, None for the usual one."""
    for pattern in clause.words.calendars:
        for match in _matches(clause, pattern):
            start, end = match["calendar"]
            if start >= 0 and " " in clause.mask[start:end] and clause.words.doing.match(clause.mask, start, end):
                continue
            clause.take(*match[""], COMMAND)
            if start < 0 or not clause.mask[start:end].strip():
                return None
            clause.take(start, end, "calendar")
            return _tidy(clause.written(start, end)) or None
    return None


def take_place(clause: Clause, *, named_only: bool) -> str | None:
    """Where it takes place. For what is to be done only a place that is said to be one."""
    words = clause.words
    for pattern in words.named_places if named_only else (*words.named_places, *words.places):
        found = take_group(clause, pattern, "place", "location")
        if found:
            return re.sub(r"^(?:the|The) ", "", found)
    return None if named_only else _proper_place(clause)


_BEHIND_THE_TIME = re.compile(r"[,;] *([A-Z][\w'’&-]*(?: (?:[A-Z0-9][\w'’&-]*|of|the|de|la|le|du|am|im))*)(?=[ .!]*$)")
""" "Concert, 8 May, 20:00, Tempodrom": a name at the end."""

_IN_A_TOWN = re.compile(
    r"(?<= )in (?:the )?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
    r"(?= *(?:$|[,;.!?]| (?:with|for|from|about|and|until|at|on)\b))"
)


def _proper_place(clause: Clause) -> str | None:
    """A name behind "in", or at the end behind the time: "conference in Lyon on Friday"."""
    last = max((mention.end_char for mention in clause.times), default=clause.end)
    named = _BEHIND_THE_TIME.match(clause.clean.text, last, clause.end)
    if named is not None and not clause.words.doing.match(clause.mask, named.start(1)):
        clause.take(*named.span(), "location")
        return clause.written(*named.span(1))
    text = "".join(char if not slot else "," for char, slot in zip(clause.clean.text, clause.slots, strict=True))[
        : clause.end
    ]
    match = _IN_A_TOWN.search(text, clause.start)
    if match is None or match.start() == clause.start:
        return None
    clause.take(*match.span(), "location")
    return clause.written(*match.span(1))


def take_tags(clause: Clause) -> tuple[str, ...]:
    """Words said to be tags."""
    tags: list[str] = []
    for pattern in clause.words.tags:
        found = take_group(clause, pattern, "tags", "tags")
        if found:
            tags += [tag.lstrip("#") for tag in re.split(r"\s*(?:,|、|和|\band\b)\s*", found) if tag]
    return tuple(tags)


def take_priority(clause: Clause) -> str | None:
    """high, normal or low, where it was said."""
    for pattern, value in clause.words.priorities:
        for match in _matches(clause, pattern):
            start, end = match[""]
            if end > start:
                clause.take(start, end, COMMAND)
                return value
    return None


def people_in(clause: Clause) -> tuple[str, ...]:
    """Names after "with"; they stay in the title."""
    people: list[str] = []
    for pattern in clause.words.people:
        for match in _matches(clause, pattern):
            if any(clause.slots[i] == TIME for i in range(*match["people"])):
                continue
            for name in clause.words.people_split.split(clause.written(*match["people"])):
                name = _tidy(name)
                if name and _personal(name, clause):
                    people.append(name)
    return tuple(dict.fromkeys(people))


def _personal(name: str, clause: Clause) -> bool:
    if not clause.words.spaced:
        return len(name) <= 8
    words = name.split()
    if words[0].lower() in ("my", "our") and len(words) > 1 and words[1].lower() in clause.words.kin:
        return True
    return (
        len(words) <= 3
        and words[0].lower() not in ("the", "a", "an")
        and (name[0].isupper() or words[0].lower() in clause.words.kin or len(words) == 1)
    )


def length_of(clause: Clause) -> timedelta | None:
    """A stated length of the item."""
    for mention in clause.times:
        if mention.kind is TimeKind.DURATION and not mention.lead and mention.duration:
            return mention.duration
    return None


def words_left(clause: Clause, start: int, end: int) -> str:
    """The free words of [start, end): glue at the seams is cut, the pieces are joined."""
    pieces: list[str] = []
    i = start
    while i < end:
        if clause.slots[i]:
            i += 1
            continue
        j = i
        while j < end and not clause.slots[j]:
            j += 1
        piece = _piece(
            clause, i, j, open_left=bool(pieces) or i > clause.start, open_right=j < clause.end, behind=bool(pieces)
        )
        if piece:
            pieces.append(piece)
        i = j
    glue = " " if clause.words.spaced else ""
    return _tidy(_join(pieces, glue))


def _piece(clause: Clause, i: int, j: int, *, open_left: bool, open_right: bool, behind: bool) -> str:
    words = clause.words
    if open_right:
        match = words.edge_after.search(clause.mask, i, j)
        if match:
            j = match.start()
    text = clause.mask[i:j]
    match = words.edge_before.match(text)
    if match and (open_left or match.end() == len(text)):
        kept = words.continues.match(text) if behind else None
        i += match.end() if kept is None or match.end() == len(text) else kept.start(1)
    return clause.written(i, j).strip()


def _join(pieces: list[str], glue: str) -> str:
    out = ""
    for piece in pieces:
        spaced = glue or (out and out[-1].isascii() and piece[0].isascii() and out[-1].isalnum() and piece[0].isalnum())
        out += (" " if spaced and out else "") + piece
    return out


def _tidy(text: str) -> str:
    text = _SPACES.sub(" ", text).strip()
    before = ""
    while before != text:
        before = text
        text = text.strip(" \t,;:!?，；：！？、~-–—。")
        if (len(text) > 1 and text[0] in "\"'“‘「『《" and text[-1] in "\"'”’」』》" and text[0] != text[-1]) or (
            len(text) > 1 and text[0] == text[-1] in "\"'"
        ):
            text = text[1:-1]
        if text.endswith(".") and not re.search(r"\b(?:[A-Z]|Dr|Mr|Mrs|St|[ap]\.m)\.$", text):
            text = text[:-1]
    return text


def named_title(clause: Clause, title: str) -> str | None:
    """The title, or None where it only says what sort of item it is."""
    named = clause.words.topic.match(plain_form(title))
    title = _tidy(title[named.start("topic") :]) if named else title
    meant = plain_form(title)
    for pattern, right in clause.words.slips:
        meant = pattern.sub(right, meant) if "slip" not in pattern.groupindex else meant
    plain = clause.words.article.sub("", meant).strip(_OUTER)
    if not plain or plain in clause.words.generic_titles:
        return None
    return without(clause.words.bare_article, title)


def without(pattern: re.Pattern[str], text: str) -> str:
    """The user's words without what the pattern finds in their simplified form."""
    kept, at = "", 0
    for match in pattern.finditer(simplified(text)):
        kept, at = kept + text[at : match.start()], match.end()
    return kept + text[at:]


def kind_of(thing: Thing | None) -> str:
    """The slot reminder_kind."""
    return thing.value if thing in (Thing.ALARM, Thing.TIMER) else "reminder"

"""Names of the first list and the first calendar: in the reader's language until the person renames them."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain.event import Calendar
from assistant.domain.items import ItemKind
from assistant.domain.journal import Change
from assistant.domain.task import INBOX, TaskList
from assistant.services.changes import Changes
from assistant.services.notices import ItemsChanged
from assistant.services.ports import UnitOfWork

_FIRST = {INBOX: {"en": "Inbox", "zh": "收件箱"}, "personal": {"en": "Personal", "zh": "个人"}}


def names_of(uid: str, name: str) -> frozenset[str]:
    """What a list or calendar may be called, in small letters: its name, or for a first one that in any language."""
    first = _FIRST.get(uid, {}).values()
    return frozenset(one.casefold() for one in (name, *(first if name in first else ())))


def is_inbox_name(name: str) -> bool:
    """True where a list of that name need not be told: it is where tasks go by themselves."""
    return name in _FIRST[INBOX].values()


def follow_language(changes: Changes, language: str) -> None:
    """Gives the first list and calendar their names in the reader's language, unless a person named them.

    It is not in the journal: nobody did it, and nobody should undo it.
    """
    if changes.store.readonly:
        return
    with changes.store.reading() as unit:
        if not _renamings(unit, language):
            return
    with changes.store.writing() as unit:
        todo = _renamings(unit, language)
        unit.restore(todo, backwards=False)
        unit.commit()
    changes.notices.publish(ItemsChanged(frozenset(change.kind for change in todo)))


def _renamings(unit: UnitOfWork, language: str) -> list[Change]:
    found: list[Calendar | TaskList] = [*unit.calendars.all(), *unit.task_lists.all()]
    renamings = []
    for one in found:
        names = _FIRST.get(one.uid, {})
        if one.name in names.values() and one.name != names[language]:
            kind = ItemKind.CALENDAR if isinstance(one, Calendar) else ItemKind.TASK_LIST
            renamings.append(Change(kind=kind, uid=one.uid, before=one, after=replace(one, name=names[language])))
    return renamings

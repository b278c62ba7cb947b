"""Lines of what was found: headings, things with their time, and ways on. Plain values; the list paints them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from assistant.domain.conversation import ReceiptItem
from assistant.domain.search import Found
from assistant.services.search import SearchResult
from assistant.services.wording.times import Wording

_ICONS = {"event": "calendar", "task": "list-checks", "reminder": "bell", "message": "message-square"}
_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line. A heading has no `key`; `act` is what choosing it does."""

    text: str
    key: str = ""
    icon: str = ""
    detail: str = ""
    side: str = ""
    struck: bool = False
    act: Callable[[], None] | None = None

    @property
    def is_heading(self) -> bool:
        """True where it cannot be chosen."""
        return not self.key


def group_title(kind: Found) -> str:
    """The heading over things of a family."""
    return {
        Found.EVENT: QCoreApplication.translate("Found", "Events"),
        Found.TASK: QCoreApplication.translate("Found", "Tasks"),
        Found.REMINDER: QCoreApplication.translate("Found", "Reminders"),
        Found.MESSAGE: QCoreApplication.translate("Found", "Chats"),
    }[kind]


def of_results(
    found: Sequence[SearchResult], wording: Wording, today: date, opened: Callable[[SearchResult], None]
) -> list[Line]:
    """Results in groups, the family of the best one first, at most five of each."""
    lines: list[Line] = []
    for kind in dict.fromkeys(one.kind for one in found):
        lines.append(Line(text=group_title(kind)))
        of_kind = [one for one in found if one.kind is kind]
        lines += [_of_result(one, wording, today, opened) for one in of_kind[:_SHOWN]]
    return lines


def _of_result(one: SearchResult, wording: Wording, today: date, opened: Callable[[SearchResult], None]) -> Line:
    when = wording.found_when(one.item, one.at, today)
    place = one.item.location if one.item is not None and not one.excerpt else ""
    return Line(
        text=one.title,
        key=f"{one.kind} {one.uid}",
        icon=_ICONS[one.kind],
        detail=" · ".join(part for part in (when, place, one.excerpt) if part),
        side=one.item.list_name if one.item is not None else "",
        struck=one.done,
        act=partial(opened, one),
    )


def of_items(
    items: Sequence[ReceiptItem], wording: Wording, today: date, opened: Callable[[ReceiptItem], None]
) -> list[Line]:
    """The items that an answer was drawn from."""
    return [
        Line(
            text=item.title,
            key=f"{item.item_kind} {item.uid} {item.start_at}",
            icon=_ICONS.get(item.kind, "bell"),
            detail=" · ".join(part for part in (wording.found_when(item, item.start_at, today), item.location) if part),
            side=item.list_name,
            act=partial(opened, item),
        )
        for item in items
    ]

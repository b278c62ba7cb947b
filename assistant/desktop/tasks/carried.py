"""Tasks on their way by drag and drop, as all widgets of the window exchange them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

MIME = "application/x-assistant-tasks"


@dataclass(frozen=True, slots=True)
class Carried:
    """What is being dragged: the tasks in the order of their list, the title of the first, and how long it takes."""

    uids: tuple[str, ...]
    title: str
    minutes: int | None = None

    def mime(self) -> QMimeData:
        """For a drag; other programs get the title."""
        data = QMimeData()
        plain = {"uids": list(self.uids), "title": self.title, "minutes": self.minutes}
        data.setData(MIME, json.dumps(plain).encode())
        data.setText(self.title)
        return data


def carried_in(data: QMimeData) -> Carried | None:
    """What a drag brings; None where it is something else."""
    if not data.hasFormat(MIME):
        return None
    try:
        plain = json.loads(bytes(data.data(MIME).data()))
        return Carried(tuple(map(str, plain["uids"])), str(plain["title"]), plain["minutes"])
    except (ValueError, KeyError, TypeError):
        return None

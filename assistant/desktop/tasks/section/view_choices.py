"""What the person chose for each view, and which was looked at last: kept in a small file that may be lost."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from assistant.desktop.desk import Desk
from assistant.desktop.state_file import load_state, save_state
from assistant.desktop.tasks.ordering import ViewOptions, options_of
from assistant.desktop.tasks.rows.groups import ViewKind
from assistant.desktop.tasks.section.view_rows import Place


class ViewChoices(QObject):
    """Lives in the GUI thread; the file is read and written in the background.

    Signals:
        loaded(): what was kept is there.
    """

    loaded = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._options: dict[str, ViewOptions] = {}
        self._last = Place(ViewKind.TODAY)
        self._file = desk.assistant.paths.task_views
        desk.background.run(lambda: load_state(self._file), self._take, lane="views", owner=self)

    @property
    def last(self) -> Place:
        """What was looked at last."""
        return self._last

    def options(self, place: Place) -> ViewOptions:
        """How a view is sorted and filtered."""
        return self._options.get(place.key, ViewOptions())

    def choose(self, place: Place, options: ViewOptions) -> None:
        """Sorts and filters a view otherwise, from now on."""
        if options == ViewOptions():
            self._options.pop(place.key, None)
        else:
            self._options[place.key] = options
        self._save()

    def visit(self, place: Place) -> None:
        """Remembers what is looked at."""
        if place != self._last:
            self._last = place
            self._save()

    def _take(self, kept: dict[str, Any]) -> None:
        views, last = kept.get("options"), kept.get("last")
        if isinstance(views, dict):
            # What was chosen while the file was being read counts more.
            self._options = {key: options_of(value) for key, value in views.items()} | self._options
        if isinstance(last, list) and len(last) == 2 and last[0] in {kind.value for kind in ViewKind}:
            self._last = Place(ViewKind(last[0]), str(last[1]))
        self.loaded.emit()

    def _save(self) -> None:
        kept = {
            "options": {key: options.plain() for key, options in self._options.items()},
            "last": [self._last.view.value, self._last.uid],
        }
        self._desk.background.run(lambda: save_state(self._file, kept), lane="views")

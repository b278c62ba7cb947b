"""What can be done with calendar files, from the menu, the settings or by dropping. GUI thread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.desktop.calendar_files.bringing import ImportDialog
from assistant.desktop.desk import Desk
from assistant.domain.event import Calendar
from assistant.services.calendar_files.summary import Exported

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
SUFFIXES = (".ics", ".ical", ".ifb", ".icalendar", ".vcs")


class FileActions(QObject):
    """Import and export, each beginning with the system's own dialog for files."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._over = parent

    def choose(self) -> None:
        """Asks for files and imports them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._over.window(),
            self.tr("Choose calendar files"),
            _home(),
            self.tr("Calendar files (*.ics *.ical *.ifb *.icalendar);;All files (*)"),
        )
        if names:
            self.bring([Path(name) for name in names])

    def bring(self, paths: Sequence[Path]) -> ImportDialog:
        """Opens the dialog of an import."""
        dialog = ImportDialog(self._desk, paths, self._over.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def export(self, calendar: Calendar | None = None) -> None:
        """Asks where to, and writes one calendar with the list of its name, or all calendars and lists."""
        whole = self.tr("Export calendars and tasks")
        title = whole if calendar is None else self.tr("Export calendar “{name}”").format(name=calendar.name)
        known = self.tr("calendar") if calendar is None else _NOT_IN_NAMES.sub("-", calendar.name)
        name, _ = QFileDialog.getSaveFileName(
            self._over.window(), title, str(Path(_home()) / f"{known}.ics"), self.tr("Calendar files (*.ics)")
        )
        if name:
            self.write(Path(name), calendar)

    def write(self, path: Path, calendar: Calendar | None = None) -> None:
        """Writes one calendar, or everything, into a file and says so."""
        clean = path if path.suffix else path.with_suffix(".ics")
        files, only = self._desk.assistant.files, calendar.name if calendar is not None else None
        work = partial(files.export_file, clean, calendar=only)
        self._desk.background.run(work, self._exported, self._desk.error, lane="files", owner=self)

    def _exported(self, done: Exported) -> None:
        events = self.tr("%n event(s)", "", done.events)
        tasks = self.tr("%n task(s)", "", done.tasks)
        told = self.tr("{file}: {events}, {tasks}").format(file=done.path.name, events=events, tasks=tasks)
        self._desk.toast(told)


def _home() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

"""The dialog of an import: where it goes, how far it is, what came of it. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.config.errors import AssistantError
from assistant.desktop.banner import sentence_for
from assistant.desktop.desk import Desk
from assistant.desktop.theme import theme
from assistant.domain.cancellation import Cancellation
from assistant.domain.event import Calendar
from assistant.services.calendar_files.summary import Imported
from assistant.services.calendar_files.telling import problem_lines, summary_parts

_WIDTH = 480
_MOST_SHOWN = 100
_LANE = "files"


class ImportDialog(QDialog):
    """Asks for the calendar, imports in the background, shows the summary, and takes it all back if wished."""

    _read = Signal(int)

    def __init__(self, desk: Desk, paths: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paths = tuple(paths)
        self._cancel = Cancellation()
        self._results: list[Imported] = []
        self.setWindowTitle(self.tr("Import calendar"))
        self.setMinimumWidth(_WIDTH)
        column = QVBoxLayout(self)
        edge = theme().space(5)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme().space(3))
        self._heading = QLabel(self.tr("Import %n file(s)", "", len(self._paths)), self)
        self._heading.setProperty("look", "title")
        self._told = QLabel(self._names(), self)
        self._told.setProperty("tone", "secondary")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._heading)
        column.addWidget(self._told)
        self._choice = self._choosing()
        column.addWidget(self._choice)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Importing"))
        self._bar.hide()
        column.addWidget(self._bar)
        self.summary = QFrame(self)
        self.summary.setProperty("look", "card")
        self._lines = QVBoxLayout(self.summary)
        self._lines.setContentsMargins(theme().space(4), theme().space(3), theme().space(4), theme().space(3))
        self._lines.setSpacing(theme().space(2))
        self.summary.hide()
        column.addWidget(self.summary)
        self.problems = QPlainTextEdit(self)
        self.problems.setReadOnly(True)
        self.problems.setTabChangesFocus(True)
        self.problems.setMinimumHeight(96)
        self.problems.setAccessibleName(self.tr("What was passed over"))
        self.problems.hide()
        column.addWidget(self.problems)
        column.addSpacing(theme().space(2))
        column.addLayout(self._buttons())
        self._read.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)
        desk.background.run(self._look, self._offer, owner=self)

    def _names(self) -> str:
        shown = [path.name for path in self._paths[:6]]
        return "\n".join(shown) + ("\n…" if len(self._paths) > len(shown) else "")

    def _choosing(self) -> QWidget:
        widget = QWidget(self)
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(3))
        label = QLabel(self.tr("Into"), widget)
        self.target = QComboBox(widget)
        self.target.setAccessibleName(self.tr("Calendar"))
        label.setBuddy(self.target)
        row.addWidget(label)
        row.addWidget(self.target, 1)
        return widget

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().space(2))
        self.undo = QPushButton(self.tr("Undo the import"), self)
        self.undo.setProperty("look", "quiet")
        self.undo.clicked.connect(self._take_back)
        self.undo.hide()
        self.close_button = QPushButton(self.tr("Cancel"), self)
        self.close_button.clicked.connect(self.reject)
        self.start = QPushButton(self.tr("Import"), self)
        self.start.setProperty("look", "primary")
        self.start.setDefault(True)
        self.start.setEnabled(False)
        self.start.clicked.connect(self._begin)
        row.addWidget(self.undo)
        row.addStretch()
        row.addWidget(self.close_button)
        row.addWidget(self.start)
        return row

    # -------------------------------------------------------------------------------------------------- choosing

    def _look(self) -> tuple[tuple[Calendar, ...], str]:
        return self._desk.assistant.schedule.calendars(), self._desk.assistant.files.name_in(self._paths[0])

    def _offer(self, found: tuple[tuple[Calendar, ...], str]) -> None:
        calendars, name = found
        writable = [one.name for one in calendars if not one.read_only]
        known = [one for one in writable if one.casefold() == name.casefold()]
        if not known:
            self.target.addItem(self.tr("New calendar “{name}”").format(name=name), name)
        for one in writable:
            self.target.addItem(one, one)
        if known:
            self.target.setCurrentIndex(self.target.findData(known[0]))
        self.start.setEnabled(True)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    # --------------------------------------------------------------------------------------------------- working

    def _begin(self) -> None:
        chosen = str(self.target.currentData())
        files = self._desk.assistant.files

        def work() -> list[Imported]:
            return [
                files.import_file(path, calendar=chosen, on_progress=self._read.emit, cancel=self._cancel)
                for path in self._paths
            ]

        self.start.hide()
        self._choice.hide()
        self._bar.show()
        self.close_button.setText(self.tr("Stop"))
        self._heading.setText(self.tr("Importing…"))
        self._desk.background.run(work, self._show, self._failed, lane=_LANE, owner=self)

    def _tell_progress(self, count: int) -> None:
        self._told.setText(self.tr("%n entry(s) read", "", count))

    def _failed(self, error: AssistantError) -> None:
        self._bar.hide()
        stopped = error.code == "cancelled"
        self._heading.setText(self.tr("Stopped") if stopped else self.tr("The import failed"))
        told = self.tr("What had come in by then is in the history, where it can be undone.")
        self._told.setText(told if stopped else sentence_for(error))
        self._finish()

    def _show(self, results: list[Imported]) -> None:
        self._results = results
        self._bar.hide()
        sound = any(result.sound for result in results)
        self._heading.setText(self.tr("Imported") if sound else self.tr("Nothing came in"))
        self._told.hide()
        chinese = self._desk.wording.chinese
        for result in results:
            self._add_result(result, chinese=chinese)
        self.summary.show()
        lines = [line for result in results for line in self._problem_lines(result, chinese=chinese)]
        if lines:
            self.problems.setPlainText("\n".join(lines))
            self.problems.show()
        self.undo.setVisible(any(result.entry_id is not None for result in results))
        self._finish()

    def _add_result(self, result: Imported, *, chinese: bool) -> None:
        name = QLabel(self.tr("{file} → {calendar}").format(file=result.source, calendar=result.calendar), self.summary)
        name.setProperty("look", "strong")
        parts = QLabel(summary_parts(result, chinese=chinese), self.summary)
        parts.setProperty("look", "small")
        for label in (name, parts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._lines.addWidget(label)

    def _problem_lines(self, result: Imported, *, chinese: bool) -> list[str]:
        lines = list(problem_lines(result, _MOST_SHOWN, chinese=chinese))
        return [f"{result.source}: {line}" for line in lines] if len(self._paths) > 1 else lines

    def _finish(self) -> None:
        self.close_button.setText(self.tr("Close"))
        self.close_button.setDefault(True)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _take_back(self) -> None:
        entries = [result.entry_id for result in reversed(self._results) if result.entry_id is not None]
        undo = self._desk.assistant.undo

        def work() -> None:
            for entry in entries:
                undo.undo(entry)

        self.undo.setEnabled(False)
        self._desk.background.run(work, lambda _none: self._taken_back(), self._undo_failed, lane=_LANE, owner=self)

    def _taken_back(self) -> None:
        self._heading.setText(self.tr("Taken back"))
        self.undo.hide()

    def _undo_failed(self, error: AssistantError) -> None:
        self._told.setText(sentence_for(error))
        self._told.show()

    def reject(self) -> None:
        """Closing stops what is under way."""
        self._cancel.cancel()
        super().reject()

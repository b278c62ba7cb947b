"""Voice memos that are not written down yet: tried again, or thrown away."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.config.errors import AssistantError
from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.settings.cards import SettingRow
from assistant.desktop.theme import theme
from assistant.desktop.voice.words import sentence
from assistant.domain.cancellation import Cancellation
from assistant.services.voice.memos import WrittenDown

_LANE = "memo"
_NAME = "%Y%m%d-%H%M%S"
_ICON = 16


class MemoList(QWidget):
    """Read when the page is built, and after each change made here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._memos = desk.assistant.memos
        self._cancel = Cancellation()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._read()

    def _read(self) -> None:
        self._desk.background.run(self._memos.waiting, self._fill, owner=self)

    def _fill(self, waiting: tuple[Path, ...], told: str = "") -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not waiting:
            none = self.tr("Every memo is written down. A recording is kept only until then.")
            self._column.addWidget(SettingRow(self.tr("No memo waits"), none, None))
        for recording in waiting:
            self._column.addWidget(self._row(recording, told))

    def _row(self, recording: Path, told: str) -> SettingRow:
        name = self.tr("Memo of {when}").format(when=self._when(recording))
        buttons = QWidget(self)
        write = QPushButton(self.tr("Write it down"), buttons)
        write.setAccessibleName(self.tr("Write it down: {memo}").format(memo=name))
        write.clicked.connect(lambda: self._write_down(recording))
        drop = QPushButton(buttons)
        drop.setProperty("look", "quiet")
        drop.setIcon(icon("trash-2"))
        drop.setIconSize(QSize(_ICON, _ICON))
        drop.setToolTip(self.tr("Throw the recording away"))
        drop.setAccessibleName(self.tr("Throw away: {memo}").format(memo=name))
        drop.clicked.connect(lambda: self._throw_away(recording))
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().space(2))
        row.addWidget(write)
        row.addWidget(drop)
        return SettingRow(name, told or self.tr("Recorded, but not written down yet"), buttons)

    def _when(self, recording: Path) -> str:
        now = self._desk.now()
        try:
            at = datetime.strptime(recording.stem, _NAME).replace(tzinfo=now.tzinfo)
        except ValueError:
            return recording.stem
        return self._desk.wording.moment(at, None, today=now.date())

    def _write_down(self, recording: Path) -> None:
        self.setEnabled(False)
        cancel = self._cancel
        self._desk.background.run(
            lambda: self._memos.write_down(recording, cancel), self._written, self._failed, lane=_LANE, owner=self
        )

    def _written(self, written: WrittenDown) -> None:
        self._desk.toast(written.told, written.receipts[-1].journal_id, "tasks")
        self.setEnabled(True)
        self._read()

    def _failed(self, error: AssistantError) -> None:
        self.setEnabled(True)
        told = sentence(error)
        self._desk.background.run(self._memos.waiting, lambda waiting: self._fill(waiting, told), owner=self)

    def _throw_away(self, recording: Path) -> None:
        self._desk.background.run(
            lambda: self._memos.throw_away(recording), lambda _none: self._read(), lane=_LANE, owner=self
        )

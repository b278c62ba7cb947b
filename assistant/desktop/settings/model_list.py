"""The models to choose from: what they need, whether they are here, and how to get them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psutil
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from assistant.config.errors import AssistantError
from assistant.desktop.banner import sentence_for
from assistant.desktop.desk import Desk
from assistant.desktop.settings.downloads import Downloads
from assistant.desktop.settings.model_row import ModelRow, bytes_told
from assistant.desktop.settings.model_uses import LLM, ModelUse
from assistant.desktop.theme import theme
from assistant.services.model_ports import ModelLibrary, ModelRecord


@dataclass(frozen=True, slots=True)
class Offer:
    """The models of a kind, and the bytes of memory that are free."""

    records: tuple[ModelRecord, ...]
    free: int


def look(library: ModelLibrary, kind: str = "llm") -> Offer:
    """Reads what there is of a kind, without those for tests that nobody fetched. Not in the GUI thread."""
    every = (record for record in library.list() if record.kind == kind)
    records = tuple(record for record in every if record.installed or not record.for_tests)
    return Offer(records, int(psutil.virtual_memory().available))


class ModelList(QWidget):
    """All models, with the way to use a file that is there already. Rebuilt with its page; downloads live on."""

    def __init__(self, desk: Desk, downloads: Downloads, parent: QWidget | None = None, use: ModelUse = LLM) -> None:
        super().__init__(parent)
        self._kind = use
        self._desk = desk
        self._downloads = downloads
        self._offer = Offer((), 0)
        self._rows: dict[str, ModelRow] = {}
        self._note = QLabel(self)
        self._note.setProperty("look", "small")
        self._note.setWordWrap(True)
        self._frame = QFrame(self)
        self._frame.setProperty("look", "card")
        self._inside = QVBoxLayout(self._frame)
        self._inside.setContentsMargins(1, 1, 1, 1)
        self._inside.setSpacing(0)
        self._add = QPushButton(self)
        self._add.clicked.connect(self._choose_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().space(2), 0, 0)
        column.setSpacing(theme().space(2))
        column.addWidget(self._note)
        column.addWidget(self._frame)
        column.addWidget(self._add)
        column.setAlignment(self._add, Qt.AlignmentFlag.AlignLeft)
        self._note.setText(use.note())
        self._add.setVisible(use.own_files)
        self._add.setText(self.tr("Use a model file I already have…"))
        downloads.changed.connect(self._reread)
        downloads.arrived.connect(self._use_if_none)
        desk.settingChanged.connect(self._setting_changed)
        self._frame.hide()
        self._read()

    def _read(self) -> None:
        """Looks at the models. Not in their own lane, where a download may be under way."""
        assistant = self._desk.assistant
        self._desk.background.run(lambda: look(assistant.library, self._kind.kind), self._show_offer, owner=self)

    def _reread(self) -> None:
        """A model that came further needs no look at the disk; one that came or went does."""
        moving = any(self._downloads.progress(name) is not None for name in self._rows)
        self._show() if moving else self._read()

    def _setting_changed(self, key: str) -> None:
        if key in self._kind.keys:
            self._show()

    def _show_offer(self, offer: Offer) -> None:
        self._offer = offer
        self._show()

    def _show(self) -> None:
        names = [record.name for record in self._offer.records]
        if names != list(self._rows):
            self._make_rows()
        chosen = self._chosen
        for record in self._offer.records:
            row = self._rows[record.name]
            row.show_record(record, self._offer.free, self._downloads, chosen=record.name == chosen)
        self._frame.setVisible(bool(self._rows))

    def _make_rows(self) -> None:
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows.clear()
        for number, record in enumerate(self._offer.records):
            if number:
                line = QFrame(self._frame)
                line.setProperty("look", "line")
                self._inside.addWidget(line)
            row = ModelRow(record, self._frame)
            row.useWanted.connect(self._use)
            row.fetchWanted.connect(self._downloads.start)
            row.stopWanted.connect(self._downloads.cancel)
            row.removeWanted.connect(self._remove)
            self._inside.addWidget(row)
            self._rows[record.name] = row

    # ------------------------------------------------------------------------------------------ commands

    def _use(self, name: str) -> None:
        for key, value in self._kind.values(name).items():
            self._desk.change_setting(key, value)

    @property
    def _chosen(self) -> str:
        here = frozenset(record.name for record in self._offer.records if record.installed)
        return self._kind.chosen(self._desk.assistant.settings, here)

    def _use_if_none(self, name: str) -> None:
        """The first model that arrives is the one that answers."""
        here = {record.name for record in self._offer.records if record.installed}
        if name in self._rows and self._chosen and self._chosen not in here:
            self._use(name)

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a model file"), "", self.tr("Models (*.gguf);;All files (*)")
        )
        if path:
            self.add_file(Path(path))

    def add_file(self, path: Path) -> None:
        """Makes a file usable and chooses it; says on the page why not, where it cannot be used."""

        def done(record: ModelRecord) -> None:
            self._use(record.name)
            self._read()

        def failed(error: AssistantError) -> None:
            self._note.setText(sentence_for(error))

        self._downloads.add(path, done, failed)

    def _remove(self, record: ModelRecord) -> None:
        box = QMessageBox(self)
        box.setText(self.tr("Remove {model}?").format(model=record.title))
        box.setInformativeText(
            self.tr("{size} are freed. You can download it again.").format(size=bytes_told(record.size))
        )
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        if box.clickedButton() is remove:
            self._downloads.remove(record.name)

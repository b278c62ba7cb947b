"""One model among those to choose from: its size, what it needs, whether it is here."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from assistant.desktop.banner import sentence_for
from assistant.desktop.icons import icon
from assistant.desktop.settings.downloads import Downloads
from assistant.desktop.theme import repolish, theme
from assistant.services.model_ports import ModelRecord

_GB = 1_000_000_000
_MB = 1_000_000
_EASILY, _WELL, _TIGHT = 0.40, 0.70, 0.95


class Fit(StrEnum):
    """How a model fits into the memory that is free."""

    EASILY = "easily"
    WELL = "well"
    TIGHT = "tight"
    TOO_LARGE = "too_large"
    UNKNOWN = "unknown"


def fit_of(needed: int, free: int) -> Fit:
    """Advice from bytes needed and bytes free. Pure."""
    if needed <= 0 or free <= 0:
        return Fit.UNKNOWN
    share = needed / free
    if share < _EASILY:
        return Fit.EASILY
    if share < _WELL:
        return Fit.WELL
    return Fit.TIGHT if share < _TIGHT else Fit.TOO_LARGE


def bytes_told(count: int) -> str:
    """``1.1 GB``, ``491 MB``."""
    return f"{count / _GB:.1f} GB" if count >= _GB else f"{count // _MB} MB"


class ModelRow(QFrame):
    """One model.

    Signals:
        useWanted(str), fetchWanted(str), stopWanted(str), removeWanted(ModelRecord)
    """

    useWanted = Signal(str)
    fetchWanted = Signal(str)
    stopWanted = Signal(str)
    removeWanted = Signal(object)

    def __init__(self, record: ModelRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._name = QLabel(record.title, self)
        self._name.setProperty("look", "strong")
        self._name.setWordWrap(True)
        self._facts = QLabel(self)
        self._facts.setProperty("look", "small")
        self._facts.setWordWrap(True)
        self._state = QLabel(self)
        self._state.setProperty("look", "small")
        self._state.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._main = QPushButton(self)
        self._main.clicked.connect(self._act)
        self._remove = QPushButton(self)
        self._remove.setProperty("look", "quiet")
        self._remove.clicked.connect(lambda: self.removeWanted.emit(self._record))
        self._verb = "use"
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._name, self._facts, self._state, self._bar):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().space(4), 11, theme().space(4), 11)
        row.setSpacing(theme().space(2))
        row.addLayout(words, 1)
        row.addSpacing(theme().space(4))
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._main, 0, Qt.AlignmentFlag.AlignVCenter)

    def _act(self) -> None:
        wanted = {"use": self.useWanted, "fetch": self.fetchWanted, "stop": self.stopWanted}
        wanted[self._verb].emit(self._record.name)

    def show_record(self, record: ModelRecord, free: int, downloads: Downloads, *, chosen: bool) -> None:
        """What is known of the model now, and what can be done."""
        self._record = record
        facts = [self.tr("Recommended")] if record.recommended else []
        if record.size:
            facts.append(bytes_told(record.size))
        if record.memory:
            facts.append(self.tr("needs {memory} of memory").format(memory=bytes_told(record.memory)))
        if not record.installed or not chosen:
            facts.append(self._fit_words(fit_of(record.memory, free)))
        if record.licence:
            facts.append(record.licence)
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        progress = downloads.progress(record.name)
        self._bar.setVisible(progress is not None)
        error = downloads.errors.get(record.name)
        self._state.setProperty("tone", "danger" if error else "secondary")
        repolish(self._state)
        if progress is not None:
            self._bar.setMaximum(1000 if progress.total else 0)
            self._bar.setValue(progress.done * 1000 // progress.total if progress.total else 0)
            told = self.tr("{done} of {total}") if progress.total else self.tr("Connecting…")
            self._state.setText(told.format(done=bytes_told(progress.done), total=bytes_told(progress.total)))
        else:
            self._state.setText(sentence_for(error) if error else "")
        self._state.setVisible(bool(self._state.text()))
        self._show_buttons(downloads, chosen=chosen, moving=progress is not None)

    def _show_buttons(self, downloads: Downloads, *, chosen: bool, moving: bool) -> None:
        name = self._record.title
        here = self._record.installed
        self._remove.setVisible(here and not chosen)
        self._remove.setText(self.tr("Remove"))
        self._remove.setAccessibleName(self.tr("Remove {model}").format(model=name))
        self._main.setEnabled(not (chosen and here))
        look = "primary" if chosen and not here and not moving else ""
        if self._main.property("look") != look:
            self._main.setProperty("look", look)
            repolish(self._main)
        if moving:
            stopping = downloads.stopping(self._record.name)
            self._main.setEnabled(not stopping)
            self._set_main(self.tr("Stopping…") if stopping else self.tr("Cancel"), "stop")
        elif not here:
            self._set_main(self.tr("Download"), "fetch")
        elif chosen:
            self._set_main(self.tr("In use"), "use")
        else:
            self._set_main(self.tr("Use"), "use")
        self._main.setIcon(icon("check", "text.disabled") if chosen and here and not moving else QIcon())
        self._main.setAccessibleName(f"{self._main.text()}: {name}")

    def _set_main(self, text: str, verb: str) -> None:
        self._main.setText(text)
        self._verb = verb

    def _fit_words(self, fit: Fit) -> str:
        return {
            Fit.EASILY: self.tr("fits easily"),
            Fit.WELL: self.tr("fits well"),
            Fit.TIGHT: self.tr("a tight fit"),
            Fit.TOO_LARGE: self.tr("more than the memory that is free now"),
            Fit.UNKNOWN: "",
        }[fit]

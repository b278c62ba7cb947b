"""What the steps of the first start show. Every choice on them is an ordinary setting and holds at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psutil
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.icons import pixmap
from assistant.desktop.settings.cards import SettingCard, SettingRow
from assistant.desktop.settings.downloads import Downloads
from assistant.desktop.settings.model_list import ModelList
from assistant.desktop.settings.model_uses import EARS, MOUTH
from assistant.desktop.settings.setting_rows import setting_row
from assistant.desktop.theme import theme

_REGION = ("language", "first_day", "clock", "date_order")
_LOOK = ("theme", "text_size")
_LISTEN = ("microphone", "ears_language")
_SPEAK = ("loudspeaker", "voice_en", "voice_zh")
_GB = 1_000_000_000
_NAMED_FROM = 520


class WelcomePage(QWidget):
    """A heading, a sentence, and what there is to choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel(self)
        self._heading.setProperty("look", "display")
        self._heading.setWordWrap(True)
        self._told = QLabel(self)
        self._told.setProperty("tone", "secondary")
        self._told.setWordWrap(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, theme().space(3), 0, theme().space(6))
        self.column.setSpacing(theme().space(2))
        self.column.addWidget(self._heading)
        self.column.addWidget(self._told)


class RegionPage(WelcomePage):
    """Language, days, hours and looks, with today's date as it will be written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading.setText(self.tr("Welcome"))
        self._told.setText(
            self.tr("Everything you write here stays on this computer. This is how dates and words will look.")
        )
        now = desk.now()
        today = desk.wording.long_day(now.date())
        moment = self.tr("{day}, {time}").format(day=today, time=desk.wording.time(now))
        sample = SettingRow(moment, self.tr("Time zone of this computer: {zone}").format(zone=_zone(desk)), None)
        rows = [setting_row(desk, key)[0] for key in _REGION]
        self.column.addWidget(SettingCard(self.tr("Language and region"), [sample, *rows], self))
        self.column.addWidget(SettingCard(self.tr("Appearance"), [setting_row(desk, key)[0] for key in _LOOK], self))
        self.column.addStretch()


class ModelPage(WelcomePage):
    """What this computer has, and the models that fit it."""

    def __init__(self, desk: Desk, downloads: Downloads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading.setText(self.tr("Pick a model"))
        self._told.setText(
            self.tr(
                "It answers questions and helps with writing, and runs only on this computer. You can change it later, "
                "or skip: calendar, tasks and reminders work without one."
            )
        )
        self._facts = QLabel(self)
        self._disk = QLabel(self)
        self.column.addSpacing(theme().space(2))
        self.column.addWidget(self._computer())
        self.column.addWidget(ModelList(desk, downloads, self))
        self.column.addStretch()
        models = desk.assistant.paths.models
        desk.background.run(lambda: _look(models), self._show_computer, owner=self)

    def _computer(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("look", "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme().space(4), 11, theme().space(4), 11)
        row.setSpacing(theme().space(2))
        for picture, label in (("cpu", self._facts), ("hard-drive", self._disk)):
            mark = QLabel(frame)
            mark.setPixmap(pixmap(picture, "text.secondary", 16))
            row.addWidget(mark)
            row.addWidget(label)
            row.addSpacing(theme().space(4))
        row.addStretch()
        self._name = QLabel(self.tr("This computer"), frame)
        self._name.setProperty("look", "small")
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignVCenter)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the facts stand alone."""
        super().resizeEvent(event)
        self._name.setVisible(event.size().width() >= _NAMED_FROM)

    def _show_computer(self, computer: Computer) -> None:
        memory = self.tr("{all} GB memory, {free} GB free")
        self._facts.setText(memory.format(all=round(computer.memory / _GB), free=f"{computer.free / _GB:.1f}"))
        self._disk.setText(self.tr("{free} GB disk free").format(free=round(computer.disk / _GB)))


class VoicePage(WelcomePage):
    """Ears and voices to fetch, the devices, and how the voices sound."""

    def __init__(self, desk: Desk, downloads: Downloads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading.setText(self.tr("Microphone and voice"))
        self._told.setText(
            self.tr(
                "Speak instead of typing, and be answered aloud. What you say is made out on this computer and is not "
                "kept. Press the microphone beside the input bar to begin."
            )
        )
        for use in (EARS, MOUTH):
            self.column.addWidget(ModelList(desk, downloads, self, use))
        self.column.addWidget(SettingCard(self.tr("Listening"), [setting_row(desk, key)[0] for key in _LISTEN], self))
        self.column.addWidget(SettingCard(self.tr("Speaking"), [setting_row(desk, key)[0] for key in _SPEAK], self))
        self.column.addStretch()


@dataclass(frozen=True, slots=True)
class Computer:
    """Bytes of memory, of free memory, and of free disk where models are kept."""

    memory: int
    free: int
    disk: int


def _look(models: Path) -> Computer:
    memory = psutil.virtual_memory()
    there = next(folder for folder in (models, *models.parents) if folder.exists())
    return Computer(int(memory.total), int(memory.available), int(psutil.disk_usage(str(there)).free))


def _zone(desk: Desk) -> str:
    return str(desk.now().tzinfo)

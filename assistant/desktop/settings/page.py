"""One page of the settings: the cards of a group, or what a search found in all of them."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from assistant import __version__
from assistant.desktop.desk import Desk
from assistant.desktop.settings import texts
from assistant.desktop.settings.calendar_alerts import CalendarAlerts
from assistant.desktop.settings.cards import SettingCard, SettingRow
from assistant.desktop.settings.downloads import Downloads
from assistant.desktop.settings.example_list import ExampleList
from assistant.desktop.settings.fields import Field
from assistant.desktop.settings.file_rows import file_rows
from assistant.desktop.settings.groups import CARDS, CardOf, GroupName, keys_of
from assistant.desktop.settings.memo_list import MemoList
from assistant.desktop.settings.model_list import ModelList
from assistant.desktop.settings.model_uses import EARS, MOUTH
from assistant.desktop.settings.setting_rows import BY_KEY, setting_row
from assistant.desktop.theme import theme

_MODELS = ("model", "ears_model")


class SettingsPage(QWidget):
    """Built once and thrown away when another page is shown; `fields` holds the controls on it by their keys.

    Signals:
        groupWanted(GroupName): go where models are chosen.
        restoreWanted(): put the group back to what it came with.
    """

    groupWanted = Signal(object)
    restoreWanted = Signal()

    def __init__(self, desk: Desk, downloads: Downloads, group: GroupName, wanted: str) -> None:
        """`wanted` are the words of a search; without them the group is shown."""
        super().__init__()
        self._desk = desk
        self._downloads = downloads
        self._group = group
        self.fields: dict[str, Field] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().space(5), 0, theme().space(8))
        column.setSpacing(0)
        if wanted:
            self._fill_found(column, wanted)
        else:
            self._fill_group(column)
        column.addStretch()

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("look", "heading")
        return label

    def _fill_group(self, column: QVBoxLayout) -> None:
        column.addWidget(self._heading(texts.group_title(self._group)))
        for card in CARDS[self._group]:
            self._add_card(column, card, card.keys)
        if keys_of(self._group):
            column.addSpacing(theme().space(4))
            restore = QPushButton(self.tr("Restore defaults"), self)
            restore.setProperty("look", "quiet")
            restore.clicked.connect(self.restoreWanted)
            column.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill_found(self, column: QVBoxLayout, wanted: str) -> None:
        found = False
        for group, cards in CARDS.items():
            keys = tuple(key for card in cards for key in card.keys if wanted.casefold() in _words_of(key, group))
            if keys:
                found = True
                rows = [self._model_link(key, group) if key in _MODELS else self._row(key) for key in keys]
                column.addWidget(SettingCard(texts.group_title(group), rows, self))
        if not found:
            text = self.tr("No setting matches “{words}”.").format(words=wanted)
            label = QLabel(text, self)
            label.setProperty("tone", "tertiary")
            label.setWordWrap(True)
            column.addWidget(label)

    def _model_link(self, key: str, group: GroupName) -> QWidget:
        button = QPushButton(self.tr("Choose…"))
        button.clicked.connect(lambda: self.groupWanted.emit(group))
        return SettingRow(texts.title(key), texts.help_line(key), button)

    def _add_card(self, column: QVBoxLayout, card: CardOf, keys: tuple[str, ...]) -> None:
        heading = texts.card_title(card.name)
        if card.name in ("models", "speech_models"):
            label = QLabel(heading, self)
            label.setProperty("look", "strong")
            column.addSpacing(theme().space(5))
            column.addWidget(label)
            if card.name == "models":
                column.addWidget(ModelList(self._desk, self._downloads, self))
            else:
                for kind in (EARS, MOUTH):
                    column.addWidget(ModelList(self._desk, self._downloads, self, kind))
            return
        extra = {
            "version": self._version_rows,
            "data": self._data_rows,
            "files": self._file_rows,
        }.get(card.name)
        rows = extra() if extra is not None else [self._row(key) for key in keys]
        if card.name == "examples":
            rows.append(ExampleList(self._desk, self))
        if card.name == "memos":
            rows.append(MemoList(self._desk, self))
        if card.name == "events":
            rows.append(CalendarAlerts(self._desk, self))
        column.addWidget(SettingCard(heading, rows, self))

    def _row(self, key: str) -> QWidget:
        row, self.fields[key] = setting_row(self._desk, key)
        return row

    def _version_rows(self) -> list[QWidget]:
        facts = self.tr("Version {version} · Python {python} · Qt {qt}").format(
            version=__version__, python=platform.python_version(), qt=qVersion()
        )
        licence = self.tr("Apache License 2.0. Icons by Lucide (ISC)")
        return [SettingRow(self.tr("Assistant"), facts, None), SettingRow(self.tr("Licence"), licence, None)]

    def _file_rows(self) -> list[QWidget]:
        return file_rows(self._desk, self)

    def _data_rows(self) -> list[QWidget]:
        paths = self._desk.assistant.paths
        button = QPushButton(self.tr("Open folder"))
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.data))))
        private = self.tr("Nothing leaves this computer unless you ask for it")
        return [
            SettingRow(self.tr("Where your data is kept"), str(paths.data), button),
            SettingRow(self.tr("Private"), private, None),
        ]


def _words_of(key: str, group: GroupName) -> str:
    """Everything a search may find a setting by."""
    setting = BY_KEY[key]
    choices = (texts.choice(key, value) for value in setting.choices)
    return " ".join((texts.title(key), texts.help_line(key), texts.group_title(group), *choices)).casefold()

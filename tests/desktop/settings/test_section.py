"""The settings as a person handles them: every change holds at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
)
from pytestqt.qtbot import QtBot

from assistant.config.errors import ModelError
from assistant.config.settings import DECLARED, Setting, Value
from assistant.desktop.desk import Desk
from assistant.desktop.settings import SettingsSection
from assistant.desktop.settings.fields import Field
from assistant.desktop.settings.model_list import ModelList
from assistant.desktop.settings.model_row import ModelRow
from assistant.desktop.settings.switch import Switch
from assistant.desktop.side_item import SideItem
from assistant.domain.cancellation import Cancellation
from assistant.services.model_ports import ModelRecord, Progress
from tests.helpers.desks import open_desk
from tests.helpers.household import Household

WAIT = 10_000
MB = 1_000_000


class SlowLibrary:
    """The `ModelLibrary` port with two models; a download goes on when the test says so."""

    def __init__(self) -> None:
        record = ModelRecord(
            name="starter",
            title="Starter",
            kind="llm",
            size=1000 * MB,
            sha256="",
            licence="Apache-2.0",
            languages=("en", "zh"),
            memory=1,
            path=None,
            installed=False,
            source="test",
        )
        self.records = {"small": replace(record, name="small", title="Small", size=400 * MB)}
        self.records["starter"] = replace(record, recommended=True)
        self.records["tiny"] = replace(record, name="tiny", title="Tiny", for_tests=True)
        self.records["voice"] = replace(record, name="voice", title="A voice", kind="tts")
        self.go_on = threading.Semaphore(0)
        self.fails: ModelError | None = None
        self.had: dict[str, int] = {}

    def list(self) -> tuple[ModelRecord, ...]:
        return tuple(self.records.values())

    def get(self, name: str) -> ModelRecord:
        return self.records[name]

    def pull(self, name: str, on_progress: Callable[[Progress], None], cancel: Cancellation) -> ModelRecord:
        size = self.records[name].size
        cancel.on_cancel(self.go_on.release)
        while self.had.get(name, 0) < size:
            on_progress(Progress(self.had.get(name, 0), size))
            self.go_on.acquire()
            cancel.check()
            if self.fails is not None:
                raise self.fails
            self.had[name] = self.had.get(name, 0) + size // 2
        self.records[name] = replace(self.records[name], installed=True, path=Path("/there"))
        return self.records[name]

    def add(self, path: Path) -> ModelRecord:
        if path.suffix != ".gguf":
            raise ModelError("model.damaged", "This is no model.")
        record = replace(self.records["small"], name="mine", title=path.stem, installed=True, path=path)
        self.records["mine"] = record
        return record

    def remove(self, name: str) -> None:
        self.records[name] = replace(self.records[name], installed=False, path=None)


class Hands:
    def __init__(self, home: Household, desk: Desk, library: SlowLibrary, qtbot: QtBot) -> None:
        self.home, self.desk, self.library, self.qtbot = home, desk, library, qtbot
        self.section = SettingsSection(desk)
        qtbot.addWidget(self.section)
        self.section.resize(1208, 792)
        self.section.show()
        qtbot.waitExposed(self.section)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)

    def settle(self) -> None:
        for lane in ("store", "store"):
            home: list[object] = []
            self.desk.background.run(lambda: None, home.append, lane=lane)
            self.until(lambda home=home: bool(home))
        QApplication.processEvents()

    def words(self) -> list[str]:
        return [label.text() for label in self.section.findChildren(QLabel) if label.isVisible() and label.text()]

    def field(self, key: str) -> Field:
        found = self.section.field(key)
        assert found is not None, f"{key} is not on this page"
        return found

    def models(self) -> dict[str, ModelRow]:
        return {row._record.name: row for row in self.section.findChildren(ModelRow) if row.isVisible()}

    def model(self, name: str) -> ModelRow:
        self.until(lambda: name in self.models())
        return self.models()[name]


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Hands]:
    with open_desk(qapp, tmp_path) as (home, desk):
        library = SlowLibrary()
        home.assistant.__dict__["library"] = library
        yield Hands(home, desk, library, qtbot)


def group_of(key: str) -> str:
    from assistant.desktop.settings.groups import GroupName, keys_of

    return next(group for group in GroupName if key in keys_of(group))


def other_value(field: Field, setting: Setting) -> Value:
    """Sets another value by hand, as a person would; returns it."""
    switch, combo = field.findChild(Switch), field.findChild(QComboBox)
    spin, clock = field.findChild(QSpinBox), field.findChild(QTimeEdit)
    if switch is not None:
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
        return not setting.default
    if setting.choices:
        assert combo is not None
        place = len(setting.choices) - 1
        combo.setCurrentIndex(place)
        combo.activated.emit(place)
        return setting.choices[place]
    if setting.key == "gpu_layers":
        assert combo is not None
        combo.setCurrentIndex(1)
        combo.activated.emit(1)
        return "off"
    if spin is not None:
        value = (setting.low or 0) + 7
        spin.setValue(value)
        return value
    if clock is not None:
        clock.setTime(clock.time().addSecs(-3600))
        return clock.time().toString("HH:mm")
    if combo is not None:  # what can be chosen is looked up
        deadline = time.monotonic() + WAIT / 1000
        while combo.count() < 2 and time.monotonic() < deadline:
            QApplication.processEvents()
        combo.activated.emit(1)
        return str(combo.itemData(1))
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setText("https://models.example")
    line.editingFinished.emit()
    return "https://models.example"


SET_BY_FIELD = [setting for setting in DECLARED if setting.key not in ("model", "ears_model")]


@pytest.mark.parametrize("setting", SET_BY_FIELD, ids=lambda setting: setting.key)
def test_every_setting_can_be_set_by_hand(hands: Hands, setting: Setting) -> None:
    if setting.key in ("language", "theme"):  # the fixture has set these
        hands.home.settings.set(setting.key, setting.default)
    if setting.key == "reduce_motion":
        hands.home.settings.set(setting.key, setting.default)
    hands.section.show_group(group_of(setting.key))
    wanted = other_value(hands.field(setting.key), setting)
    hands.until(lambda: hands.home.settings[setting.key] == wanted)
    hands.settle()
    hands.section.restore_defaults()
    hands.until(lambda: hands.home.settings[setting.key] == setting.default)


def test_a_change_from_elsewhere_is_shown(hands: Hands) -> None:
    hands.section.show_group("appearance")
    combo = hands.field("text_size").findChild(QComboBox)
    assert combo is not None
    hands.home.settings.set("text_size", 130)
    hands.until(lambda: combo.currentText() == "130 %")


def test_layers_can_be_a_number(hands: Hands) -> None:
    hands.section.show_group("model")
    field = hands.field("gpu_layers")
    combo, spin = field.findChild(QComboBox), field.findChild(QSpinBox)
    assert combo is not None
    assert spin is not None
    assert not spin.isVisible()
    combo.activated.emit(2)
    spin.setValue(20)
    hands.until(lambda: hands.home.settings["gpu_layers"] == "20")
    assert not spin.isHidden()


def test_an_empty_address_is_marked_and_not_kept(hands: Hands) -> None:
    hands.section.show_group("model")
    line = hands.field("hub_endpoint").findChild(QLineEdit)
    assert line is not None
    line.clear()
    line.editingFinished.emit()
    hands.settle()
    assert line.property("tone") == "danger"
    assert hands.home.settings["hub_endpoint"] == "https://huggingface.co"


def test_search_finds_by_name_help_and_value(hands: Hands) -> None:
    hands.section.search("week")
    assert {"First day of the week", "Week numbers"} <= set(hands.words())
    assert "Theme" not in hands.words()
    hands.section.search("dark")
    assert "Theme" in hands.words()
    hands.section.search("nothing like this")
    assert "No setting matches “nothing like this”." in hands.words()
    QTest.keyClick(hands.section._search, Qt.Key.Key_Escape)
    assert "General" in hands.words(), "back to the group"
    hands.section.search("model that listens")
    link = next(button for button in hands.section.findChildren(QPushButton) if button.text() == "Choose…")
    link.click()
    assert hands.section.field("microphone") is not None, "where that model is chosen"


def test_groups_are_chosen_at_the_side(hands: Hands) -> None:
    items = {item.text(): item for item in hands.section.findChildren(SideItem)}
    items["Reminders"].click()
    assert hands.section.field("snooze_minutes") is not None
    assert items["Reminders"].isChecked()
    QTest.keyClick(items["Reminders"], Qt.Key.Key_Down)
    assert items["Voice"].isChecked()
    hands.section.show_group("no such group")
    assert items["Voice"].isChecked()


def test_a_narrow_window_keeps_all_groups(hands: Hands) -> None:
    hands.section.resize(480, 640)
    QApplication.processEvents()
    assert not hands.section._side.isVisible()
    assert hands.section._turn.isVisible()


def test_everything_has_a_name(hands: Hands) -> None:
    for group in hands.section.groups:
        hands.section.show_group(group)
        hands.settle()
        controls = [
            one
            for kind in (QAbstractButton, QComboBox, QSpinBox, QLineEdit)
            for one in hands.section.findChildren(kind)
            if one.isVisible() and not one.objectName().startswith("qt_")
        ]
        for one in controls:
            assert QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name), f"{group}: {one!r}"


# -------------------------------------------------------------------------------------------------------- models


def test_a_model_is_fetched_with_progress_and_then_used(hands: Hands) -> None:
    hands.home.settings.set("model", "other")
    hands.section.show_group("model")
    row = hands.model("starter")
    assert "voice" not in hands.models(), "only models that answer"
    assert row._main.text() == "Download"
    assert "Recommended" in row._facts.text()
    assert "Recommended" not in hands.model("small")._facts.text()
    assert "tiny" not in hands.models(), "what is for tests is not offered"
    QTest.mouseClick(row._main, Qt.MouseButton.LeftButton)
    hands.until(lambda: row._state.text() == "0 MB of 1.0 GB")
    assert row._main.text() == "Cancel"
    hands.library.go_on.release()
    hands.until(lambda: row._state.text() == "500 MB of 1.0 GB")
    assert row._bar.value() == 500
    hands.section.show_group("about")
    hands.section.show_group("model")
    assert hands.model("starter")._main.text() == "Cancel", "it goes on while one looks elsewhere"
    hands.library.go_on.release()
    hands.until(lambda: hands.home.settings["model"] == "starter")
    hands.until(lambda: hands.model("starter")._main.text() == "In use")
    assert not hands.model("starter")._bar.isVisible()


def test_a_download_is_stopped_and_goes_on_where_it_was(hands: Hands) -> None:
    hands.section.show_group("model")
    row = hands.model("small")
    row._main.click()
    hands.library.go_on.release()
    hands.until(lambda: row._state.text() == "200 MB of 400 MB")
    row._main.click()
    hands.until(lambda: row._main.text() == "Download")
    assert not hands.library.records["small"].installed
    row._main.click()
    hands.until(lambda: row._state.text() == "200 MB of 400 MB")
    hands.library.go_on.release()
    hands.until(lambda: hands.library.records["small"].installed)


def test_what_went_wrong_is_told_at_the_model(hands: Hands) -> None:
    hands.library.fails = ModelError("model.network", "The network could not be reached.")
    hands.section.show_group("model")
    row = hands.model("small")
    row._main.click()
    hands.library.go_on.release()
    hands.until(lambda: row._state.text() == "The network could not be reached.")
    assert row._main.text() == "Download", "to try again"


def test_leaving_the_program_does_not_wait_for_a_download(hands: Hands) -> None:
    hands.section.show_group("model")
    hands.model("small")._main.click()
    hands.until(lambda: hands.section.downloads.progress("small") is not None)
    hands.desk.close()
    assert not hands.library.records["small"].installed


def test_another_model_is_chosen_and_removed(hands: Hands) -> None:
    for name in ("starter", "small"):
        hands.library.records[name] = replace(hands.library.records[name], installed=True)
    hands.section.show_group("model")
    row = hands.model("small")
    assert row._main.text() == "Use"
    row._main.click()
    hands.until(lambda: hands.home.settings["model"] == "small")
    hands.until(lambda: row._main.text() == "In use")
    assert not row._remove.isVisible(), "not the one in use"
    hands.section.downloads.remove("starter")
    hands.until(lambda: hands.model("starter")._main.text() == "Download")


def test_a_file_of_ones_own(hands: Hands) -> None:
    hands.section.show_group("model")
    hands.model("small")
    models = hands.section.findChild(ModelList)
    assert models is not None
    models.add_file(Path("/somewhere/notes.txt"))
    hands.until(lambda: "The model file is damaged. Your data is not affected." in hands.words())
    models.add_file(Path("/somewhere/My model.gguf"))
    hands.until(lambda: hands.home.settings["model"] == "mine")
    hands.until(lambda: "mine" in hands.models())


def test_the_page_has_a_way_to_the_data(hands: Hands) -> None:
    hands.section.show_group("privacy")
    assert str(hands.home.assistant.paths.data) in hands.words()
    assert [b.text() for b in hands.section.findChildren(QPushButton) if b.text() == "Open folder"]

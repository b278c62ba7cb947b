"""The row of one setting: its name and help, its control, and what tries it out."""

from __future__ import annotations

from assistant.config.settings import DECLARED, Setting
from assistant.desktop.desk import Desk
from assistant.desktop.settings import texts
from assistant.desktop.settings.cards import SettingRow
from assistant.desktop.settings.fields import Field, field_for
from assistant.desktop.settings.sound_test import SoundTest
from assistant.desktop.settings.voice_fields import PICKED, PickField, VoiceTest

BY_KEY: dict[str, Setting] = {setting.key: setting for setting in DECLARED}


def setting_row(desk: Desk, key: str) -> tuple[SettingRow, Field]:
    """The row of a setting, and the control in it; a choice is written at once."""
    setting = BY_KEY[key]
    field = PickField(desk, setting) if key in PICKED else field_for(setting)
    field.show_value(desk.assistant.settings[key])
    field.changed.connect(lambda value: desk.change_setting(key, value))
    if key == "sound":
        field.row.insertWidget(0, SoundTest(desk, field))
    if key in ("voice_en", "voice_zh"):
        field.row.insertWidget(0, VoiceTest(desk, key, field))
    return SettingRow(texts.title(key), texts.help_line(key), field), field

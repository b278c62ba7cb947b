"""Settings: one declaration each feeds checks, the dialog and the documentation.

The file is TOML, written atomically. Unknown keys are kept (a newer version may have written them); a bad value
falls back to its default and is reported, so that a typing error in the file never keeps the window shut.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from assistant.config.errors import AssistantError, InputError

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One declared setting."""

    key: str
    default: Value
    help: str
    choices: tuple[Value, ...] = ()
    low: int | None = None
    high: int | None = None
    check: Callable[[object], bool] | None = None

    def accepts(self, value: object) -> bool:
        """True where the value has the declared type and lies within the declared bounds."""
        if type(value) is not type(self.default):
            return False
        if self.choices and value not in self.choices:
            return False
        if isinstance(value, int) and not isinstance(value, bool):
            if self.low is not None and value < self.low:
                return False
            if self.high is not None and value > self.high:
                return False
        return self.check is None or self.check(value)


HOLIDAYS_OF = (
    *("off", "region", "AT", "AU", "BE", "BR", "CA", "CH", "CN", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HK"),
    *("HU", "ID", "IE", "IL", "IN", "IT", "JP", "KR", "LU", "MO", "MX", "MY", "NL", "NO", "NZ", "PH", "PL", "PT", "RO"),
    *("SE", "SG", "SI", "SK", "TH", "TR", "TW", "UA", "US", "VN", "ZA"),
)
SECOND_ZONES = (
    *("off", "UTC", "America/Anchorage", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    *("America/Mexico_City", "America/New_York", "America/Sao_Paulo", "America/Toronto", "Africa/Cairo"),
    *("Africa/Johannesburg", "Africa/Lagos", "Asia/Bangkok", "Asia/Dubai", "Asia/Hong_Kong", "Asia/Jakarta"),
    *("Asia/Jerusalem", "Asia/Karachi", "Asia/Kolkata", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore"),
    *("Asia/Taipei", "Asia/Tokyo", "Asia/Urumqi", "Australia/Perth", "Australia/Sydney", "Europe/Berlin"),
    *("Europe/Helsinki", "Europe/Istanbul", "Europe/Kyiv", "Europe/Lisbon", "Europe/London", "Europe/Madrid"),
    *("Europe/Moscow", "Europe/Paris", "Europe/Rome", "Pacific/Auckland", "Pacific/Honolulu"),
)


def _gpu_layers(value: object) -> bool:
    return value in ("auto", "off") or (isinstance(value, str) and value.isdigit() and int(value) <= 1000)


DECLARED: tuple[Setting, ...] = (
    Setting("language", "system", "Language of the interface.", choices=("system", "en", "zh")),
    Setting("theme", "system", "Light, dark, or as the system has it.", choices=("system", "light", "dark")),
    Setting("text_size", 100, "Size of text in per cent.", choices=(90, 100, 115, 130, 150)),
    Setting("reduce_motion", False, "Show and hide without sliding or fading."),
    Setting("first_day", "region", "First day of the week.", choices=("region", "monday", "sunday", "saturday")),
    Setting("clock", "region", "12 or 24 hours.", choices=("region", "12", "24")),
    Setting("date_order", "region", "How 3/4 is read.", choices=("region", "day-first", "month-first")),
    Setting("week_numbers", True, "Show week numbers in the calendar."),
    Setting(
        "holidays", "off", "Public holidays in the calendar: off, of the region, or of a country.", choices=HOLIDAYS_OF
    ),
    Setting("lunar_dates", "auto", "Show Chinese lunar dates; auto means in Chinese.", choices=("auto", "on", "off")),
    Setting("second_zone", "off", "A second time zone beside the hours of the calendar.", choices=SECOND_ZONES),
    Setting("default_event_minutes", 60, "Length of an event whose end was not said.", low=5, high=1440),
    Setting("morning", "09:00", "The time of day that 'tomorrow' means when a reminder is put off."),
    Setting("snooze_minutes", 10, "Minutes of the first snooze choice.", low=1, high=1440),
    Setting(
        "system_notifications",
        "auto",
        "Show reminders in the system's notifications too.",
        choices=("auto", "on", "off"),
    ),
    Setting("sound", "chime", "The sound of a reminder.", choices=("chime", "bells", "wood", "off")),
    Setting(
        "sound_volume", 80, "How loud reminders are, in per cent of the system's volume.", choices=(20, 40, 60, 80, 100)
    ),
    Setting("sound_rises", True, "The first sound of a reminder is gentle, the next ones are louder."),
    Setting("speak_reminders", False, "Reminders are read aloud after their sound."),
    Setting(
        "answer_reminders",
        "auto",
        "Listen for a spoken answer after a reminder was read aloud; auto where a speech model is installed.",
        choices=("auto", "on", "off"),
    ),
    Setting("repeat_minutes", 5, "Minutes until an unanswered reminder that insists sounds again.", low=1, high=120),
    Setting("repeat_high", True, "Reminders of tasks with high priority sound again until they are answered."),
    Setting(
        "task_alert_minutes",
        -1,
        "Minutes before its due time that a new task reminds; -1 does not.",
        choices=(-1, 0, 5, 10, 15, 30, 60, 120, 1440),
    ),
    Setting("quiet_hours", False, "Hold reminders back for a part of the day."),
    Setting("quiet_from", "22:00", "The time of day when quiet hours begin."),
    Setting("quiet_to", "07:00", "The time of day when quiet hours end."),
    Setting("quiet_high", True, "Reminders of tasks with high priority come although others are held back."),
    Setting("follow_do_not_disturb", True, "Hold reminders back while the system is told not to disturb."),
    Setting("hold_in_full_screen", True, "Hold reminders back while a program has the whole screen."),
    Setting("start_at_login", False, "Start hidden when the person logs in."),
    Setting("close_to_tray", True, "Closing the window keeps reminders running."),
    Setting("model", "starter", "The language model that answers."),
    Setting(
        "gpu_layers", "auto", "Layers of the model on the graphics card: auto, off, or a number.", check=_gpu_layers
    ),
    Setting("model_idle_minutes", 10, "Minutes until an idle model is ended; 0 keeps it.", low=0, high=1440),
    Setting("model_context", 4096, "Words the model can see at once, in its own units.", low=512, high=131072),
    Setting("model_threads", 0, "Processor cores the model may use; 0 chooses.", low=0, high=256),
    Setting("learn_examples", True, "Keep what is corrected by hand as examples for sentences like it."),
    Setting("microphone", "", "The microphone that is listened to; empty means the system's."),
    Setting("loudspeaker", "", "The loudspeaker that speaks; empty means the system's."),
    Setting("ears_model", "ears-base", "The model that makes out what is said."),
    Setting("ears_language", "auto", "The language that is spoken.", choices=("auto", "en", "zh")),
    Setting(
        "wake_word",
        "off",
        "A word that opens the microphone; it is listened for all the time.",
        choices=("off", "okay_nabu", "hey_jarvis"),
    ),
    Setting("hands_free", False, "Listen again after each spoken answer."),
    Setting("barge_in", True, "Speaking stops the spoken answer."),
    Setting("read_aloud", "voice", "Which answers are spoken.", choices=("never", "voice", "always")),
    Setting("voice_check", True, "Wait two seconds before something spoken is added."),
    Setting("voice_en", "auto", "The voice that speaks English."),
    Setting("voice_zh", "auto", "The voice that speaks Chinese."),
    Setting("voice_rate", 100, "How fast it speaks, in per cent.", low=50, high=200),
    Setting("voice_volume", 100, "How loud it speaks, in per cent.", low=0, high=100),
    Setting("work_offline", False, "Refuse every connection to the network."),
    Setting("hub_endpoint", "https://huggingface.co", "Where models are fetched from."),
    Setting("log_level", "info", "How much is written to the log.", choices=("debug", "info", "warning", "error")),
)

_BY_KEY = {setting.key: setting for setting in DECLARED}


class Settings:
    """The settings of one profile. Reads once; `set` writes through. One instance a process, used from any thread.

    Attributes:
        problems: What the file held that could not be used, as sentences; empty when all was well.
    """

    def __init__(self, path: Path | None) -> None:
        """Reads `path`; with None the values live in memory only (tests, tools)."""
        self._path = path
        self._values: dict[str, Value] = {}
        self._unknown: dict[str, Any] = {}
        self.problems: list[str] = []
        self._listeners: list[Callable[[str], None]] = []
        self._read()

    def _read(self) -> None:
        if self._path is None or not self._path.exists():
            return
        try:
            raw: Mapping[str, Any] = tomllib.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            self.problems.append(f"The settings file could not be read ({error}); the defaults are used.")
            self._keep_damaged()
            return
        for key, value in raw.items():
            declared = _BY_KEY.get(key)
            if declared is None:
                self._unknown[key] = value
            elif declared.accepts(value):
                self._values[key] = value
            else:
                self.problems.append(f"The setting {key} cannot be {value!r}; {declared.default!r} is used.")

    def _keep_damaged(self) -> None:
        """A file nobody can parse is set aside before a later `set` would write over it."""
        assert self._path is not None
        try:
            self._path.replace(self._path.with_suffix(".damaged"))
        except OSError as error:
            self.problems.append(f"The damaged settings file could not be set aside: {error.strerror}.")

    def __getitem__(self, key: str) -> Value:
        return self._values.get(key, _BY_KEY[key].default)

    def text(self, key: str) -> str:
        """The value of a text setting."""
        value = self[key]
        assert isinstance(value, str)
        return value

    def number(self, key: str) -> int:
        """The value of a number setting."""
        value = self[key]
        assert isinstance(value, int)
        return value

    def flag(self, key: str) -> bool:
        """The value of an on/off setting."""
        value = self[key]
        assert isinstance(value, bool)
        return value

    def set(self, key: str, value: Value) -> None:
        """Checks, keeps and writes one value, then tells the listeners (in this thread).

        Raises:
            InputError: ``settings.value`` for an unknown key or a value out of bounds.
            AssistantError: ``settings.unwritable`` where the file cannot be written; the value holds until the end.
        """
        declared = _BY_KEY.get(key)
        if declared is None or not declared.accepts(value):
            raise InputError("settings.value", f"The setting {key} cannot be {value!r}.", key=key)
        self._values[key] = value
        try:
            self._write()
        finally:
            for listener in tuple(self._listeners):
                listener(key)

    def subscribe(self, listener: Callable[[str], None]) -> None:
        """`listener(key)` is called after each change, in the thread that made it."""
        self._listeners.append(listener)

    def _write(self) -> None:
        if self._path is None:
            return
        body = tomli_w.dumps({**self._unknown, **self._values})
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
        except OSError as error:
            raise AssistantError(
                "settings.unwritable", f"The settings could not be written: {error.strerror}.", path=self._path
            ) from error

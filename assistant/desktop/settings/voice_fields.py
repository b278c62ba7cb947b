"""Controls of the voice settings whose choices are only known by asking: devices and voices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from assistant.config.errors import AssistantError
from assistant.config.settings import Setting, Value
from assistant.desktop.banner import sentence_for
from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.settings.fields import Field
from assistant.desktop.theme import theme

PICKED = ("microphone", "loudspeaker", "voice_en", "voice_zh")
_WIDE = 230
_LANE = "voice"
_SAMPLES = {"en": "Good morning. Your first meeting is at 9:30.", "zh": "早上好，您的第一个会议在9:30。"}

Offers = Sequence[tuple[str, str]]


class PickField(Field):
    """One of several that are looked up in the background; until then only the one that is chosen."""

    def __init__(self, desk: Desk, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(setting, parent)
        self._desk = desk
        self._value = str(setting.default)
        self._combo = QComboBox(self)
        self._combo.setMinimumWidth(_WIDE)
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.activated.connect(lambda place: self.changed.emit(self._combo.itemData(place)))
        self.add(self._combo)
        self._first = (
            str(setting.default),
            self.tr("Automatic") if setting.key.startswith("voice") else self.tr("As the system has it"),
        )
        self._fill(())
        desk.background.run(_lookup(desk, setting.key), self._fill, self._refused, lane=_LANE, owner=self)

    def show_value(self, value: Value) -> None:
        """Chooses the value; one that is not there (any more) is shown all the same."""
        self._value = str(value)
        if self._combo.findData(self._value) < 0:
            self._combo.addItem(self._value, self._value)
        self._combo.setCurrentIndex(self._combo.findData(self._value))

    def _fill(self, offers: Offers) -> None:
        self._combo.clear()
        for value, text in (self._first, *offers):
            self._combo.addItem(text, value)
        self.show_value(self._value)

    def _refused(self, error: AssistantError) -> None:
        self._combo.setToolTip(sentence_for(error))


def _lookup(desk: Desk, key: str) -> Callable[[], Offers]:
    """Looks for the choices of a setting; not in the GUI thread."""
    assistant = desk.assistant

    def devices() -> Offers:
        found = assistant.ears.devices()
        return [(name, name) for name in (found.inputs if key == "microphone" else found.outputs)]

    def voices() -> Offers:
        language = key.removeprefix("voice_")
        return [(voice.name, voice.title) for voice in assistant.mouth.voices() if language in voice.languages]

    return voices if key.startswith("voice_") else devices


class VoiceTest(QPushButton):
    """Says a sentence with the voice that is chosen for a language."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key = key
        self.setIcon(icon("play"))
        self.setFixedSize(theme().size("control"), theme().size("control"))
        self.setToolTip(self.tr("Hear this voice"))
        self.setAccessibleName(self.tr("Hear this voice"))
        self.clicked.connect(self._say)

    def _say(self) -> None:
        assistant = self._desk.assistant
        language = self._key.removeprefix("voice_")
        sentence = _SAMPLES[language]

        def work() -> None:
            assistant.mouth.stop()
            assistant.mouth.say(sentence, language)

        self._desk.background.run(work, lane=_LANE, owner=self)

"""The button beside the sound of reminders that lets it be heard."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon
from assistant.desktop.theme import theme

_LANE = "sound"


class SoundTest(QPushButton):
    """Plays the sound that is chosen, as loud as it can come; says so where there is no loudspeaker."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setIcon(icon("play"))
        self.setFixedSize(theme().size("control"), theme().size("control"))
        self.setToolTip(self.tr("Play the sound"))
        self.setAccessibleName(self.tr("Play the sound"))
        self.clicked.connect(self._play)
        desk.settingChanged.connect(self._follow)
        self._follow("sound")

    def _follow(self, key: str) -> None:
        if key == "sound":
            self.setEnabled(self._desk.assistant.settings.text("sound") != "off")

    def _play(self) -> None:
        assistant = self._desk.assistant
        sounds = assistant.sounds
        if sounds is None:
            return
        sound, volume = assistant.settings.text("sound"), assistant.settings.number("sound_volume")

        def work() -> None:
            sounds.look()
            sounds.play(sound, volume)

        self._desk.background.run(work, lane=_LANE, owner=self)

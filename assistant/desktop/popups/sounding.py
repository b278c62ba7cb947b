"""When pop-ups are heard: once as they come, again where they insist, and all the time for alarms and timers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from assistant.config.errors import AssistantError
from assistant.config.settings import Settings
from assistant.desktop.desk import Desk
from assistant.desktop.popups.looking_up import Disturbance, may_be_answered, task_of
from assistant.desktop.popups.quiet import is_quiet, passes
from assistant.desktop.popups.words import kind_name
from assistant.domain.reminder import RINGING_KINDS, Reminder
from assistant.services.assistant import Assistant

if TYPE_CHECKING:
    from assistant.services.voice_ports import Utterance

_log = logging.getLogger(__name__)

# Takes what is to be read of one reminder, its language and its uid: True where it reads it, or it shall not be read.
Reader = Callable[[str, str, str], bool]

ALARM = "alarm"
_STEPS = (0.5, 0.75, 1.0)
_BEATS_A_STEP = 3
_BEAT_MS, _SLOW_BEAT_MS = 4_000, 30_000
_QUICK_BEATS = 75  # five minutes; whoever is not there by then hears it twice a minute
_LANE, _SPEECH = "reminders", "speech"
_MOST_SPOKEN = 3


def loudness(settings: Settings, step: int) -> int:
    """The volume in per cent of a reminder that sounds for the `step`-th time, the first being 0."""
    volume = settings.number("sound_volume")
    if not settings.flag("sound_rises"):
        return volume
    return round(volume * _STEPS[min(step, len(_STEPS) - 1)])


def audible(
    assistant: Assistant, reminders: Sequence[Reminder], now: datetime, disturbance: Disturbance
) -> tuple[Reminder, ...]:
    """Those that may be heard now, though their pop-ups are up: what would be held back now stays silent. Blocks."""
    settings = assistant.settings
    through = tuple(one for one in reminders if passes(replace(one, shown_at=None), task_of(assistant, one), settings))
    if len(through) == len(reminders):
        return through
    silent = is_quiet(settings, now) or assistant.presence.paused_until(now) is not None
    return through if silent or disturbance(settings) is not None else tuple(reminders)


def spoken(reminders: Sequence[Reminder]) -> str:
    """What is read aloud: kind and title of each; of many only how many there are."""
    if len(reminders) > _MOST_SPOKEN:
        return QCoreApplication.translate("Popups", "%n reminder(s)", "", len(reminders))
    sentence = QCoreApplication.translate("Popups", "{kind}: {title}.")
    return " ".join(
        sentence.format(kind=kind_name(one.kind), title=one.text or kind_name(one.kind)) for one in reminders
    )


def _unsaid(error: AssistantError) -> None:
    _log.info("not read aloud: %s", error.code)


class Sounding(QObject):
    """Plays the sounds of what is up. Lives in the GUI thread, and never waits for a loudspeaker.

    Signals:
        heard(tuple[Reminder, ...]): these insist and are heard again now.
    """

    heard = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._minute: datetime | None = None
        self._beats = 0
        self._utterance: Utterance | None = None
        self._hushed = False
        self.reader: Reader | None = None
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._ring)

    def came(self, reminders: Sequence[Reminder], disturbance: Disturbance) -> None:
        """These have just come up: one sound for all of a minute. Alarms and timers ring by `follow`."""
        plain = tuple(one for one in reminders if one.kind not in RINGING_KINDS)
        self._when_audible(plain, disturbance, self._sound_once)

    def again(self, reminders: Sequence[Reminder], disturbance: Disturbance) -> None:
        """These are up, insist, and were not answered."""

        def sound(loud: tuple[Reminder, ...]) -> None:
            self._minute = None
            self._sound_once(loud)
            self.heard.emit(loud)

        self._when_audible(tuple(reminders), disturbance, sound)

    def follow(self, up: Sequence[Reminder]) -> None:
        """What is up now: while an alarm or timer is among it, it rings; when that has gone, it is silent at once."""
        rings = any(one.kind in RINGING_KINDS for one in up)
        if rings and not self._beat.isActive():
            self._beats = 0
            self._beat.start(_BEAT_MS)
            self._ring()
        elif not rings and self._beat.isActive():
            self._silence()
        if not up and self._utterance is not None:
            self._utterance.stop()
            self._utterance = None

    def hush(self, *, hushed: bool) -> None:
        """While somebody is listened to, alarms ring in silence."""
        if hushed and not self._hushed and self._beat.isActive() and self._desk.assistant.sounds is not None:
            self._desk.assistant.sounds.stop()
        self._hushed = hushed

    def close(self) -> None:
        """Rings no more."""
        if self._beat.isActive():
            self._silence()

    def _silence(self) -> None:
        self._beat.stop()
        sounds = self._desk.assistant.sounds
        if sounds is not None:
            sounds.stop()

    def _when_audible(
        self,
        reminders: tuple[Reminder, ...],
        disturbance: Disturbance,
        then: Callable[[tuple[Reminder, ...]], None],
    ) -> None:
        assistant, now = self._desk.assistant, self._desk.now()
        if not reminders:
            return

        def done(loud: tuple[Reminder, ...]) -> None:
            if loud:
                then(loud)

        self._desk.background.run(
            lambda: audible(assistant, reminders, now, disturbance), done, lambda _error: None, lane=_LANE, owner=self
        )

    def _speak(self, reminders: Sequence[Reminder]) -> None:
        """Reads them aloud where that is wished; what cannot be said was seen and heard all the same."""
        assistant = self._desk.assistant
        if not assistant.settings.flag("speak_reminders"):
            return
        from assistant.aloud.text import language_of  # many patterns, which few people need

        text = spoken(reminders)
        language = language_of(text, assistant.language)
        uid = reminders[0].uid if len(reminders) == 1 else ""
        run = self._desk.background.run

        def saying(utterance: Utterance) -> None:
            self._utterance = utterance

        def looked(answerable: object) -> None:
            taken = bool(answerable) and self.reader is not None and self.reader(text, language, uid)
            if not taken:
                run(lambda: assistant.mouth.say(text, language), saying, _unsaid, lane=_SPEECH, owner=self)

        run(lambda: may_be_answered(assistant), looked, lambda _error: looked(False), lane=_SPEECH, owner=self)

    def _sound_once(self, reminders: tuple[Reminder, ...]) -> None:
        minute = self._desk.now().replace(second=0, microsecond=0)
        if minute == self._minute or self._beat.isActive():
            return
        self._minute = minute
        settings = self._desk.assistant.settings
        self._play(settings.text("sound"), loudness(settings, max(one.rings for one in reminders)))
        self._speak(reminders)

    def _ring(self) -> None:
        if not self._hushed:
            self._play(ALARM, loudness(self._desk.assistant.settings, self._beats // _BEATS_A_STEP))
        self._beats += 1
        if self._beats == _QUICK_BEATS:
            self._beat.setInterval(_SLOW_BEAT_MS)

    def _play(self, sound: str, volume: int) -> None:
        assistant = self._desk.assistant
        if assistant.sounds is not None and assistant.settings.text("sound") != "off":
            assistant.sounds.play(sound, volume)

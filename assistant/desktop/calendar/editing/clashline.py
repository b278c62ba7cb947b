"""What an event being edited would overlap, found in the background while its time is changed. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from assistant.desktop.desk import Desk
from assistant.domain.event import Occurrence
from assistant.domain.spans import Span

_PAUSE = 150
_NAMED = 3


class ClashLine(QLabel):
    """``Overlaps Interview, 13:00–14:00``; hidden where the time is free.

    Signals:
        resized(): the line came or went.
    """

    resized = Signal()

    def __init__(self, desk: Desk, but: str | None, parent: QWidget) -> None:
        """`but` is the event being edited: it does not clash with itself."""
        super().__init__(parent)
        self._desk = desk
        self._but = but
        self._span: Span | None = None
        self._busy = True
        self.setProperty("look", "small")
        self.setProperty("tone", "warning")
        self.setWordWrap(True)
        self.setContentsMargins(26, 0, 0, 0)
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._ask)

    def ask(self, span: Span, *, busy: bool) -> None:
        """Looks again, a moment later; time that counts as free clashes with nothing."""
        self._span, self._busy = span, busy
        self._timer.start()

    def _ask(self) -> None:
        span, schedule = self._span, self._desk.assistant.schedule
        if span is None or not self._busy:
            self._say(())
            return
        self._desk.background.run(lambda: schedule.clashes(span, but=self._but), self._say, owner=self)

    def _say(self, found: tuple[Occurrence, ...]) -> None:
        wording, zone = self._desk.wording, self._desk.assistant.clock.zone()
        told = [
            self.tr("{title}, {times}").format(
                title=one.title, times=wording.times(one.start_at.astimezone(zone), one.end_at.astimezone(zone))
            )
            for one in found[:_NAMED]
        ]
        if len(found) > _NAMED:
            told.append(self.tr("{count} more").format(count=len(found) - _NAMED))
        text = self.tr("Overlaps {items}").format(items="\n".join(told)) if told else ""
        if text != self.text():
            self.setText(text)
            self.setVisible(bool(text))
            self.resized.emit()

"""Voice memos in the window: recorded, written down, told; what could not be written down is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from assistant.config.errors import AssistantError, Cancelled
from assistant.desktop.desk import Desk
from assistant.desktop.dock import Dock
from assistant.desktop.voice.floor import Floor
from assistant.desktop.voice.panel import VoicePanel
from assistant.domain.cancellation import Cancellation
from assistant.services.voice.memos import WrittenDown
from assistant.services.voice.view import VoiceState, VoiceView
from assistant.services.voice_ports import Hearing, HearingKind, Transcript

_LANE = "memo"


class MemoRecorder(QObject):
    """One a window, made with the first memo. Leads the floor while it records. Lives in the GUI thread.

    Signals:
        changed(): there are more or fewer recordings that wait.
    """

    interruptible = False
    changed = Signal()
    _heard = Signal(object)

    def __init__(self, desk: Desk, floor: Floor, panel: VoicePanel, dock: Dock, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._floor = floor
        self._panel = panel
        self._dock = dock
        self._memos = desk.assistant.memos
        self._view = VoiceView(memo=True)
        self._cancel = Cancellation()
        self._recording: Path | None = None
        self._older: tuple[Path, ...] = ()
        self._heard.connect(self._news, Qt.ConnectionType.QueuedConnection)
        panel.finished.connect(lambda: self._finish() if floor.led_by(self) else None)
        panel.cancelled.connect(lambda: self._stop() if floor.led_by(self) else None)
        panel.wayChosen.connect(lambda way: self._go_on(way) if floor.led_by(self) else None)
        desk.closing.connect(lambda: self._memos.finish() if self._under_way else None)

    @property
    def _under_way(self) -> bool:
        return self._view.state is VoiceState.LISTENING

    def toggle(self) -> None:
        """Records, or ends that."""
        if self._under_way:
            self._finish()
        elif self._view.state is VoiceState.IDLE:
            self._begin()

    def _begin(self) -> None:
        self._floor.lead(self)
        self._cancel = cancel = Cancellation()
        self._recording = None
        self._older = self._memos.waiting()
        self._show(VoiceView(state=VoiceState.LISTENING, held=False, memo=True))
        self._panel.setFocus()
        self._desk.background.run(
            lambda: self._memos.record(self._heard.emit, cancel),
            self._recorded,
            self._failed,
            lane=_LANE,
            owner=self,
        )

    def _finish(self) -> None:
        if self._under_way:
            self._memos.finish()

    def _stop(self) -> None:
        """Cancel while it records throws it away; while it is written down, the recording stays."""
        self._cancel.cancel()
        if not self._under_way:
            self._show(VoiceView(memo=True))

    def _go_on(self, way: str) -> None:
        if way == "retry" and self._recording is not None:
            self.write_down(self._recording)
        elif way == "retry":
            self._begin()
        else:
            self._show(VoiceView(memo=True))
            self._desk.settingsWanted.emit("voice")

    # ------------------------------------------------------------------ what comes of it

    def _news(self, news: Hearing) -> None:
        if not self._under_way:
            return
        match news.kind:
            case HearingKind.OPEN:
                self._show(replace(self._view, open=True, device=news.text))
            case HearingKind.LEVEL:
                self._show(replace(self._view, level=news.level))

    def _recorded(self, recording: Path | None) -> None:
        if recording is None:
            self._show(VoiceView(problem="voice.nothing"))
        else:
            self.write_down(recording)

    def write_down(self, recording: Path) -> None:
        """Makes tasks of a recording."""
        self._recording = recording
        self._cancel = cancel = Cancellation()
        self.changed.emit()
        self._show(VoiceView(state=VoiceState.TRANSCRIBING, memo=True))
        self._desk.background.run(
            lambda: self._memos.write_down(recording, cancel), self._written, self._failed, lane=_LANE, owner=self
        )

    def _written(self, written: WrittenDown) -> None:
        self._recording = None
        self._show(VoiceView(memo=True))
        self._desk.toast(written.told, written.receipts[-1].journal_id, "tasks")
        self.changed.emit()

    def _failed(self, error: AssistantError) -> None:
        self.changed.emit()
        if isinstance(error, Cancelled):
            self._show(VoiceView(memo=True))
            return
        if self._recording is None and self._under_way:
            self._recording = next((one for one in self._memos.waiting() if one not in self._older), None)
        kept = self._recording is not None
        self._show(VoiceView(problem=error.code, message=error.message, memo=kept))

    def _show(self, view: VoiceView) -> None:
        self._view = view
        self._floor.record(recording=view.open)
        if self._floor.led_by(self):
            self._panel.show_view(view)
            shown = view.state is not VoiceState.IDLE or bool(view.problem)
            had_focus = self._panel.hasFocus()
            self._dock.show_panel(shown)
            if had_focus and not shown:
                self._dock.focus_text()

    # ------------------------------------------------------------------ leading

    def hints(self) -> tuple[str, ...]:
        """It does not listen through the session."""
        return ()

    def show(self, view: VoiceView) -> None:
        """It does not listen through the session."""

    def take(self, transcript: Transcript) -> None:
        """It does not listen through the session."""

    def give_up(self) -> None:
        """Somebody else is spoken with: what was recorded until now is a memo."""
        self._finish()
        self._dock.show_panel(False)

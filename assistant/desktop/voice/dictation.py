"""Speaking into a text field: words appear at its caret while they are spoken, and stay when they are certain."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from assistant.desktop.desk import Desk
from assistant.desktop.textfields import TextField, around_caret, compose, put_in
from assistant.desktop.voice.bubble import Bubble
from assistant.desktop.voice.floor import Floor
from assistant.services.voice.dictation import fitted
from assistant.services.voice.view import VoiceState, VoiceView
from assistant.services.voice_ports import Transcript

_PAUSE = 2.5  # seconds of silence: who dictates thinks between two sentences


class Dictation(QObject):
    """One a window, made with the first dictated word. A leader of the floor. Lives in the GUI thread."""

    interruptible = False

    def __init__(self, desk: Desk, floor: Floor, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._floor = floor
        self._field: TextField | None = None
        self._bubble: Bubble | None = None
        self._composed = ""

    @property
    def field(self) -> TextField | None:
        """The field that is dictated to; None where nobody dictates."""
        field = self._field
        return field if field is not None and shiboken6.isValid(field) else None

    def toggle(self, field: TextField) -> None:
        """Listens for words for this field, or ends that."""
        if self.field is field and self._floor.led_by(self) and self._floor.busy:
            self._floor.session.finish()
        else:
            self._begin(field)

    def cancel(self) -> None:
        """What was said is thrown away."""
        if self._floor.led_by(self):
            self._floor.session.cancel()
        self._end()

    def _begin(self, field: TextField) -> None:
        self._end()
        self._floor.lead(self)
        self._field = field
        field.installEventFilter(self)
        field.destroyed.connect(self._field_gone)
        self._bubble = Bubble(field)
        self._floor.session.listen(silence=_PAUSE)

    def _field_gone(self) -> None:
        if self._field is not None and self.field is None:
            self.cancel()

    # ------------------------------------------------------------------ leading

    def hints(self) -> tuple[str, ...]:
        """Nothing is known of what may be said."""
        return ()

    def show(self, view: VoiceView) -> None:
        """Shows the words so far at the caret."""
        field = self.field
        if field is None:
            return
        if view.state is VoiceState.LISTENING or view.state is VoiceState.TRANSCRIBING:
            self._compose(field, view.text)
        bubble = self._bubble
        if bubble is not None and shiboken6.isValid(bubble) and (view.state is not VoiceState.IDLE or view.problem):
            bubble.show_view(view)
        if view.problem and view.text:
            self._put(field, view.text)  # the device went away: what was heard until then is kept
        if view.state is VoiceState.IDLE:
            self._end(read=bool(view.problem))

    def take(self, transcript: Transcript) -> None:
        """Writes the words."""
        field = self.field
        if field is not None:
            self._put(field, transcript.text)
        self._floor.session.drop()
        self._end()

    def give_up(self) -> None:
        """Somebody else is spoken with."""
        self._end()

    # ------------------------------------------------------------------ writing

    def _compose(self, field: TextField, text: str) -> None:
        before, after = around_caret(field)
        shown = fitted(text, before, after, lines=True)
        if shown != self._composed:
            self._composed = shown
            compose(field, shown)

    def _put(self, field: TextField, text: str) -> None:
        if self._composed:
            self._composed = ""
            compose(field, "")
        before, after = around_caret(field)
        put_in(field, fitted(text, before, after, lines=not isinstance(field, QLineEdit)))

    def _end(self, *, read: bool = False) -> None:
        field, self._field = self.field, None
        bubble, self._bubble = self._bubble, None
        if field is not None:
            field.removeEventFilter(self)
            field.destroyed.disconnect(self._field_gone)
            if self._composed:
                compose(field, "")
        self._composed = ""
        if bubble is not None and shiboken6.isValid(bubble) and not read:
            bubble.hide()
            bubble.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc cancels, whatever else it would mean there."""
        kind = event.type()
        escape = (
            kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        )
        if not escape:
            return super().eventFilter(watched, event)
        event.accept()
        if kind == QEvent.Type.KeyPress:
            self.cancel()
        return True

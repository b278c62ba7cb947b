"""What is in the bar: the text, what was understood of it, what was changed by hand, and what Enter would do."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from assistant.desktop.desk import Desk
from assistant.desktop.dock.chips import act_of, unsure
from assistant.desktop.dock.edits import ChipKind, Edits, apply
from assistant.desktop.dock.live import LivePreview, Seen
from assistant.desktop.dock.question import Option, Question, question_for
from assistant.services.conversation.reply import Preview
from assistant.understanding.request import Intent, Understanding


@dataclass(frozen=True, slots=True)
class Sending:
    """What is handed on: the words, the understanding where it was settled by hand, and "", "ask" or "add"."""

    text: str
    edited: Understanding | None
    force: str


class Draft(QObject):
    """Follows the text of the bar.

    Signals:
        changed(): the preview, the edits or the question did.
        settled(): what was understood is of the text as it stands now (asked for by `settle`).
    """

    changed = Signal()
    settled = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.text = ""
        self.edits = Edits()
        self.preview: Preview | None = None
        self.question: Question | None = None
        self._seen: Seen | None = None
        self._settling = False
        self._live = LivePreview(desk, self)
        self._live.seen.connect(self._saw)
        self._live.blind.connect(self._went_blind)
        self._live.warm()

    # ------------------------------------------------------------------ changing it

    def type(self, text: str) -> None:
        """The committed text is now this; an empty one forgets everything, hand-made values too."""
        self.text = text
        if text.strip():
            self._live.ask_soon(text, self.edits)
        else:
            self.clear()

    def clear(self) -> None:
        """Nothing typed, nothing chosen."""
        self._live.forget()
        self.text, self.edits, self._seen, self._settling = "", Edits(), None, False
        self._show(None)

    def edit(self, edits: Edits) -> None:
        """Values were chosen by hand: they show at once, their consequence follows."""
        self.edits = edits
        if self._seen is not None and self._seen.parsed is not None:
            self._show(replace(self._seen.parsed, understanding=apply(self._seen.parsed.understanding, edits)))
        self._live.ask_now(self.text, edits)

    def remove(self, kind: ChipKind) -> None:
        """A chip was taken away; its words become words of the title."""
        self.edit(self.edits.without(kind))

    def answer(self, option: Option) -> None:
        """A reading was chosen by its button."""
        if option.time is not None:
            self.edit(replace(self.edits.with_back(ChipKind.WHEN), time=option.time))

    def settle(self) -> None:
        """Emits `settled` once the newest text has been understood: at once where it has."""
        if self.is_current:
            self.settled.emit()
        else:
            self._settling = True
            self._live.ask_now(self.text, self.edits)

    # ------------------------------------------------------------------ what it comes to

    @property
    def is_current(self) -> bool:
        """True where the newest text and values have been understood, or there is nothing to understand."""
        if not self.text.strip():
            return True
        return self._seen is not None and (self._seen.text, self._seen.edits) == (self.text, self.edits)

    @property
    def asks(self) -> bool:
        """True where Enter asks although adding is likely too."""
        return self.preview is not None and unsure(self.preview.understanding)

    @property
    def adds(self) -> bool:
        """True where Enter changes something."""
        understanding = self.preview.understanding if self.preview is not None else None
        return understanding is not None and not self.asks and act_of(understanding.first.intent) != "ask"

    def sending(self, *, other: bool) -> Sending:
        """What Enter hands on, or (other) Ctrl+Enter."""
        understanding = self.preview.understanding if self.preview is not None else None
        if self.asks:
            return Sending(self.text, None, "add" if other else "ask")
        if other:
            if self.adds:
                return Sending(self.text, None, "ask")
            kept = understanding if self.edits.any and self.edits.intent != Intent.CHAT else None
            return Sending(self.text, kept, "add")
        if self.edits.intent == Intent.CHAT:
            return Sending(self.text, None, "ask")
        if self.question is not None and self.adds and understanding is not None:
            likeliest = replace(self.edits, time=self.question.options[0].time)
            return Sending(self.text, apply(understanding, likeliest), "")
        return Sending(self.text, understanding if self.edits.any else None, "")

    # ------------------------------------------------------------------ inside

    def _saw(self, seen: Seen) -> None:
        self._seen = seen
        self._show(seen.preview)
        self._finish()

    def _went_blind(self, text: str) -> None:
        self._seen = Seen(text, self.edits, None, None)
        self._show(None)
        self._finish()

    def _finish(self) -> None:
        if self._settling:
            self._settling = False
            self.settled.emit()

    def _show(self, preview: Preview | None) -> None:
        self.preview = preview
        self.question = None
        if preview is not None and not self.asks:
            today = self._desk.now().date()
            self.question = question_for(preview.understanding.first, self._desk.wording, today)
        self.changed.emit()

"""Voice memos: recorded first, written down then, and only then is the recording thrown away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.config.errors import InputError
from assistant.config.settings import Settings
from assistant.domain.cancellation import Cancellation
from assistant.domain.clock import Clock
from assistant.domain.conversation import Receipt
from assistant.services.conversation.service import ConversationService
from assistant.services.tasks.service import TaskDraft, TaskService
from assistant.services.voice_ports import Ears, Hearing
from assistant.services.wording.phrases import counted, done, say
from assistant.understanding.language import detect
from assistant.understanding.memos import memo_of, without_lead
from assistant.understanding.request import Intent, Understanding

_SHORTEST = 0.4
_SMALLEST = 64  # bytes: a WAV file without a sample
_KEPT_AS_SAID = 160
_OWN_TIME = (Intent.CREATE_REMINDER, Intent.CREATE_TASK)


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """What became of a memo: receipts, and one sentence in its language."""

    receipts: tuple[Receipt, ...]
    told: str


class MemoService:
    """Blocks; any thread but the one that draws."""

    def __init__(
        self,
        ears: Callable[[], Ears],
        conversation: Callable[[], ConversationService],
        tasks: TaskService,
        settings: Settings,
        clock: Clock,
        folder: Path,
    ) -> None:
        """`folder` holds the recordings that wait."""
        self._ears = ears
        self._conversation = conversation
        self._tasks = tasks
        self._settings = settings
        self._clock = clock
        self._folder = folder

    def waiting(self) -> tuple[Path, ...]:
        """Recordings that were not written down, oldest first."""
        return tuple(sorted(self._folder.glob("*.wav")))

    def record(self, on_news: Callable[[Hearing], None], cancel: Cancellation) -> Path | None:
        """Records until `finish`; None where that was too short to hold a word.

        Raises:
            EngineError, InputError: See `Ears.record`; what was recorded until then waits.
            Cancelled: The recording is thrown away.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        target = self._folder / f"{self._clock.now():%Y%m%d-%H%M%S}.wav"
        try:
            seconds = self._ears().record(target, on_news, cancel)
        finally:
            if cancel.cancelled or (target.exists() and target.stat().st_size < _SMALLEST):
                target.unlink(missing_ok=True)
        if seconds < _SHORTEST:
            target.unlink(missing_ok=True)
            return None
        return target

    def finish(self) -> None:
        """Everything was said."""
        self._ears().finish()

    def write_down(self, recording: Path, cancel: Cancellation) -> WrittenDown:
        """Makes tasks of a recording and throws it away.

        Raises:
            InputError: ``memo.empty`` where no words are in it; it stays, like for any error of the ears.
        """
        chosen = self._settings.text("ears_language")
        language = "" if chosen == "auto" else chosen
        text = self._ears().transcribe(recording, language=language, on_segment=_unheard, cancel=cancel).text
        written = self.keep(text)
        recording.unlink(missing_ok=True)
        return written

    def keep(self, text: str) -> WrittenDown:
        """Makes tasks of words: one with notes, one for each thing of a list, or the reminder they ask for.

        Raises:
            InputError: ``memo.empty``.
        """
        memo = memo_of(text)
        if not memo.titles:
            raise InputError("memo.empty", "There are no words in this memo.")
        language = detect(text)
        plain = without_lead(text)
        if len(memo.titles) == 1 and len(plain) <= _KEPT_AS_SAID and self._asks_for_itself(plain):
            reply = self._conversation().handle(plain, rules_only=True, keep=False)
            if reply.receipts:
                return WrittenDown(reply.receipts, reply.text.split("\n", 1)[0])
        receipts = tuple(self._tasks.create(TaskDraft(title=title, notes=memo.notes)) for title in memo.titles)
        if len(receipts) > 1:
            told = say(language, "memo.kept", count=counted(language, "task", len(receipts)))
        else:
            told = done(language, "task", receipts[0].action, memo.titles[0])
        return WrittenDown(receipts, told)

    def throw_away(self, recording: Path) -> None:
        """The person does not want it."""
        recording.unlink(missing_ok=True)

    def _asks_for_itself(self, text: str) -> bool:
        """True where the words are one certain request that says more than its title: a time, a list."""
        seen = self._conversation().preview(text)
        understood: Understanding | None = seen.understanding if seen is not None else None
        if understood is None or not understood.sure or len(understood.requests) != 1:
            return False
        request = understood.first
        return request.intent in _OWN_TIME and bool(request.times or request.slots.list)


def _unheard(_segment: object, _total: float) -> None:
    """Nobody watches while a memo is made out."""

"""What the person corrected by hand is kept as examples, on this computer only, for the next sentence like it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.config.errors import NotFoundError
from assistant.domain.example import MOST_EXAMPLES, Example
from assistant.domain.items import new_uid
from assistant.services.changes import Changes
from assistant.understanding.request import Understanding
from assistant.understanding.words.table import late

_LONGEST = 200
_WORD = late(r"[^\W_\u3400-\u9fff]+|[\u3400-\u9fff]")
_LEAST = 0.34


class ExampleService:
    """The examples, newest first. Blocks; any thread but the one that draws."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes

    def all(self) -> tuple[Example, ...]:
        """All that are kept, newest first."""
        with self._changes.store.reading() as unit:
            return unit.examples.all()

    def learn(self, understood: Understanding, corrected: Understanding) -> Example | None:
        """Keeps a correction; None where what was asked for and what it is called stayed as they were understood.

        The same words are kept once, as they were corrected last; the oldest examples make room.
        """
        from assistant.understanding.grammar import answer_for  # only where something was corrected

        text = " ".join(corrected.text.split())
        answer = answer_for(corrected.first)
        if len(text) > _LONGEST or len(corrected.requests) > 1 or answer == answer_for(understood.first):
            return None
        intent, _, name = answer.partition(": ")
        if name and name not in text:
            answer = intent  # a title in other words than were said is no example of finding it
            if understood.first.intent is corrected.first.intent:
                return None
        example = Example(uid=new_uid(), text=text, answer=answer, created_at=self._changes.now())
        with self._changes.store.writing() as unit:
            known = unit.examples.all()
            for same in known:
                if same.text.casefold() == text.casefold():
                    unit.examples.remove(same.uid)
            for old in known[MOST_EXAMPLES - 1 :]:
                unit.examples.remove(old.uid)
            unit.examples.put(example)
            unit.commit()
        return example

    def nearest(self, text: str, count: int = 3) -> tuple[Example, ...]:
        """Those that share the most words with a text, the nearest last; none that share only few."""
        wanted = _words(text)
        ranked = sorted(
            ((_shared(wanted, _words(one.text)), place, one) for place, one in enumerate(self.all())),
            key=lambda row: (-row[0], row[1]),
        )
        return tuple(one for share, _, one in ranked[:count] if share >= _LEAST)[::-1]

    def remove(self, uid: str) -> None:
        """Forgets one. Raises NotFoundError ``example.missing``."""
        with self._changes.store.writing() as unit:
            if not any(one.uid == uid for one in unit.examples.all()):
                raise NotFoundError("example.missing", "There is no such example.", uid=uid)
            unit.examples.remove(uid)
            unit.commit()

    def clear(self) -> int:
        """Forgets all; says how many there were."""
        with self._changes.store.writing() as unit:
            known = unit.examples.all()
            for one in known:
                unit.examples.remove(one.uid)
            unit.commit()
        return len(known)


def pairs(examples: Sequence[Example]) -> tuple[tuple[str, str], ...]:
    """Examples as a prompt shows them."""
    return tuple((one.text, one.answer) for one in examples)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0

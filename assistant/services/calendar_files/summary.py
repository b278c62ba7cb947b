"""What an import or an export came to, for people."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from assistant.ical.problems import LIMITS, Problem

MOST_PROBLEMS = 200
NOTHING = "nothing in it is a calendar entry"


@dataclass(slots=True)
class Imported:
    """What one file gave. `kept` counts components that are not shown but written again at the next export.

    Attributes:
        source: The file or address.
        calendar: The name of the calendar that it went to.
        added: New events and tasks.
        updated: Those that were there and are newer in the file.
        unchanged: Those that were there as they are.
        older: Those that are newer here than in the file.
        removed: Those of a subscribed calendar that its file does not have any more.
        kept: Components beside events and tasks.
        problems: The first `MOST_PROBLEMS` things that were passed over, and what says that a limit was reached.
        more_problems: How many there were beyond.
        failure: Why nothing could be read at all, or empty.
        entry_id: The journal entry that takes it back, where anything changed.
    """

    source: str
    calendar: str = ""
    events: int = 0
    tasks: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0
    removed: int = 0
    kept: int = 0
    problems: list[Problem] = field(default_factory=list)
    more_problems: int = 0
    failure: str = ""
    entry_id: int | None = None

    @property
    def sound(self) -> int:
        """How many components could be used."""
        return self.events + self.tasks + self.kept

    def report(self, problem: Problem) -> None:
        """Takes a problem in. That something was left out is kept however much else there is to say."""
        room = MOST_PROBLEMS * (2 if problem.trouble in LIMITS else 1)
        if len(self.problems) < room:
            self.problems.append(problem)
        else:
            self.more_problems += 1


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written where."""

    path: Path
    events: int
    tasks: int
    others: int

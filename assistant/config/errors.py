"""What can go wrong in the world, as opposed to in the code.

An `AssistantError` carries a stable code for programs and a sentence for people. Everything else that is
raised is a bug and is shown as one. Both are caught at three borders only: a command or tool, a background
job, the process.
"""

from __future__ import annotations


class AssistantError(Exception):
    """Something in the world failed: a file, a device, a model, a person's input.

    Attributes:
        code: Dotted and stable, for example ``store.locked``; the window translates by it.
        message: One English sentence: what happened, what is safe.
        facts: Values that a translated message needs (paths, sizes), all printable.
    """

    def __init__(self, code: str, message: str, **facts: object) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.facts = facts


class InputError(AssistantError):
    """What the person gave cannot be used as it is."""


class NotFoundError(AssistantError):
    """The named item does not exist (any more)."""


class ConflictError(AssistantError):
    """The item changed since; going on would overwrite somebody's work."""


class StoreError(AssistantError):
    """The database file is locked, full, damaged, read-only or from a newer version."""


class EngineError(AssistantError):
    """A child process with a heavy library could not do its work."""


class ModelError(AssistantError):
    """A model is missing, damaged, too large for this computer, or could not be fetched."""


class Cancelled(AssistantError):
    """The person stopped the work. Not a failure; what was made so far is kept."""

    def __init__(self) -> None:
        super().__init__("cancelled", "Stopped.")

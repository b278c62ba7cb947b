"""Where subscribed calendars come from: a port."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, Protocol

from assistant.config.errors import AssistantError
from assistant.domain.cancellation import Cancellation
from assistant.domain.subscription import SubscriptionState


class SourceError(AssistantError):
    """A calendar that is subscribed to could not be fetched; the message says why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An open file, or None where it is the one that is known; and what the source says of its version."""

    file: IO[bytes] | None
    etag: str
    modified: str


class Fetcher(Protocol):
    """Fetches over the network."""

    def fetch(self, address: str, state: SubscriptionState, cancel: Cancellation) -> Fetched:
        """Asks for the file unless it is the one that `state` knows. Blocks for as long as it takes.

        Raises:
            SourceError: ``subscription.address``, ``subscription.refused``, ``subscription.network``,
                ``subscription.size``.
        """
        ...

"""What two prompts have in common. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def shared(one: Sequence[object], other: Sequence[object]) -> int:
    """How many elements both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count

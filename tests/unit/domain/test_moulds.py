from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from datetime import UTC, datetime

import pytest

from assistant.domain.event import Event
from assistant.domain.moulds import mould
from assistant.domain.spans import Zoned

AT = datetime(2026, 11, 3, 9, tzinfo=UTC)


def test_what_comes_from_a_mould_is_the_value_itself() -> None:
    span = mould(Zoned)(AT, AT, "UTC")
    plain = Event(uid="e", calendar_uid="c", title="Lunch", span=Zoned(AT, AT, "UTC"), created_at=AT, updated_at=AT)
    made = mould(Event)("e", "c", "Lunch", span, *(getattr(plain, part.name) for part in fields(Event)[4:]))
    assert (type(made), made, hash(made)) == (Event, plain, hash(plain))
    assert replace(made, title="Dinner") == replace(plain, title="Dinner")


def test_what_comes_from_a_mould_cannot_be_changed() -> None:
    made, name = mould(Zoned)(AT, AT, "UTC"), "zone"
    with pytest.raises(FrozenInstanceError):
        setattr(made, name, "Europe/Berlin")
    assert made.zone == "UTC"

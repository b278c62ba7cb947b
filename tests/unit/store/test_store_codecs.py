"""Reading what an older (or a stranger's) program wrote into a row."""

from __future__ import annotations

import json

import pytest

from assistant.config.errors import StoreError
from assistant.domain.conversation import Receipt
from assistant.domain.items import ItemKind
from assistant.domain.journal import Change
from assistant.store import codecs
from tests.helpers.store_values import NOW, reminder, task


def text_of(**after: object) -> str:
    written = json.loads(
        codecs.changes_to_text([Change(kind=ItemKind.TASK, uid="t", before=None, after=task("t", tags=("x",)))])
    )
    written["changes"][0]["after"].update(after)
    for name in [name for name, value in after.items() if value is ...]:
        del written["changes"][0]["after"][name]
    return json.dumps(written, default=str)


def test_an_unknown_field_is_passed_over() -> None:
    assert codecs.changes_from_text(text_of(estimate=5))[0].after == task("t", tags=("x",))


def test_a_missing_field_takes_its_default() -> None:
    assert codecs.changes_from_text(text_of(tags=...))[0].after == task("t")


@pytest.mark.parametrize(
    "text",
    [
        text_of(title=...),
        text_of(created_at="yesterday"),
        text_of(priority=17),
        "{}",
        "[]",
        "nonsense",
        '{"changes":[{"kind":"cloud","uid":"t"}]}',
        '{"changes":[{"kind":"event","uid":"t","after":{"span":{"span":"round"}}}]}',
    ],
)
def test_what_cannot_be_understood_is_damage(text: str) -> None:
    with pytest.raises(StoreError) as caught:
        codecs.changes_from_text(text)
    assert caught.value.code == "store.damaged"


def test_moments_are_written_in_utc_and_without_loss() -> None:
    change = Change(kind=ItemKind.REMINDER, uid="r", before=reminder("r"), after=reminder("r", snoozed_until=NOW))
    text = codecs.changes_to_text([change])
    assert '"snoozed_until":"2026-10-13T09:30:15.123456+00:00"' in text
    assert codecs.changes_from_text(text) == (change,)


def test_a_receipt_without_its_items_is_damage() -> None:
    with pytest.raises(StoreError):
        codecs.receipt_from_text('{"action":"added","journal_id":1}')
    receipt = codecs.receipt_from_text('{"action":"added","journal_id":1,"items":[]}')
    assert isinstance(receipt, Receipt)
    assert not receipt.undone

"""Rules as the editor has them: what is written is read back, and what has no words here is left alone."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.desktop.calendar.editing.ruleparts import FIRST_WORKDAY, LAST_WORKDAY, monthly_choices, own_rule, written

THURSDAY = date(2026, 10, 15)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3;COUNT=5",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20270630",
        "FREQ=MONTHLY;BYDAY=3TH",
        f"FREQ=MONTHLY;{LAST_WORKDAY}",
        f"FREQ=MONTHLY;{FIRST_WORKDAY};COUNT=3",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY",
    ],
)
def test_rules_come_back_as_they_were(rule: str) -> None:
    own = own_rule(rule, THURSDAY)
    assert own is not None
    assert written(own) == rule


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=HOURLY",
        "nonsense",
        "FREQ=WEEKLY;BYHOUR=9",
    ],
)
def test_other_rules_are_for_the_raw_field(rule: str) -> None:
    assert own_rule(rule, THURSDAY) is None


def test_days_of_the_month_on_offer() -> None:
    assert monthly_choices(THURSDAY) == ("BYMONTHDAY=15", "BYDAY=3TH", "BYMONTHDAY=-1", FIRST_WORKDAY, LAST_WORKDAY)
    assert monthly_choices(date(2026, 10, 29))[:2] == ("BYMONTHDAY=29", "BYDAY=-1TH")

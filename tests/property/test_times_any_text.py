"""Whatever is typed or pasted: no error, sound places in the text, and work that grows no faster than the text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.times import TimeContext, TimeKind, find_times
from assistant.understanding.times import grammar as grammar_module
from assistant.understanding.times.find import tokens_of
from assistant.understanding.times.tokens import Token

ZONE = ZoneInfo("Europe/Berlin")
WORDS = """
at by on in the of for from to until till between and or every each other next last this coming after before since
monday fri sat weekday weekdays weekend january may march 29 feb 31 2027 3pm 12:30 15h30 1/2 3/4 10-31-74 2026-02-30
noon midnight half quarter few couple several couple of past ten twenty first second third hundred thousand day days
week month year hour minutes ago later now morning tonight early late end beginning christmas easter ramadan daily
twice times EST Berlin time week 53 q3 今天 明天 下周 上周 这 周一 星期 个 月 年 日 号 点
半 刻 分 秒 三 十二 两 廿 零 每 隔 第 最后一个 工作日 周末 前 后 之前 以后 提前 到 至
从 的 上午 下午 晚上 凌晨 中午 农历 闰 初 正月 除夕 春节 月底 年初 世纪 年代 民国
时间 不对 99999999999 0 -1 . , : ( ) ' @ # $
"""
PIECES = WORDS.split()

texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)
nows = st.one_of(
    st.sampled_from(
        [
            datetime(2024, 2, 29, 23, 59, tzinfo=UTC),
            datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        ]
    ),
    st.integers(0, 130 * 365 * 86400).map(
        lambda seconds: datetime(1970, 1, 2, tzinfo=UTC) + timedelta(seconds=seconds)
    ),
)


@given(texts, nows, st.booleans(), st.booleans())
def test_any_text(text: str, now: datetime, day_first: bool, past: bool) -> None:
    mentions = find_times(text, TimeContext(now=now, zone=ZONE, day_first=day_first, past=past))
    place = 0
    for mention in mentions:
        assert place <= mention.start_char < mention.end_char <= len(text)
        assert text[mention.start_char : mention.end_char] == mention.text
        place = mention.end_char
        assert (mention.rrule is not None) == (mention.kind is TimeKind.RECURRENCE)
        if mention.kind is TimeKind.DURATION:
            assert mention.duration is not None
            continue
        assert mention.start is not None
        values = [mention.start, mention.end]
        values += [value for reading in mention.alternatives for value in (reading.start, reading.end)]
        assert all(value.tzinfo is ZONE for value in values if isinstance(value, datetime))


SEEDS = [
    "at ",
    "1 ",
    "monday ",
    "周一",
    "1点",
    "every monday and ",
    "from 1 to ",
    "in 3 days ",
    "(",
    "- ",
    "two hundred ",
    "half past ",
    "第",
    "1:1 ",
    "a",
    "11",
]


@pytest.mark.parametrize("seed", SEEDS)
def test_work_grows_with_the_text_only(seed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule attempts, the unit of work, at most double (and a little) when the text doubles; there is a ceiling."""
    attempts = 0
    plain = grammar_module._apply

    def counting(
        rules: list[grammar_module.Rule], position: int, kinds: str, tokens: list[Token], text: str
    ) -> tuple[Token | None, int]:
        nonlocal attempts
        attempts += 1 + len(rules)
        return plain(rules, position, kinds, tokens, text)

    monkeypatch.setattr(grammar_module, "_apply", counting)

    def work(size: int) -> int:
        nonlocal attempts
        attempts = 0
        tokens_of((seed * size)[:size])
        return attempts

    small, large = work(1_000), work(2_000)
    assert large <= 2.2 * small + 200
    assert work(10_000) <= 12 * small + 200

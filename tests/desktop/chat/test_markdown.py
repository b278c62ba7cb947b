"""Markdown as answers use it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.desktop.chat.markdown import Code, Prose, blocks, may_follow, whole_words


def html(text: str) -> str:
    return "".join(block.html for block in blocks(text) if isinstance(block, Prose))


def test_code_blocks_stand_between_prose_word_for_word() -> None:
    found = blocks("Try this:\n\n```python\nif a < b:\n    pass\n```\n\nDone.")
    assert [type(block) for block in found] == [Prose, Code, Prose]
    assert found[1] == Code("if a < b:\n    pass", "python")


def test_an_unfinished_code_block_is_shown_as_code() -> None:
    assert blocks("```\nhalf a li")[-1] == Code("half a li", "")


def test_raw_html_is_text() -> None:
    assert "<script>" not in html("<script>alert(1)</script> <img src='http://example.org/x.png'>")
    assert "&lt;script&gt;" in html("<script>alert(1)</script>")


def test_images_are_never_loaded() -> None:
    assert "<img" not in html("![a cat](https://example.org/cat.png)")


def test_links_show_where_they_lead() -> None:
    shown = html("[the rules](https://example.org/rules)")
    assert "the rules (https://example.org/rules)" in shown
    assert '<a href="https://example.org/rules">' in shown


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://x", ""])
def test_other_links_lead_nowhere(address: str) -> None:
    assert not may_follow(address)
    assert "<a " not in html(f"[press me]({address})")


def test_bold_lists_tables() -> None:
    shown = html("**bold**\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert "<strong>bold</strong>" in shown
    assert shown.count("<li>") == 2
    assert '<table border="1"' in shown


@pytest.mark.parametrize(
    ("text", "ready"),
    [
        ("Hello wor", "Hello "),
        ("Hello", ""),
        ("Hello ", "Hello "),
        ("你好世", "你好世"),
        ("你好 wor", "你好 "),
        ("", ""),
    ],
)
def test_whole_words(text: str, ready: str) -> None:
    assert whole_words(text)[0] == ready


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_nothing_is_lost_and_nothing_breaks(text: str) -> None:
    ready, rest = whole_words(text)
    assert ready + rest == text
    blocks(text)

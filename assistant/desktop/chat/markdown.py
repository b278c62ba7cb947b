"""The part of Markdown that answers are shown in: bold, lists, code, tables, links in full. Pure.

Text comes from a model or from documents: raw HTML is shown as text, images are not loaded, and only links to the web
and to mail addresses can be followed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

_SAFE = frozenset({"http", "https", "mailto"})
_WORD_END = re.compile(r"[\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef](?=[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]*$)")


@dataclass(frozen=True, slots=True)
class Prose:
    """Rich text in the subset that Qt's documents draw."""

    html: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code block, word for word."""

    text: str
    language: str


Block = Prose | Code


def blocks(text: str) -> tuple[Block, ...]:
    """The text as pieces of prose with the code blocks between them. Unfinished Markdown is shown as far as it goes."""
    found: list[Block] = []
    pending: list[Token] = []
    for token in _READER.parse(text):
        if token.type in ("fence", "code_block") and token.level == 0:
            _flush(pending, found)
            language = token.info.strip().split(" ", 1)[0] if token.info else ""
            found.append(Code(token.content.rstrip("\n"), language))
        else:
            pending.append(token)
    _flush(pending, found)
    return tuple(found)


def may_follow(address: str) -> bool:
    """True for links to the web and to mail addresses."""
    try:
        return urlsplit(address).scheme in _SAFE
    except ValueError:
        return False


def whole_words(text: str) -> tuple[str, str]:
    """Splits a growing text after its last whole word or Chinese character; both parts make the text."""
    end = _WORD_END.search(text)
    if end is None:
        return "", text
    return text[: end.end()], text[end.end() :]


def _flush(pending: list[Token], found: list[Block]) -> None:
    if pending:
        html = _READER.renderer.render(pending, _READER.options, {})
        if html.strip():
            found.append(Prose(html))
        pending.clear()


class _Renderer(RendererHTML):
    """Qt's documents need a table's border as an attribute, and a link shows where it leads."""

    def table_open(self, *_: Any) -> str:
        return '<table border="1" cellspacing="0" cellpadding="5">\n'

    def link_open(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        address = str(tokens[idx].attrs.get("href", ""))
        return f'<a href="{escape(address)}">' if may_follow(address) else "<span>"

    def link_close(self, tokens: Sequence[Token], idx: int, *_: Any) -> str:
        start = idx
        while start >= 0 and not (tokens[start].type == "link_open" and tokens[start].level == tokens[idx].level):
            start -= 1
        address = str(tokens[start].attrs.get("href", ""))
        words = "".join(token.content for token in tokens[start:idx])
        shown = "" if words in (address, address.removeprefix("mailto:")) else f" ({escape(address)})"
        return f"{shown}</a>" if may_follow(address) else f"{shown}</span>"

    def hr(self, *_: Any) -> str:
        return "<hr/>\n"


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}, renderer_cls=_Renderer)
    return reader.enable(["table", "strikethrough"]).disable("image")


_READER = _reader()

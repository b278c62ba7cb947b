"""Notes and links of events as rich text that cannot load or run anything. GUI thread (colours of the theme)."""

from __future__ import annotations

from html import escape

from assistant.desktop.chat.markdown import Prose, blocks
from assistant.desktop.theme import theme


def markdown(text: str) -> str:
    """Notes as Markdown: no raw HTML, no pictures, only links to the web and to mail addresses."""
    parts = []
    for block in blocks(text):
        if isinstance(block, Prose):
            parts.append(block.html)
        else:
            parts.append(f"<pre>{escape(block.text)}</pre>")
    return "".join(parts)


def linked(address: str) -> str:
    """An address that opens when it is pressed."""
    colour = theme().colour("accent.text").name()
    return f'<a href="{escape(address, quote=True)}" style="color:{colour}">{escape(address)}</a>'

"""The chat pane: messages, receipts, questions and answers as they are being made."""

from assistant.desktop.chat.pane import ChatPane

__all__ = ["ChatPane"]

"""The input bar below every pane."""

from assistant.desktop.dock.bar import Dock

__all__ = ["Dock"]

"""Search, sources of answers, and the history of changes: boxes over the window, each with its list."""

from assistant.desktop.found.finding import Finding

__all__ = ["Finding"]

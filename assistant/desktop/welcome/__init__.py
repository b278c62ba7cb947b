"""The first start: language and region, then a model; each can be skipped."""

from assistant.desktop.welcome.welcome import Welcome

__all__ = ["Welcome"]

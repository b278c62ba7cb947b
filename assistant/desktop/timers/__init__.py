"""Timers that run, visible while they do: cards over the input bar, and the tip of the tray icon."""

from assistant.desktop.timers.feed import TimerFeed
from assistant.desktop.timers.strip import TimerStrip

__all__ = ["TimerFeed", "TimerStrip"]

"""The settings: groups at the left, what can be set at the right; every change holds at once."""

from assistant.desktop.settings.section import SettingsSection

__all__ = ["SettingsSection"]

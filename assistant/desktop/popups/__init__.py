"""Reminder pop-ups: their own window over all others, which stays until it is answered and never takes the focus."""

from assistant.desktop.popups.reminder_popups import ReminderPopups

__all__ = ["ReminderPopups"]

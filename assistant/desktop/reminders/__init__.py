"""All reminders in one place: what waits for an answer, what is to come, and what became of the others."""

from assistant.desktop.reminders.overview import ReminderOverview

__all__ = ["ReminderOverview"]

"""Reminders from the moment they are asked for to the moment they are answered."""

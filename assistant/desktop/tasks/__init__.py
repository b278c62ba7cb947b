"""Tasks: the narrow pane beside the calendar, and the full-width section with lists and detail."""

from assistant.desktop.tasks.pane import TasksPane
from assistant.desktop.tasks.section.section import TasksSection

__all__ = ["TasksPane", "TasksSection"]

"""The main window and what frames the panes in it."""

from assistant.desktop.window.main import MainWindow

__all__ = ["MainWindow"]

"""What the window tells by itself: what was done, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QObject

from assistant.desktop.banner import Banner
from assistant.desktop.desk import Desk
from assistant.desktop.window.panes import CALENDAR, Panes
from assistant.desktop.window.sections import Sections
from assistant.desktop.window.toast import Toast


class Telling(QObject):
    """Puts toasts over the pane that they are about, and problems into the banner."""

    def __init__(self, desk: Desk, toast: Toast, banner: Banner, panes: Panes, sections: Sections) -> None:
        super().__init__(sections)
        self._toast = toast
        self._banner = banner
        self._panes = panes
        self._sections = sections
        desk.toastWanted.connect(self._say)
        desk.errorRaised.connect(banner.tell_error)
        desk.background.crashed.connect(self._bug)

    def _say(self, text: str, entry: int | None, pane: str) -> None:
        calendar = self._panes.pane(CALENDAR)
        shown = self._panes.pane(pane)
        anchor = shown if shown.isVisible() else calendar
        self._toast.say(text, entry, anchor if anchor.isVisible() else self._sections)

    def _bug(self, error: BaseException) -> None:
        """A fault of ours: said as such, with what a report needs."""
        self._banner.tell(
            self.tr("Something went wrong inside the program. Your data is safe; the log has the details."),
            f"{type(error).__name__}: {error}",
        )

"""Whether a reminder would disturb now, as far as the system tells.

Asked when a reminder is about to come, and again while one is held back; nothing here watches or polls. Blocks for some
milliseconds, at most for a second: not for the GUI thread.
"""

from __future__ import annotations

import sys

from assistant.config.settings import Settings
from assistant.domain.absence import Why


def disturbance(settings: Settings) -> Why | None:
    """What speaks against a pop-up now; None where nothing does, or nobody knows.

    Args:
        settings: ``follow_do_not_disturb`` and ``hold_in_full_screen`` say what is asked at all.
    """
    if settings.flag("follow_do_not_disturb") and _do_not_disturb():
        return Why.DISTURB
    if settings.flag("hold_in_full_screen") and _full_screen():
        return Why.FULL_SCREEN
    return None


def _do_not_disturb() -> bool:
    """Windows and macOS tell no program of it without a special permit."""
    told = False
    if sys.platform == "linux":
        from assistant.desktop.disturbance import desktops, notifications

        told = notifications.inhibited() or desktops.silenced()
    return told


def _full_screen() -> bool:
    """A Mac's full screen is an ordinary way to work there and says nothing."""
    told = False
    if sys.platform == "linux":
        from assistant.desktop.disturbance import x11

        told = x11.full_screen()
    elif sys.platform == "win32":
        from assistant.desktop.disturbance import windows

        told = windows.full_screen()
    return told

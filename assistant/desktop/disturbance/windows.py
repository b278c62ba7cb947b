"""Windows tells when a program fills the screen or a presentation is given."""

from __future__ import annotations

import sys

# QUERY_USER_NOTIFICATION_STATE: busy in full screen, Direct3D in full screen, presentation settings.
_FULL = frozenset({2, 3, 4})


def full_screen() -> bool:
    """True while SHQueryUserNotificationState says so. Any thread."""
    told = False
    if sys.platform == "win32":
        import ctypes

        state = ctypes.c_int()
        failed = ctypes.windll.shell32.SHQueryUserNotificationState(ctypes.byref(state))
        told = not failed and state.value in _FULL
    return told

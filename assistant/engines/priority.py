"""Heavy work steps back behind whatever a person is waiting for: the window, the sound, the end of speech."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
import threading

_log = logging.getLogger(__name__)

_STEPS = 3
_LOWEST = 19
_BELOW_NORMAL = -1


def step_back() -> None:
    """Lowers the priority of the thread that calls, and on Linux of the threads it starts from then on.

    Nothing happens where the system has no such thing for one thread (macOS).
    """
    try:
        if sys.platform.startswith("linux"):
            thread = threading.get_native_id()
            # From where it is: a program that was started below others is not to come before them.
            lower = min(_LOWEST, os.getpriority(os.PRIO_PROCESS, thread) + _STEPS)
            os.setpriority(os.PRIO_PROCESS, thread, lower)
        elif sys.platform == "win32":
            kernel = ctypes.windll.kernel32
            kernel.SetThreadPriority(kernel.GetCurrentThread(), _BELOW_NORMAL)
    except OSError as error:
        _log.debug("the priority stays: %s", error)

"""X11: whether the active window of another program fills the screen, asked through libxcb.

Qt uses the same library. It answers with what is not there, where Xlib would end the process.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_uint, c_uint8, c_uint16, c_uint32, c_void_p
from functools import cache

_ANY_TYPE = 0
_MOST = 64  # values of a property, in units of 32 bits


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", c_uint),)


class _Screens(ctypes.Structure):
    """xcb_screen_iterator_t; a screen begins with the number of its root window."""

    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


class _Atom(ctypes.Structure):
    _fields_ = (("head", c_uint32 * 2), ("atom", c_uint32))


@cache
def _library() -> ctypes.CDLL | None:
    """The library with its functions declared; None where there is none."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None
    declared = {
        "xcb_connect": (c_void_p, [c_char_p, POINTER(c_int)]),
        "xcb_connection_has_error": (c_int, [c_void_p]),
        "xcb_disconnect": (None, [c_void_p]),
        "xcb_get_setup": (c_void_p, [c_void_p]),
        "xcb_setup_roots_iterator": (_Screens, [c_void_p]),
        "xcb_screen_next": (None, [POINTER(_Screens)]),
        "xcb_intern_atom": (_Cookie, [c_void_p, c_uint8, c_uint16, c_char_p]),
        "xcb_intern_atom_reply": (POINTER(_Atom), [c_void_p, _Cookie, c_void_p]),
        "xcb_get_property": (_Cookie, [c_void_p, c_uint8, c_uint32, c_uint32, c_uint32, c_uint32, c_uint32]),
        "xcb_get_property_reply": (c_void_p, [c_void_p, _Cookie, c_void_p]),
        "xcb_get_property_value": (POINTER(c_uint32), [c_void_p]),
        "xcb_get_property_value_length": (c_int, [c_void_p]),
    }
    for name, (result, arguments) in declared.items():
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb


class _Display:
    """One connection, for the time of one question."""

    def __init__(self, xcb: ctypes.CDLL, connection: int, root: int) -> None:
        self._xcb, self._connection, self.root = xcb, connection, root
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [c_void_p]
        self._free.restype = None

    def atom(self, name: str) -> int:
        """The number of a name; 0 where nobody has used it yet."""
        text = name.encode("ascii")
        cookie = self._xcb.xcb_intern_atom(self._connection, 1, len(text), text)
        reply = self._xcb.xcb_intern_atom_reply(self._connection, cookie, None)
        if not reply:
            return 0
        found = int(reply.contents.atom)
        self._free(reply)
        return found

    def numbers(self, window: int, name: str) -> tuple[int, ...]:
        """A property's values; none where window or property is not there."""
        atom = self.atom(name)
        if not atom:
            return ()
        cookie = self._xcb.xcb_get_property(self._connection, 0, window, atom, _ANY_TYPE, 0, _MOST)
        reply = self._xcb.xcb_get_property_reply(self._connection, cookie, None)
        if not reply:
            return ()
        length = self._xcb.xcb_get_property_value_length(reply) // 4
        values = self._xcb.xcb_get_property_value(reply)
        found = tuple(int(values[place]) for place in range(length))
        self._free(reply)
        return found


@contextmanager
def _display() -> Iterator[_Display | None]:
    """A connection to the display of the environment; None where there is none."""
    xcb = _library() if os.environ.get("DISPLAY") else None
    if xcb is None:
        yield None
        return
    number = c_int()
    connection = xcb.xcb_connect(None, byref(number))
    try:
        if xcb.xcb_connection_has_error(connection):
            yield None
            return
        screens = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection))
        for _ in range(number.value):
            xcb.xcb_screen_next(byref(screens))
        yield _Display(xcb, connection, int(screens.data[0]))
    finally:
        xcb.xcb_disconnect(connection)


def full_screen() -> bool:
    """True where the window manager says that the active window is full-screen, and it is none of ours. Any thread.

    Source: Extended Window Manager Hints, _NET_ACTIVE_WINDOW and _NET_WM_STATE.
    """
    with _display() as display:
        if display is None:
            return False
        active = display.numbers(display.root, "_NET_ACTIVE_WINDOW")
        if not active or not active[0]:
            return False
        if display.atom("_NET_WM_STATE_FULLSCREEN") not in display.numbers(active[0], "_NET_WM_STATE"):
            return False
        return os.getpid() not in display.numbers(active[0], "_NET_WM_PID")

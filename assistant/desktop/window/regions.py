"""The big parts of the window, which F6 walks through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_next(regions: Sequence[QWidget], step: int) -> None:
    """Gives the focus to the next (1) or last (-1) visible region: to what stands for it, or what Tab reaches first."""
    shown = [region for region in regions if region.isVisible()]
    focus = QApplication.focusWidget()
    here = next((i for i, region in enumerate(shown) if focus and region.isAncestorOf(focus)), -1)
    target = shown[(here + step) % len(shown)]
    parts = [part for part in target.findChildren(QWidget) if part.isVisible() and part.isEnabled()]
    first = next((part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
    (target if target.focusProxy() else first or target).setFocus(Qt.FocusReason.TabFocusReason)

"""The alerts of an event: chips that say when, and a menu that adds one. GUI thread."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from assistant.desktop.calendar.gestures import Extent
from assistant.desktop.desk import Desk
from assistant.desktop.icons import icon

_TIMED = (0, 5, 10, 15, 30, 60, 120, 1440)
_WHOLE_DAYS = (360, 900, 1440, 2880)
_MOST = 5


class AlertFields(QWidget):
    """Minutes before the start.

    Signals:
        resized(): a chip came or went.
    """

    resized = Signal()

    def __init__(self, desk: Desk, minutes: tuple[int, ...], extent: Extent, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._extent = extent
        self.minutes = tuple(sorted(minutes))
        self._chips: list[QToolButton] = []
        self._add = QToolButton(self)
        self._add.setProperty("look", "chip")
        self._add.setIcon(icon("plus", size=14))
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._add.setText(self.tr("Add reminder"))
        self._add.setAccessibleName(self.tr("Add a reminder"))
        self._add.clicked.connect(self._offer)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(4)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill()

    def start_changed(self, extent: Extent) -> None:
        """The event begins at another time: the clock times in the chips follow."""
        self._extent = extent
        self._fill()

    def show_minutes(self, minutes: tuple[int, ...]) -> None:
        """Other alerts, not chosen by hand."""
        self.minutes = tuple(sorted(minutes))
        self._fill()
        self.resized.emit()

    def _said(self, minutes: int) -> str:
        wording = self._desk.wording
        at = self._extent.start_at - timedelta(minutes=minutes)
        if minutes == 0 and not self._extent.all_day:
            return wording.lead(0)
        if self._extent.all_day:
            return self.tr("{day}, {time}").format(
                day=wording.short_day(at.date(), self._desk.now().date()), time=wording.time(at)
            )
        return self.tr("{before}, {time}").format(before=wording.lead(minutes), time=wording.time(at))

    def _fill(self) -> None:
        for chip in self._chips:
            self._column.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, minutes in enumerate(self.minutes):
            chip = QToolButton(self)
            chip.setProperty("look", "chip")
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.setIcon(icon("x", size=14))
            chip.setIconSize(QSize(12, 12))
            chip.setText(self._said(minutes))
            chip.setAccessibleName(self.tr("Remove reminder: {when}").format(when=self._said(minutes)))
            chip.setToolTip(self.tr("Remove this reminder"))
            chip.clicked.connect(lambda _checked=False, gone=minutes: self._change(set(self.minutes) - {gone}))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute  # the cross alone stands at the right
            self._column.insertWidget(place, chip, 0, left)
            self._chips.append(chip)
        self._add.setVisible(len(self.minutes) < _MOST)

    def _change(self, minutes: set[int]) -> None:
        self.minutes = tuple(sorted(minutes))
        self._fill()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()

    def _offer(self) -> None:
        menu = QMenu(self)
        offered = _WHOLE_DAYS if self._extent.all_day else _TIMED
        for minutes in offered:
            if minutes not in self.minutes:
                menu.addAction(self._said(minutes), partial(self._change, {*self.minutes, minutes}))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

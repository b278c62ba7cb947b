"""How much was done lately, over the rows of Done: two numbers and a column for each day."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from assistant.desktop.desk import Desk
from assistant.desktop.tasks.section.done_figures import DoneFigures
from assistant.desktop.theme import theme

_HIGH = 40
_COLUMN = 10
_GAP = 4
# In line with the headings of the rows below.
_SIDE = 30


class DayColumns(QWidget):
    """A column for each day; hovering names the day and its number."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._figures: DoneFigures | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two weeks side by side."""
        count = len(self._figures.days) if self._figures else 14
        return QSize(count * (_COLUMN + _GAP), _HIGH)

    def show_figures(self, figures: DoneFigures) -> None:
        """Takes over the numbers."""
        self._figures = figures
        said = (self._said(number) for number in range(len(figures.days)) if figures.days[number][1])
        self.setAccessibleName(self.tr("Done on each of the last 14 days"))
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def _said(self, number: int) -> str:
        assert self._figures is not None
        day, count = self._figures.days[number]
        told = self._desk.wording.day(day, self._desk.now().date())
        return self.tr("{day}: {count}").format(day=told, count=count)

    def event(self, event: QEvent) -> bool:
        """The tip of the column under the pointer."""
        if isinstance(event, QHelpEvent) and self._figures is not None:
            number = event.pos().x() // (_COLUMN + _GAP)
            if 0 <= number < len(self._figures.days):
                QToolTip.showText(event.globalPos(), self._said(number), self)
                return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Columns from the ground up; a day without anything is a thin line; today is the last."""
        figures = self._figures
        if figures is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        most = max(figures.most, 1)
        for number, (_, count) in enumerate(figures.days):
            high = 2 if count == 0 else max(4, round((_HIGH - 2) * count / most))
            last = number == len(figures.days) - 1
            tone = "border.default" if count == 0 else ("accent.fill" if last else "accent.softBorder")
            painter.setBrush(theme().colour(tone))
            painter.drawRoundedRect(QRectF(number * (_COLUMN + _GAP), _HIGH - high, _COLUMN, high), 2, 2)
        painter.end()


class DonePanel(QWidget):
    """Numbers at the left, columns at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._figures: DoneFigures | None = None
        self.week = QLabel(self)
        self.week.setProperty("look", "strong")
        self._before = QLabel(self)
        self._before.setProperty("look", "small")
        self._before.setWordWrap(True)
        self.columns = DayColumns(desk, self)
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.week)
        column.addWidget(self._before)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, theme().space(1), _SIDE, theme().space(3))
        row.setSpacing(theme().space(4))
        row.addWidget(words, 1)
        row.addWidget(self.columns, 0, Qt.AlignmentFlag.AlignBottom)
        self.hide()

    def show_figures(self, figures: DoneFigures) -> None:
        """Takes over the numbers."""
        self._figures = figures
        self.week.setText(self.tr("%n task(s) done this week", "", figures.this_week))
        pieces = [self.tr("Last week: {count}").format(count=figures.last_week)]
        if figures.estimated_minutes:
            length = self._desk.wording.length(timedelta(minutes=figures.estimated_minutes))
            pieces.append(self.tr("estimated at {length}").format(length=length))
        self._before.setText(" · ".join(pieces))
        self.columns.show_figures(figures)

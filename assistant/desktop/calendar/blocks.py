"""Events and markers as real child widgets: focus, names and roles work by themselves. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from assistant.desktop.calendar import paint, words
from assistant.desktop.calendar.entries import Entry, EntryKind
from assistant.desktop.calendar.held import HeldButton, Stage
from assistant.desktop.calendar.hours.fan import Fan
from assistant.desktop.icons import pixmap
from assistant.desktop.theme import theme
from assistant.domain.event import EventStatus
from assistant.services.wording.times import Wording

_SLIVER = 28
_ONE_LINE = 34
_WIDE = 200


class EntryButton(HeldButton):
    """The looks that blocks, bars, lines and markers share."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(stage, parent)
        self.selected = False
        self.leaving = False
        self._said_in: Wording | None = None
        self.shows: float | None = None
        self.clear = 0.0
        self.on_top = False
        self.in_front = False

    def show_entry(self, entry: Entry, *, begins: bool = True, ends: bool = True) -> None:
        """Takes over an entry; a cut end is neither rounded nor can it be dragged."""
        self.begins, self.ends = begins, ends
        wording = self._stage.wording
        if entry != self._entry or wording != self._said_in:
            self._entry, self._said_in = entry, wording
            self._stage.naming.want(self)
        self.selected = self.leaving = False
        self.update()

    def take_name(self) -> None:
        """Says what it stands for, to listeners and to a pointer that rests on it."""
        name = self.spoken()
        self.setAccessibleName(name)
        self.setToolTip(name)

    def spoken(self) -> str:
        """Its accessible name."""
        return words.spoken(self.entry, self._stage.wording)

    def mark(self, *, selected: bool | None = None, leaving: bool | None = None) -> None:
        """Shows it as selected, or as an old place that is being left."""
        self.selected = self.selected if selected is None else selected
        self.leaving = self.leaving if leaving is None else leaving
        self.update()

    def unmark(self) -> None:
        """Shows it as neither."""
        if self.selected or self.leaving:
            self.mark(selected=False, leaving=False)

    # ------------------------------------------------------------------ looks

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint.onto(self, self.draw)

    def draw(self, painter: QPainter) -> None:
        """Paints it, its own corner at the painter's origin; also while it is hidden."""
        raise NotImplementedError

    def _past(self) -> bool:
        return self.entry.end_at < self._stage.now

    def _outline(self, painter: QPainter) -> None:
        if self.selected or self.hasFocus():
            paint.focus_ring(painter, QRectF(self.rect()), theme().radius("sm") + 1)

    def _face(self, name: str = "small", *, strong: bool = True) -> paint.Face:
        struck = self.entry.status is EventStatus.CANCELLED or self.entry.done
        return paint.face(name, weight=paint.STRONG if strong else 0, struck=struck)

    def _soft_box(self, painter: QPainter, rect: QRectF, *, begins: bool, ends: bool) -> None:
        """The background of an event in its calendar's colours."""
        base = f"calendar.{self.entry.colour.value}"
        if self.leaving:
            paint.dash(painter, rect, theme().colour("border.control"), theme().colour("bg.surface"))
            return
        paint.draw_box(painter, rect, base, begins=begins, ends=ends, past=self._past())
        if self.entry.status is EventStatus.TENTATIVE:
            paint.dash(painter, rect, theme().colour(f"{base}.bar"))

    def _ink(self) -> str:
        return "text.tertiary" if self.leaving else f"calendar.{self.entry.colour.value}.text"


class EventBlock(EntryButton):
    """A timed event on the hours."""

    def __init__(self, stage: Stage, parent: QWidget, fan: Fan) -> None:
        super().__init__(stage, parent)
        self._fan = fan
        self.resizable = True
        self.setMouseTracking(True)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._fan.point(self.mapToParent(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._fan.point(self.mapToParent(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._fan.point(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fan.focus(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fan.focus(None)

    def draw(self, painter: QPainter) -> None:
        """A soft box with the title over as many lines as there is room for, then the time."""
        outer = QRectF(self.rect())
        if self.on_top or self.in_front:
            radius = theme().radius("sm")
            painter.fillPath(paint.rounded(outer, radius, radius), theme().colour("bg.surface"))
        # what goes on past midnight is cut without a gap or a rounded corner there
        above, below = (1 if self.begins else -4), (-1 if self.ends else 4)
        self._soft_box(painter, outer.adjusted(1, above, -1, below), begins=True, ends=True)
        self._text(painter, outer.width(), outer.height())
        self._outline(painter)

    def _text(self, painter: QPainter, wide: float, tall: float) -> None:
        of = self._face()
        line = of.line
        left = theme().border("eventBar") + 7.0
        width = wide - left - 5
        top = 3.0 if tall >= line + 4 else (tall - line) / 2
        room = max(1, int((tall - top - 2) // line))
        if self.shows is not None and not self.in_front:
            room = int((self.clear - top) // line)
            if room < 1 and self.shows < _SLIVER:
                return  # a letter cut in half says nothing
        if tall < _ONE_LINE * line / 16 or room < 1:
            room = 1
        painter.setPen(theme().colour(self._ink()))
        lines = paint.broken(self.entry.title or words.untitled(), of, width, room)
        for text in lines:
            paint.write(painter, of, (left, top, line), text)
            top += line
        if len(lines) < room:
            self._time(painter, left, top, width)

    def _time(self, painter: QPainter, left: float, top: float, width: float) -> None:
        wording, of = self._stage.wording, paint.face("caption", tabular=True)
        text = wording.time(self.entry.start_at)
        if width >= _WIDE or not self.begins:
            text = words.time_range(self.entry.start_at, self.entry.end_at, wording)
        if of.width(text) <= width:
            paint.write(painter, of, (left, top, of.line), text)


class EventBar(EntryButton):
    """A whole-day or longer event in the lane above the hours, or across the days of a month."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(stage, parent)
        self.row = 0

    def draw(self, painter: QPainter) -> None:
        """A soft box with the title in one line."""
        outer = QRectF(self.rect())
        self._soft_box(painter, outer.adjusted(0, 1, 0, -1), begins=self.begins, ends=self.ends)
        of = self._face(strong=False)
        left = theme().border("eventBar") + 6.0
        painter.setPen(theme().colour(self._ink()))
        text = paint.broken(self.entry.title or words.untitled(), of, outer.width() - left - 4)[0]
        paint.write(painter, of, (left, 0, outer.height()), text)
        self._outline(painter)


class Marker(EntryButton):
    """A dated task or a reminder: a circle or a bell that can be pressed in place, and its title."""

    def __init__(self, stage: Stage, parent: QWidget, *, boxed: bool = True) -> None:
        super().__init__(stage, parent)
        self._boxed = boxed
        self.row = 0
        self.setMouseTracking(True)

    def show_entry(self, entry: Entry, *, begins: bool = True, ends: bool = True) -> None:
        super().show_entry(entry, begins=begins, ends=ends)
        self.setCheckable(True)
        self.setChecked(entry.done)

    def spoken(self) -> str:
        """Says that it is a task or reminder."""
        return words.marker_spoken(self.entry, self._stage.wording)

    def _mark_width(self) -> int:
        return theme().size("monthEventRow") + 2

    def _released(self, at: QPointF) -> None:
        if at.x() <= self._mark_width():
            self._stage.ticked(self)
        else:
            self._stage.picked(self)

    def _spaced(self) -> None:
        self._stage.ticked(self)

    def draw(self, painter: QPainter) -> None:
        """A circle or bell and the title, boxed in the hours."""
        outer = QRectF(self.rect())
        if self._boxed:
            self._box(painter, outer)
        tone = "text.tertiary" if self.entry.done or self.leaving else "text.primary"
        size = max(12, theme().pixels("small"))
        hovered = self.underMouse() and self.mapFromGlobal(self.cursor().pos()).x() <= self._mark_width()
        picture = pixmap(self._icon(hovered=hovered), "accent.text" if hovered else tone, size)
        left = 5.0 if self._boxed else 3.0
        painter.drawPixmap(QPointF(left, round((outer.height() - size) / 2)), picture)
        left += size + (4 if self._boxed else 5)
        of = self._face("caption" if self._boxed else "small", strong=False)
        painter.setPen(theme().colour(tone))
        text = paint.broken(self.entry.title, of, outer.width() - left - 3)[0]
        paint.write(painter, of, (left, 0, outer.height()), text)
        self._outline(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.update()

    def _icon(self, *, hovered: bool) -> str:
        if self.entry.done:
            return "circle-check"
        if hovered:
            return "check"
        return "bell" if self.entry.kind is EntryKind.REMINDER else "circle"

    def _box(self, painter: QPainter, outer: QRectF) -> None:
        surface = theme().colour("bg.hover" if self.underMouse() and not self.leaving else "bg.surface")
        if self.leaving:
            paint.dash(painter, outer, theme().colour("border.control"), surface)
            return
        painter.setPen(QPen(theme().colour("border.default"), 1))
        painter.setBrush(surface)
        radius = theme().radius("sm")
        painter.drawRoundedRect(outer.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class MonthLine(EntryButton):
    """A timed event in a month: a dot, the title, and the time where the title stays whole."""

    faint = False
    row = 0

    def draw(self, painter: QPainter) -> None:
        """A dot, the title, and the time at the right."""
        outer = QRectF(self.rect())
        if self.leaving:
            paint.dash(painter, outer, theme().colour("border.control"))
        elif self.underMouse():
            painter.fillPath(paint.rounded(outer, 4, 4), theme().colour("bg.hover"))
        dot = 7.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(f"calendar.{self.entry.colour.value}.bar"))
        painter.drawEllipse(QRectF(4, round((outer.height() - dot) / 2), dot, dot))
        left = 4 + dot + 6
        of, small = self._face(strong=False), paint.face("caption", tabular=True)
        clock = self._stage.wording.time(self.entry.start_at)
        clock_width = small.width(clock)
        title = self.entry.title or words.untitled()
        room = outer.width() - left - 4
        if of.width(title) + 6 + clock_width <= room:
            painter.setPen(theme().colour("text.tertiary"))
            paint.write(painter, small, (outer.width() - 4 - clock_width, 0, outer.height()), clock)
        painter.setPen(theme().colour("text.secondary" if self.faint else "text.primary"))
        paint.write(painter, of, (left, 0, outer.height()), paint.broken(title, of, room)[0])
        self._outline(painter)

    def sizeHint(self) -> QSize:
        return QSize(120, theme().size("monthEventRow"))

"""Painting that blocks, bars and ghosts share: faces, rounded boxes, wrapped titles, dashed outlines. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from assistant.desktop.theme import theme

GHOST_LINE = 1.5
STRONG = 600
MEDIUM = 500
_LINE = 4 / 3
# Of a text, of the box under it, and how strong the box is (0 to 1).
Tones = tuple[str, str, float]


@dataclass(frozen=True, eq=False)
class Face:
    """A font with what painting asks of it again and again; `line` is the height of a line of text."""

    font: QFont
    metrics: QFontMetricsF
    line: float
    base: float

    def width(self, text: str) -> float:
        """How wide a text is in one line."""
        return self.metrics.horizontalAdvance(text)


@lru_cache(maxsize=128)
def _face(name: str, pixels: int, weight: int, flags: tuple[bool, bool]) -> Face:
    del pixels  # only tells text sizes apart
    font = theme().font(name, tabular=flags[0])
    if weight:
        font.setWeight(QFont.Weight(weight))
    font.setStrikeOut(flags[1])
    metrics = QFontMetricsF(font)
    return Face(font, metrics, max(font.pixelSize() * _LINE, metrics.height()), metrics.ascent() - metrics.descent())


def face(name: str, *, weight: int = 0, tabular: bool = False, struck: bool = False) -> Face:
    """A font of the type scale at the current text size, kept."""
    return _face(name, theme().pixels(name), weight, (tabular, struck))


def forget_faces() -> None:
    """Another language or theme may mean other fonts."""
    _face.cache_clear()
    _broken.cache_clear()
    _box.cache_clear()
    _tile.cache_clear()


@lru_cache(maxsize=4096)
def _broken(text: str, of: Face, width: int, most: int) -> tuple[str, ...]:
    measure = of.metrics
    if most <= 1 or measure.horizontalAdvance(text) <= width:
        return (measure.elidedText(text, Qt.TextElideMode.ElideRight, width),)
    layout = QTextLayout(text, of.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        last = len(lines) == most - 1
        piece = text[start:] if last else text[start : start + line.textLength()]
        lines.append(measure.elidedText(piece.strip(), Qt.TextElideMode.ElideRight, width))
        if last:
            break
    layout.endLayout()
    return tuple(lines)


def broken(text: str, of: Face, width: float, most: int = 1) -> tuple[str, ...]:
    """`text` in at most `most` lines of `width`, the last one elided; a word that is too long is elided too."""
    return _broken(text, of, max(0, int(width)), max(1, most))


def rounded(rect: QRectF, left: float, right: float) -> QPainterPath:
    """A box whose left and right corners are rounded by their own radii."""
    path = QPainterPath()
    if left == right:
        path.addRoundedRect(rect, left, left)
        return path
    x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
    path.moveTo(x + left, y)
    path.lineTo(x + width - right, y)
    if right:
        path.quadTo(x + width, y, x + width, y + right)
    path.lineTo(x + width, y + height - right)
    if right:
        path.quadTo(x + width, y + height, x + width - right, y + height)
    path.lineTo(x + left, y + height)
    if left:
        path.quadTo(x, y + height, x, y + height - left)
    path.lineTo(x, y + left)
    if left:
        path.quadTo(x, y, x + left, y)
    path.closeSubpath()
    return path


def fill_box(painter: QPainter, rect: QRectF, soft: QColor, bar: QColor | None, *, begins: bool, ends: bool) -> None:
    """A soft box with a bar at its left; a cut end has no rounding and no bar."""
    radius = float(theme().radius("sm"))
    if bar is None or not begins:
        painter.fillPath(rounded(rect, radius if begins else 0.0, radius if ends else 0.0), soft)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(bar)
    painter.drawRoundedRect(QRectF(rect.x(), rect.y(), 2 * radius + 2, rect.height()), radius, radius)
    inner = rect.adjusted(theme().border("eventBar"), 0, 0, 0)
    painter.fillPath(rounded(inner, 0.0, radius if ends else 0.0), soft)


@lru_cache(maxsize=512)
def _box(base: str, size: tuple[int, int], flags: tuple[bool, bool, bool], ratio: float) -> QPixmap:
    picture = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    bar = QColor(theme().colour(f"{base}.bar"))
    begins, ends, past = flags
    if past:
        bar.setAlphaF(0.5)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(0, 0, *size)
    fill_box(painter, rect, theme().colour(f"{base}.soft"), bar, begins=begins, ends=ends)
    painter.end()
    return picture


def draw_box(painter: QPainter, rect: QRectF, base: str, *, begins: bool, ends: bool, past: bool) -> None:
    """The box of an event in the colours of a calendar, from pictures that are kept: rounded corners are dear."""
    size = round(rect.width()), round(rect.height())
    if min(size) > 0:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), _box(base, size, (begins, ends, past), ratio))


@lru_cache(maxsize=1024)
def _tile(text: str, tones: Tones, size: tuple[int, int], ratio: float) -> QPixmap:
    picture = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(theme().colour("bg.surface"))
    ink, tone, strength = tones
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if strength:
        tint, radius = QColor(theme().colour(tone)), float(theme().radius("sm"))
        tint.setAlphaF(strength)
        painter.fillPath(rounded(QRectF(0, 0, *size).adjusted(1, 1, -1, -1), radius, radius), tint)
    of = face("caption", tabular=True)
    painter.setPen(theme().colour(ink))
    write(painter, of, ((size[0] - of.width(text)) / 2, 0, size[1]), text)
    painter.end()
    return picture


def draw_tile(painter: QPainter, at: QPoint, size: tuple[int, int], text: str, tones: Tones) -> None:
    """A day of the year: its number on a box, from pictures that are kept."""
    painter.drawPixmap(at, _tile(text, tones, size, painter.device().devicePixelRatioF()))


def dash(painter: QPainter, rect: QRectF, colour: QColor, fill: QColor | None = None) -> None:
    """A dashed rounded outline inside `rect`."""
    pen = QPen(colour, GHOST_LINE, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([2.4, 1.8])
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    half = GHOST_LINE / 2
    radius = theme().radius("sm")
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def focus_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The focus outline, inside `rect`."""
    width = theme().border("focus")
    painter.setPen(QPen(theme().colour("border.focus"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def onto(widget: QWidget, draw: Callable[[QPainter], None]) -> None:
    """Lets `draw` paint a widget; for its paint event."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()


def write(painter: QPainter, of: Face, place: tuple[float, float, float], text: str) -> None:
    """One line of text in a face.

    Args:
        painter: With the pen of the text.
        of: The face.
        place: Left, top and height of the strip that the line is centred in; the base line is on a whole pixel.
        text: What to write.
    """
    left, top, height = place
    painter.setFont(of.font)
    painter.drawText(QPointF(left, round(top + (height + of.base) / 2)), text)

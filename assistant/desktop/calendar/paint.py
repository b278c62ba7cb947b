"""Painting that blocks, bars and ghosts share: rounded boxes, wrapped titles, dashed outlines. GUI thread."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)

from assistant.desktop.theme import theme

GHOST_LINE = 1.5


@lru_cache(maxsize=512)
def _metrics(key: str) -> QFontMetricsF:
    font = QFont()
    font.fromString(key)
    return QFontMetricsF(font)


def metrics(font: QFont) -> QFontMetricsF:
    """Cached metrics of a font."""
    return _metrics(font.toString())


def line_height(font_name: str) -> float:
    """Height of a text line of the type scale, grown with the text size."""
    return max(theme().pixels(font_name) * 4 / 3, metrics(theme().font(font_name)).height())


@lru_cache(maxsize=4096)
def _broken(text: str, key: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(key)
    measure = _metrics(key)
    if most <= 1 or measure.horizontalAdvance(text) <= width:
        return (measure.elidedText(text, Qt.TextElideMode.ElideRight, width),)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
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


def broken(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """`text` in at most `most` lines of `width`, the last one elided."""
    return _broken(text, font.toString(), max(0, int(width)), max(1, most))


def rounded(rect: QRectF, left: float, right: float) -> QPainterPath:
    """A box whose left and right corners are rounded by their own radii."""
    path = QPainterPath()
    path.moveTo(rect.left() + left, rect.top())
    path.lineTo(rect.right() - right, rect.top())
    if right:
        path.quadTo(rect.right(), rect.top(), rect.right(), rect.top() + right)
    path.lineTo(rect.right(), rect.bottom() - right)
    if right:
        path.quadTo(rect.right(), rect.bottom(), rect.right() - right, rect.bottom())
    path.lineTo(rect.left() + left, rect.bottom())
    if left:
        path.quadTo(rect.left(), rect.bottom(), rect.left(), rect.bottom() - left)
    path.lineTo(rect.left(), rect.top() + left)
    if left:
        path.quadTo(rect.left(), rect.top(), rect.left() + left, rect.top())
    path.closeSubpath()
    return path


def fill_box(painter: QPainter, rect: QRectF, soft: QColor, bar: QColor | None, *, begins: bool, ends: bool) -> None:
    """A soft box with a bar at its left; a cut end has no rounding and no bar."""
    radius = float(theme().radius("sm"))
    path = rounded(rect, radius if begins else 0.0, radius if ends else 0.0)
    painter.fillPath(path, soft)
    if bar is not None and begins:
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(rect.left(), rect.top(), theme().border("eventBar"), rect.height()), bar)
        painter.restore()


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


def text_line(painter: QPainter, left: float, top: float, height: float, text: str) -> None:
    """One line of text, vertically centred in a strip that begins at `top`, on whole pixels."""
    measure = metrics(painter.font())
    base = top + (height + measure.ascent() - measure.descent()) / 2
    painter.drawText(QPointF(left, round(base)), text)


def dot(tone: str, size: int) -> QPixmap:
    """A filled circle in the colour of a token, sharp on any screen."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen else 1.0
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(tone))
    painter.drawEllipse(QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture

"""A soft shadow from the theme's elevation, painted once behind a panel."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from assistant.desktop.theme import theme


def shadow_margin(elevation: str) -> int:
    """Room that the shadow needs around a panel, in logical pixels."""
    down, blur, _ = theme().shadow(elevation)
    return blur + down


def paint_shadow(painter: QPainter, panel: QRectF, radius: float, elevation: str) -> None:
    """Paints the shadow of `panel`, nothing under the panel itself.

    Rings of falling strength stand in for a Gaussian blur: from the panel's edge outwards the darkness falls with
    the square of the distance.
    """
    down, blur, colour = theme().shadow(elevation)
    inside = QPainterPath()
    inside.addRoundedRect(panel, radius, radius)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    outside = QPainterPath()
    outside.addRect(panel.adjusted(-blur * 2, -blur * 2, blur * 2, blur * 2))
    painter.setClipPath(outside.subtracted(inside))
    strength = colour.alphaF()
    before = 0.0
    for step in range(blur, 0, -1):
        wanted = strength * (1 - step / blur) ** 2
        layer = QColor(colour)
        layer.setAlphaF(min(1.0, max(0.0, (wanted - before) / (1 - before))))
        before = wanted
        painter.setBrush(layer)
        spread = step - blur / 2
        grown = panel.adjusted(-spread, -spread, spread, spread).translated(0, down)
        corner = max(radius + spread, 1.0)
        painter.drawRoundedRect(grown, corner, corner)
    painter.restore()

"""Line icons, recoloured from the theme and cached. GUI thread only; ask again on `Theme.changed`."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assistant.config.resources import resource_path
from assistant.desktop.theme import theme

_MARK = 64
_DOT = 8
_ICON = 16

_sources: dict[str, str] = {}
_pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}


def pixmap(name: str, tone: str = "text.secondary", size: int = 16) -> QPixmap:
    """The icon `name` in the colour of the token `tone`, `size` logical pixels square, sharp on any screen."""
    ratio = _ratio()
    key = (name, theme().css(tone), size, ratio)
    found = _pixmaps.get(key)
    if found is None:
        found = _pixmaps[key] = _draw(name, key[1], size, ratio)
    return found


def icon(name: str, tone: str = "text.secondary", size: int = 16) -> QIcon:
    """The same as a `QIcon`, with a disabled variant."""
    made = QIcon(pixmap(name, tone, size))
    made.addPixmap(pixmap(name, "text.disabled", size), QIcon.Mode.Disabled)
    return made


def _draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    if name not in _sources:
        _sources[name] = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    data = _sources[name].replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(data.encode()))
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def dot(tone: str, size: int, room: int = 0) -> QPixmap:
    """A filled circle in the colour of a token, `size` logical pixels wide and sharp on any screen.

    It stands in the middle of a square of `room`, so that it lines up with icons; without one the square is its own.
    """
    room, ratio = max(room, size), _ratio()
    picture = QPixmap(round(room * ratio), round(room * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(tone))
    edge = (room - size) / 2
    painter.drawEllipse(QRectF(edge, edge, size, size))
    painter.end()
    return picture


def dot_icon(tone: str) -> QIcon:
    """Such a circle where menus have icons: the mark of a list or calendar."""
    return QIcon(dot(tone, _DOT, _ICON))


def _ratio() -> float:
    """Device pixels a logical pixel."""
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0


_CHECK = ((0.28, 0.53), (0.44, 0.68), (0.73, 0.34))
_BARS = (((0.38, 0.32), (0.38, 0.68)), ((0.62, 0.32), (0.62, 0.68)))


def app_icon(*, dot: bool = False, paused: bool = False, listening: bool = False) -> QIcon:
    """The program's mark: a check mark on a round ground, or two bars on a grey one while reminders are `paused`.

    `dot` where a reminder waits for an answer; while somebody is `listening`, a microphone stands in its place.
    """
    picture = QPixmap(_MARK, _MARK)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("text.tertiary" if paused and not listening else "accent.fill"))
    painter.drawRoundedRect(QRectF(2, 2, _MARK - 4, _MARK - 4), _MARK / 4, _MARK / 4)
    pen = painter.pen()
    pen.setStyle(Qt.PenStyle.SolidLine)
    pen.setColor(theme().colour("text.onAccent"))
    pen.setWidthF(_MARK / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if listening:
        edge = _MARK // 5
        painter.drawPixmap(edge, edge, pixmap("mic", "text.onAccent", _MARK - 2 * edge))
    for line in () if listening else _BARS if paused else (_CHECK,):
        painter.drawPolyline([QPointF(_MARK * x, _MARK * y) for x, y in line])
    if dot:
        _draw_dot(painter)
    painter.end()
    return QIcon(picture)


def _draw_dot(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("nowLine"))
    painter.drawEllipse(QPointF(_MARK * 0.8, _MARK * 0.2), _MARK * 0.17, _MARK * 0.17)

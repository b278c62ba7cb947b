"""Line icons, recoloured from the theme and cached. GUI thread only; ask again on `Theme.changed`."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assistant.config.resources import resource_path
from assistant.desktop.theme import theme

_sources: dict[str, str] = {}
_pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}


def pixmap(name: str, tone: str = "text.secondary", size: int = 16) -> QPixmap:
    """The icon `name` in the colour of the token `tone`, `size` logical pixels square, sharp on any screen."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.primaryScreen() else 1.0
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

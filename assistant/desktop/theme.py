"""Colours, sizes and fonts, all from one token file; nothing else in the window names a colour or a size.

A theme belongs to the GUI thread. Painted widgets read it while painting and repaint on `Theme.changed`.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from assistant.config.resources import resource_path
from assistant.config.settings import Settings

_PLACE = re.compile(r"\$\{([A-Za-z0-9_.]+)\}")
_WEIGHTS = {400: QFont.Weight.Normal, 500: QFont.Weight.Medium, 600: QFont.Weight.DemiBold}


class Theme(QObject):
    """The tokens in the light or dark variant, at the text size of the settings."""

    changed = Signal()

    def __init__(self, settings: Settings, language: str = "en") -> None:
        super().__init__()
        self._tokens: dict[str, Any] = json.loads(resource_path("themes/tokens.json").read_text(encoding="utf-8"))
        self._settings = settings
        self._language = language
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._dark = False

    # ------------------------------------------------------------------ what widgets ask

    def colour(self, path: str) -> QColor:
        """A colour by its token path below the variant, such as ``calendar.blue.bar``."""
        found = self._colours.get(path)
        if found is None:
            found = self._colours[path] = _colour(self._look_up(path))
        return found

    def css(self, path: str) -> str:
        """The same colour as a style sheet writes it."""
        colour = self.colour(path)
        if colour.alpha() == 255:
            return colour.name()
        return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"

    def size(self, name: str) -> int:
        """A size token in logical pixels, grown with the text size."""
        return self.grown(int(self._tokens["size"][name]))

    def grown(self, pixels: int) -> int:
        """So many logical pixels, grown with the text size."""
        return round(pixels * self._text_scale())

    def fixed(self, name: str) -> int:
        """A size token that does not grow with the text (pane widths, the rail)."""
        return int(self._tokens["size"][name])

    def space(self, step: int) -> int:
        """Spacing by step: 1 is 4 logical pixels, 2 is 8, 3 is 12, 4 is 16."""
        return int(self._tokens["space"][str(step)])

    def radius(self, name: str) -> int:
        """Corner radius: sm, md, lg, pill."""
        return int(self._tokens["radius"][name])

    def border(self, name: str) -> int:
        """Line width: hairline, focus, focusOffset, eventBar."""
        return int(self._tokens["border"][name])

    def breakpoint(self, name: str) -> int:
        """Content width from which a layout holds: medium, wide."""
        return round(int(self._tokens["breakpoint"][name]) * self._text_scale())

    def duration(self, name: str) -> int:
        """Milliseconds of a motion token; 0 where motion is reduced (toasts keep their time)."""
        if self._settings.flag("reduce_motion") and name in ("fast", "normal", "slow"):
            return 0
        return int(self._tokens["motion"][name])

    def shadow(self, name: str) -> tuple[int, int, QColor]:
        """Offset, blur and colour of an elevation: e1 for menus and popovers, e2 for pop-ups."""
        token = self._tokens["elevation"][name]
        return int(token["y"]), int(token["blur"]), _colour(token["dark" if self._dark else "light"])

    def font(self, name: str, *, tabular: bool = False) -> QFont:
        """A font of the type scale; `tabular` gives digits of equal width for times and grids."""
        key = (name, tabular)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(name, tabular=tabular)
        return QFont(self._fonts[key])

    def pixels(self, name: str) -> int:
        """Font size in logical pixels, with the text size and the smallest Chinese size applied."""
        size = int(self._tokens["typography"]["scale"][name]["size"])
        if self._language == "zh":
            size = max(size, int(self._tokens["typography"]["cjk"]["minSize"]))
        return round(size * self._text_scale())

    def line(self, name: str) -> int:
        """Height of one line of a type scale entry in logical pixels; Chinese stands a little higher."""
        typography = self._tokens["typography"]
        factor = float(typography["cjk"]["lineFactor"]) if self._language == "zh" else 1.0
        return round(int(typography["scale"][name]["line"]) * factor * self._text_scale())

    # ------------------------------------------------------------------ changing it

    def apply(self, app: QApplication, language: str | None = None) -> None:
        """Rebuilds palette, fonts and style sheet from the settings, then tells every widget."""
        if language is not None:
            self._language = language
        wanted = self._settings.text("theme")
        system = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self._dark = system if wanted == "system" else wanted == "dark"
        self._colours.clear()
        self._fonts.clear()
        app.setPalette(self._palette())
        app.setFont(self.font("body"))
        app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    # ------------------------------------------------------------------ inside

    def _text_scale(self) -> float:
        return self._settings.number("text_size") / 100

    def _look_up(self, path: str) -> str:
        node: Any = self._tokens["color"]["dark" if self._dark else "light"]
        for step in path.split("."):
            node = node[step]
        return str(node)

    def _make_font(self, name: str, *, tabular: bool) -> QFont:
        scale = self._tokens["typography"]["scale"]
        stacks = self._tokens["typography"]["stacks"]
        if name == "mono":
            font = QFont()
            font.setFamilies(_present(list(stacks["mono"])))
            font.setPixelSize(self.pixels("small"))
            return font
        platform = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        families = [system.family()] if platform != "linux" else []
        font = QFont(system)
        font.setFamilies(_present(families + list(stacks[platform])) or [system.family()])
        font.setPixelSize(self.pixels(name))
        font.setWeight(_WEIGHTS[int(scale[name]["weight"])])
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _style_sheet(self) -> str:
        source = resource_path("themes/style.qss").read_text(encoding="utf-8")

        def value(match: re.Match[str]) -> str:
            group, _, rest = match[1].partition(".")
            if group == "size":
                return f"{self.size(rest)}px"
            if group == "space":
                return f"{self.space(int(rest))}px"
            if group == "radius":
                return f"{self.radius(rest)}px"
            if group == "font":
                return f"{self.pixels(rest)}px"
            if group == "file":  # style sheets cannot recolour a picture, so each variant has its own
                return resource_path(f"themes/{rest}-{'dark' if self._dark else 'light'}.svg").as_posix()
            return self.css(match[1])

        return _PLACE.sub(value, source)

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "bg.window",
            QPalette.ColorRole.Base: "bg.surface",
            QPalette.ColorRole.AlternateBase: "bg.sunken",
            QPalette.ColorRole.Button: "bg.surface",
            QPalette.ColorRole.WindowText: "text.primary",
            QPalette.ColorRole.Text: "text.primary",
            QPalette.ColorRole.ButtonText: "text.primary",
            QPalette.ColorRole.PlaceholderText: "text.tertiary",
            QPalette.ColorRole.ToolTipBase: "toast.bg",
            QPalette.ColorRole.ToolTipText: "toast.text",
            QPalette.ColorRole.Highlight: "accent.fill",
            QPalette.ColorRole.HighlightedText: "text.onAccent",
            QPalette.ColorRole.Link: "accent.text",
            QPalette.ColorRole.LinkVisited: "accent.text",
            QPalette.ColorRole.Mid: "border.default",
            QPalette.ColorRole.Midlight: "border.subtle",
            QPalette.ColorRole.Dark: "border.control",
            QPalette.ColorRole.Light: "bg.raised",
            QPalette.ColorRole.Shadow: "border.control",
        }
        for role, path in roles.items():
            palette.setColor(role, self.colour(path))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text.disabled"))
        return palette


def _colour(text: str) -> QColor:
    """A colour from ``#rrggbb`` or ``#rrggbbaa`` (Qt itself reads eight digits with alpha first)."""
    if len(text) == 9:
        colour = QColor(text[:7])
        colour.setAlpha(int(text[7:], 16))
        return colour
    return QColor(text)


def _present(families: list[str]) -> list[str]:
    """Those families that are installed; the system's own substitutes come last by themselves."""
    known = set(QFontDatabase.families())
    return [family for family in families if family in known or family.startswith(".") or family.endswith("serif")]


_current: Theme | None = None


def install_theme(app: QApplication, settings: Settings, language: str) -> Theme:
    """Makes the one theme of this process and keeps it in step with the system's light or dark."""
    global _current
    app.setStyle("Fusion")
    _current = Theme(settings, language)
    _current.apply(app)
    made = _current
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: made.apply(app))
    return _current


def theme() -> Theme:
    """The theme of this process; `install_theme` has been called."""
    assert _current is not None, "no theme is installed"
    return _current


def repolish(widget: QWidget) -> None:
    """Makes a widget take a changed `look` or `tone` property into account."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()

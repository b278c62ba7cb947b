"""Looks come from tokens; the tokens are readable."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from assistant.config.settings import Settings
from assistant.desktop.theme import install_theme

PAIRS = [
    (text, ground, 4.5)
    for ground in ("bg.window", "bg.surface", "bg.sunken", "bg.raised", "bg.hover", "bg.selected")
    for text in ("text.primary", "text.secondary", "text.tertiary")
] + [
    ("text.onAccent", "accent.fill", 4.5),
    ("accent.onSoft", "accent.soft", 4.5),
    ("danger.text", "bg.surface", 4.5),
    ("warning.onSoft", "warning.soft", 4.5),
    ("toast.action", "toast.bg", 4.5),
    ("border.control", "bg.surface", 3.0),
    ("border.focus", "bg.window", 3.0),
]


def luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


@pytest.mark.parametrize("variant", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_contrast(qapp: QApplication, variant: str, text: str, ground: str, least: float) -> None:
    settings = Settings(None)
    settings.set("theme", variant)
    made = install_theme(qapp, settings, "en")
    light, dark = sorted((luminance(made.colour(text)), luminance(made.colour(ground))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least


def test_text_size_and_language_reach_the_fonts(qapp: QApplication) -> None:
    settings = Settings(None)
    made = install_theme(qapp, settings, "en")
    assert made.font("caption").pixelSize() == 11
    made.apply(qapp, "zh")
    assert made.font("caption").pixelSize() == 12, "Chinese is never smaller than 12"
    settings.set("text_size", 150)
    made.apply(qapp, "en")
    assert made.font("body").pixelSize() == 20
    assert made.size("row") == 54


def test_reduced_motion_keeps_toasts(qapp: QApplication) -> None:
    settings = Settings(None)
    settings.set("reduce_motion", True)
    made = install_theme(qapp, settings, "en")
    assert made.duration("slow") == 0
    assert made.duration("toastVisible") == 8000


def test_a_style_sheet_without_holes(qapp: QApplication) -> None:
    install_theme(qapp, Settings(None), "en")
    assert "${" not in qapp.styleSheet()
    assert "border-radius" in qapp.styleSheet()

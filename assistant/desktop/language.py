"""The interface's language: Qt Linguist files, switched while running."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from assistant.config.resources import resource_path
from assistant.config.settings import Settings

_installed: list[QTranslator] = []


def chosen_language(settings: Settings) -> str:
    """The language the window speaks: ``en`` or ``zh``."""
    wanted = settings.text("language")
    if wanted != "system":
        return wanted
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def install_language(app: QApplication, language: str) -> None:
    """Loads the strings of a language; every widget gets a LanguageChange event."""
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale(QLocale.Language.Chinese) if language == "zh" else _english())
    ours = str(resource_path("translations"))
    files = [("assistant_en", ours)]
    if language == "zh":
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        files = [("qtbase_zh_CN", qt), ("assistant_zh_CN", ours)]
    for name, folder in files:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)


def _english() -> QLocale:
    """The system's own English where it has one, so that British dates stay British."""
    system = QLocale.system()
    return system if system.language() == QLocale.Language.English else QLocale(QLocale.Language.English)

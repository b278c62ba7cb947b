"""Takes the pictures of the documentation: every screen in light and dark, English and Chinese, from fixed data.

    python -m scripts.screenshots [--out DIR] [--size WIDTHxHEIGHT] [--text-size 100] [--every]

Needs a display (`make screenshots` brings one). Without --out the pictures of the README are replaced; --every, which
wants an --out, takes every view of calendar and tasks as well, for looking them through.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from assistant.bootstrap import build
from assistant.config.paths import Paths
from assistant.config.settings import Settings
from assistant.desktop.calendar.dates import Mode
from assistant.desktop.calendar.popover import Popover
from assistant.desktop.desk import Desk
from assistant.desktop.language import install_language
from assistant.desktop.tasks.rows.groups import ViewKind
from assistant.desktop.theme import install_theme
from assistant.desktop.window import MainWindow
from tests.helpers import demo
from tests.helpers.clock import FakeClock

ROOT = Path(__file__).resolve().parents[1]
TYPED = {
    "en": "Lunch with Mom Friday noon for 1h at Luigi’s, remind me 30 min before",
    "zh": "周五中午十二点和妈妈吃饭一小时，地点在小南国，提前30分钟提醒我",
}
SAID = {
    "en": ("remind me to water the garden tomorrow at 6pm", "What do I have on Friday?"),
    "zh": ("明天下午六点提醒我给花园浇水", "我周五有什么安排？"),
}


def settle(app: QApplication, seconds: float = 0.6) -> None:
    """Lets background work come home and the window paint."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)


def take(window: MainWindow, app: QApplication, save: Callable[[str], None]) -> None:
    """One picture a screen."""
    save("main")
    window.dock.fill("")
    window.calendar.show_view("month")
    window.show_section("calendar")
    settle(app)
    save("month")
    window.calendar.show_view("agenda")
    settle(app)
    save("agenda")
    window.calendar.show_view("week")
    window.show_section("tasks")
    settle(app)
    save("tasks")
    window.show_section("settings")
    settle(app)
    save("settings")
    window.show_section("home")


def take_every(window: MainWindow, app: QApplication, save: Callable[[str], None]) -> None:
    """The views, pop-overs and lists that the documentation does not show."""
    calendar = window.calendar
    window.show_section("calendar")
    for mode in Mode:
        calendar.show_mode(mode)
        settle(app)
        save(f"calendar-{mode}")
    calendar.show_view("week")
    settle(app)
    openers: dict[str, Callable[[], object]] = {
        "new-event": calendar.new_event,
        "calendars": calendar.header.calendars.click,
        "go-to-date": calendar.header.ask_date,
        "search": window.finding.search,
        "history": window.finding.history,
    }
    for name, show in openers.items():
        show()
        settle(app)
        save(name)
        for popover in window.findChildren(Popover):
            popover.dismiss(cancelled=True)
    window.show_section("tasks")
    section = window.sections.tasks
    for view in (kind for kind in ViewKind if kind is not ViewKind.TAG):
        section.show_view(view, "home" if view is ViewKind.LIST else "")
        settle(app)
        save(f"tasks-{view}")
        if view is ViewKind.LIST:
            parent = next(row.key for row in section.list.rows if row.foldable)
            section.shown.show_parts(parent, shown=True)
            section.open_item("task", parent)
            settle(app)
            save("tasks-detail")
            section.close_detail()


def picture_variant(app: QApplication, args: argparse.Namespace, language: str, variant: str) -> None:
    """All screens in one language and one theme."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.profile(Path(folder))
        paths.ensure()
        settings = Settings(paths.settings)
        for key, value in {"language": language, "theme": variant, "clock": "24", "first_day": "monday"}.items():
            settings.set(key, value)
        settings.set("text_size", args.text_size)
        assistant = build(paths, settings, clock=FakeClock(demo.NOW))
        assistant.follow_language()
        demo.fill(assistant, language)
        for sentence in SAID[language]:
            assistant.conversation.handle(sentence, rules_only=True)
        install_language(app, language)
        install_theme(app, settings, language)
        desk = Desk(assistant)
        window = MainWindow(desk)
        width, height = (int(part) for part in args.size.split("x"))
        window.resize(width, height)
        window.show()
        settle(app, 1.2)
        window.dock.fill(TYPED[language])
        window.dock.focus_text()
        settle(app, 1.0)

        def save(name: str) -> None:
            args.out.mkdir(parents=True, exist_ok=True)
            window.grab().save(str(args.out / f"{name}-{variant}-{language}.png"))

        take(window, app, save)
        if args.every:
            take_every(window, app, save)
        window.quitting = True
        window.close()
        desk.close()
        assistant.close()
        window.deleteLater()
        settle(app, 0.1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--size", default="1280x820")
    parser.add_argument("--text-size", type=int, default=100)
    parser.add_argument("--language", choices=["en", "zh"])
    parser.add_argument("--theme", choices=["light", "dark"])
    parser.add_argument("--every", action="store_true")
    args = parser.parse_args()
    if args.every and args.out == ROOT / "docs" / "screenshots":
        parser.error("--every wants an --out of its own")
    app = QApplication(sys.argv[:1])
    for language in [args.language] if args.language else ["en", "zh"]:
        for variant in [args.theme] if args.theme else ["light", "dark"]:
            picture_variant(app, args, language, variant)
            print(f"pictures taken: {language}, {variant}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

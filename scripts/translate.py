"""Brings the interface's strings and their Chinese together: code -> .ts -> .qm.

    scripts/translate.py                 collects the strings, fills in resources/translations/{zh,en}/*.toml, compiles
    scripts/translate.py --compile-only  compiles what is there

Ends with 1 where a string has no translation.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
# English needs a file for its plurals only.
LANGUAGES = {"zh_CN": ("zh", []), "en": ("en", ["-pluralonly"])}
BIN = Path(sys.executable).parent


def ts(locale: str) -> Path:
    """The Qt Linguist file of a locale."""
    return FOLDER / f"assistant_{locale}.ts"


def collect(locale: str, options: list[str]) -> None:
    """Asks Qt's own tool for every string of the window."""
    sources = [str(path) for path in sorted((ROOT / "assistant" / "desktop").rglob("*.py"))]
    sources.append(str(ROOT / "assistant" / "app.py"))
    subprocess.run(
        [BIN / "pyside6-lupdate", *sources, "-ts", ts(locale), "-source-language", "en", "-target-language", locale,
         "-locations", "none", "-no-obsolete", "-silent", *options],
        check=True,
        capture_output=True,
    )  # fmt: skip


def written(folder: str) -> dict[str, dict[str, str | list[str]]]:
    """All translations of a language by context and source; a list holds the plural forms."""
    words: dict[str, dict[str, str | list[str]]] = {}
    for path in sorted((FOLDER / folder).glob("*.toml")):
        for context, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            words.setdefault(context, {}).update(entries)
    return words


def fill(locale: str, folder: str) -> list[str]:
    """Writes the translations into the .ts file; returns what has none."""
    words = written(folder)
    tree = ET.parse(ts(locale))
    missing = []
    for context in tree.getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            found = words.get(name, {}).get(source)
            if found is None:
                missing.append(f"{locale} [{name}] {source}")
            else:
                set_translation(message, found)
    ET.indent(tree, " ")
    tree.write(ts(locale), encoding="utf-8", xml_declaration=True)
    return missing


def set_translation(message: ET.Element, found: str | list[str]) -> None:
    """Replaces a message's translation."""
    target = message.find("translation")
    if target is None:
        target = ET.SubElement(message, "translation")
    target.attrib.pop("type", None)
    for form in list(target):
        target.remove(form)
    if message.get("numerus") == "yes":
        target.text = None
        for form in [found] if isinstance(found, str) else found:
            ET.SubElement(target, "numerusform").text = form
    else:
        target.text = str(found)


def compile_qm(locale: str) -> None:
    """Makes the file the program loads."""
    subprocess.run(
        [BIN / "pyside6-lrelease", ts(locale), "-qm", ts(locale).with_suffix(".qm"), "-silent"],
        check=True,
        capture_output=True,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compile-only", action="store_true")
    args = parser.parse_args()
    missing: list[str] = []
    for locale, (folder, options) in LANGUAGES.items():
        if not args.compile_only:
            collect(locale, options)
            missing += fill(locale, folder)
        compile_qm(locale)
    for line in missing:
        print("no translation:", line, file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

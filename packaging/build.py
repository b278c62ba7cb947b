"""Builds the frozen program and, where dpkg-deb is there, a .deb of it. Prints the sizes."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from pathlib import Path

from assistant import __version__

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
PACKAGE = "local-assistant"
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {arch}
Maintainer: The Assistant developers <assistant@localhost>
Installed-Size: {size}
Section: utils
Priority: optional
Depends: libc6, libegl1, libgl1, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, libxcb-keysyms1,
 libxcb-shape0, libdbus-1-3, libfontconfig1
Recommends: fonts-noto-cjk
Description: personal assistant that runs on your own computer
 Calendar, tasks and reminders by a sentence, in English and Chinese.
 A language model on this computer answers and writes; nothing is sent anywhere.
"""


def folder_size(folder: Path) -> int:
    """Bytes of all files below a folder; links count as nothing."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def freeze() -> Path:
    """Runs PyInstaller; returns the program's folder."""
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", DIST, "--workpath", ROOT / "build" / "pyinstaller"),
            ROOT / "packaging" / "assistant.spec",
        ],
        check=True,
        cwd=ROOT,
    )
    return DIST / "assistant"


def make_deb(program: Path) -> Path:
    """Puts the program under /opt with a starter in /usr/bin, a menu entry and an icon."""
    tree = ROOT / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(program, tree / "opt" / PACKAGE, symlinks=True)
    starter = tree / "usr" / "bin" / "assistant"
    starter.parent.mkdir(parents=True)
    starter.symlink_to(f"/opt/{PACKAGE}/assistant")
    for source, target in (
        (ROOT / "packaging/linux/assistant.desktop", "usr/share/applications/assistant.desktop"),
        (ROOT / "resources/icons/app.svg", f"usr/share/icons/hicolor/scalable/apps/{PACKAGE}.svg"),
        (ROOT / "LICENSE", f"usr/share/doc/{PACKAGE}/copyright"),
    ):
        (tree / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, tree / target)
    arch = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True).stdout.strip()
    control = CONTROL.format(name=PACKAGE, version=__version__, arch=arch, size=folder_size(tree) // 1024)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    deb = DIST / f"{PACKAGE}_{__version__}_{arch}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "--build", tree, deb], check=True)
    return deb


def main() -> int:
    program = freeze()
    print(f"program: {program} ({folder_size(program) / 1e6:.0f} MB)")
    if platform.system() == "Linux" and shutil.which("dpkg-deb"):
        deb = make_deb(program)
        print(f"package: {deb} ({deb.stat().st_size / 1e6:.0f} MB)")
    else:
        print("no .deb: dpkg-deb is not on this system")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How words sound, for the neural voices.

English comes from the program espeak-ng, where it is installed: it is asked as a program, not loaded as a library.
Mandarin comes from the package misaki, an optional part of this program.
"""

from __future__ import annotations

import importlib.util
import logging
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from assistant.config.errors import EngineError

_MARKS = re.compile(r"([,.;:!?…—，。；：！？、]+)")
_PLAIN_MARKS = str.maketrans("，。；：！？、", ",.;:!?,")
_HAN = re.compile(r"([\u3400-\u9fff，。；：！？、]+)")
_TIMEOUT = 10.0


@cache
def espeak() -> str:
    """The program's path; empty where it is not installed."""
    found = shutil.which("espeak-ng")
    if found is None and sys.platform == "win32":
        usual = Path("C:/Program Files/eSpeak NG/espeak-ng.exe")
        found = str(usual) if usual.is_file() else None
    return found or ""


def can_speak_english() -> bool:
    """True where English phonemes can be had."""
    return bool(espeak())


def can_speak_chinese() -> bool:
    """True where Mandarin phonemes can be had."""
    return importlib.util.find_spec("misaki") is not None and importlib.util.find_spec("pypinyin") is not None


def english(text: str, voice: str = "en-us") -> str:
    """Sounds in the International Phonetic Alphabet, with the punctuation where it stood.

    Raises:
        EngineError: ``voice.part`` where espeak-ng is missing or fails.
    """
    pieces = [piece for piece in _MARKS.split(text) if piece.strip()]
    sounds = [
        piece.strip().translate(_PLAIN_MARKS) if _MARKS.fullmatch(piece.strip()) else f" {_asked(piece, voice)}"
        for piece in pieces
    ]
    return "".join(sounds).strip()


def _asked(text: str, voice: str) -> str:
    if not espeak():
        raise EngineError("voice.part", "This voice needs the program espeak-ng, which is not installed.")
    command = [espeak(), "-q", "--ipa", "-v", voice, "--stdin"]
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8"),
            capture_output=True,
            timeout=_TIMEOUT,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineError("voice.part", f"The program espeak-ng failed: {error}.") from error
    # It names the language where it switches: (zh)…(en-us).
    return re.sub(r"\([a-z-]+\)", "", " ".join(done.stdout.decode("utf-8", "replace").split()))


def chinese(text: str) -> list[tuple[str, str]]:
    """Pieces of a Mandarin text: ("zh", sounds) and ("en", words as they are written), in order.

    Raises:
        EngineError: ``voice.part`` where the package misaki is missing.
    """
    made = []
    for number, piece in enumerate(_HAN.split(text)):
        if number % 2:
            made.append(("zh", str(_reader()(piece)[0])))
        elif any(char.isalnum() for char in piece):
            made.append(("en", piece.strip()))
    return made


@cache
def _reader() -> Any:
    if not can_speak_chinese():
        message = "The Mandarin voice needs a part of this program that is not installed: local-assistant[voices]."
        raise EngineError("voice.part", message)
    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.dt.tmp_dir = tempfile.gettempdir()
    from misaki import zh

    return zh.ZHG2P()

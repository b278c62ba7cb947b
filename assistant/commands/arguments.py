"""What can be typed after ``assistant``. Building this loads nothing of the program."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant import __version__

BENCHES = (
    "parsing",
    "typing",
    "storing",
    "lookups",
    "window",
    "reminders",
    "engine",
    "importing",
    "scrolling",
    "voice",
    "spoken",
)
_AT = "YYYY-MM-DD or ISO 8601"


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line. Each command names its module in `family` and its function in `action`."""
    top = argparse.ArgumentParser(
        prog="assistant",
        description="A personal assistant that runs on your own computer. Without a command it opens the window.",
        epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 needs an answer or approval.",
    )
    top.add_argument("--version", action="version", version=f"assistant {__version__}")
    top.add_argument("--profile", type=Path, metavar="DIR", help="keep everything in this folder")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    gui = commands.add_parser("gui", help="the window (a second start brings the first one forward)")
    gui.add_argument("--hidden", action="store_true", help="start in the tray")

    do = _command(commands, "do", "do", "one request, as if typed into the window")
    do.add_argument("text", nargs="+", metavar="TEXT", help="the request, in English or Chinese")
    do.add_argument("--now", metavar="ISO", help="take this as the current moment")
    do.add_argument("--yes", action="store_true", help="approve beforehand what would be asked")
    do.add_argument("--rules-only", action="store_true", help="do without the language model")

    commands.add_parser("understand", help="requests read from standard input, as JSON lines", add_help=False)

    _listings(commands)
    _files(commands)
    search = _command(commands, "search", "search", "events, tasks, reminders and conversations that hold these words")
    search.add_argument("query", nargs="+", metavar="QUERY", help="words; from: to: list: calendar: tag: is: kind:")
    search.add_argument("--count", type=int, default=20, metavar="N", help="so many of each kind (default: 20)")

    undo = _command(commands, "undo", "journal", "take back the last change", action="undo")
    undo.add_argument("entry", nargs="?", type=int, metavar="N", help="the change of this number in the history")
    history = _command(commands, "history", "journal", "what was changed, newest first", action="history")
    history.add_argument("--count", type=int, default=20, metavar="N", help="how many (default: 20)")

    _models(commands)
    _examples(commands)
    _voice(commands)
    doctor = _command(commands, "doctor", "doctor", "check database, folders, model, clock")
    doctor.add_argument("--thorough", action="store_true", help="also compare the model's checksum")

    bench = _command(commands, "bench", "bench", "measure this program beside its peers (from a checkout)")
    bench.add_argument("name", nargs="?", choices=BENCHES, metavar="NAME", help=f"this one only: {', '.join(BENCHES)}")
    return top


def _listings(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    agenda = _command(commands, "agenda", "listing", "events, repeats expanded", action="agenda")
    agenda.add_argument("--from", dest="start", metavar="D", help=f"first day (default: today), {_AT}")
    agenda.add_argument("--to", dest="end", metavar="D", help=f"last day, included (default: 7 days on), {_AT}")
    tasks = _command(commands, "tasks", "listing", "open tasks", action="tasks")
    tasks.add_argument("--all", action="store_true", dest="everything", help="done ones too")
    reminders = _command(commands, "reminders", "listing", "reminders not answered yet", action="reminders")
    reminders.add_argument("--all", action="store_true", dest="everything", help="answered ones too")


def _files(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    bring = _command(commands, "import", "files", "bring calendar files (iCalendar, .ics) in", action="bring")
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument("--calendar", metavar="NAME", help="into this calendar (made if need be; default: the first)")
    write = _command(commands, "export", "files", "write a calendar file", action="write")
    write.add_argument("file", type=Path, metavar="FILE.ics")
    write.add_argument("--calendar", metavar="NAME", help="this calendar only, with the task list of its name")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    family: str,
    text: str,
    *,
    action: str = "run",
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
    command.set_defaults(family=f"assistant.commands.{family}", action=action)
    command.add_argument("--json", action="store_true", help="print one JSON document")
    return command


def _models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    models = commands.add_parser("models", help="language models on this computer")
    steps = models.add_subparsers(dest="step", metavar="STEP", required=True)
    _command(steps, "list", "models", "models known and installed", action="show")
    pull = _command(steps, "pull", "models", "fetch a model, or go on fetching", action="pull")
    pull.add_argument("name", metavar="NAME")
    add = _command(steps, "add", "models", "use a model file (GGUF) that is here already", action="add")
    add.add_argument("path", type=Path, metavar="PATH")
    remove = _command(steps, "remove", "models", "delete a model", action="remove")
    remove.add_argument("name", metavar="NAME")
    verify = _command(steps, "verify", "models", "compare checksums of installed models", action="verify")
    verify.add_argument("name", nargs="?", metavar="NAME", help="this one only")


def _voice(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    hear = _command(commands, "transcribe", "voice", "the words of a sound file", action="transcribe")
    hear.add_argument("file", type=Path, metavar="FILE", help="wav, flac, mp3, ogg, m4a and others")
    hear.add_argument("--lang", metavar="L", help="its language, for example en or zh (default: made out)")
    hear.add_argument("--format", choices=("txt", "srt", "vtt", "json"), default="txt", help="default: txt")
    hear.add_argument("--out", type=Path, metavar="PATH", help="write to this file instead")
    speak = _command(commands, "speak", "voice", "say a text", action="speak")
    speak.add_argument("text", nargs="+", metavar="TEXT")
    speak.add_argument("--out", type=Path, metavar="FILE.wav", help="write the sound to this file instead")
    speak.add_argument("--voice", metavar="V", help="a voice named by: assistant voices")
    speak.add_argument("--lang", choices=("en", "zh"), help="default: made out")
    _command(commands, "voices", "voice", "voices that can speak", action="voices")


def _examples(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    examples = commands.add_parser("examples", help="corrections kept as examples, on this computer only")
    steps = examples.add_subparsers(dest="step", metavar="STEP", required=True)
    _command(steps, "list", "examples", "what is kept, newest first", action="show")
    remove = _command(steps, "remove", "examples", "forget one", action="remove")
    remove.add_argument("number", type=int, metavar="N", help="its number in the list")
    _command(steps, "clear", "examples", "forget all of them", action="clear")

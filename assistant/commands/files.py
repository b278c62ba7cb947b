"""``assistant import`` and ``export``: calendar files."""

from __future__ import annotations

import argparse
from pathlib import Path

from assistant.commands.session import DONE, FAILED, opened, say, say_json, tell
from assistant.services.calendar_files.summary import Imported
from assistant.services.calendar_files.telling import problem_lines, summary_line

_MOST_SHOWN = 20


def bring(arguments: argparse.Namespace) -> int:
    """Brings files in and says what came of each; 1 where one of them gave nothing sound."""
    with opened(arguments) as assistant:
        results = []
        for path in arguments.files:
            result = assistant.files.import_file(Path(path), calendar=arguments.calendar)
            results.append(result)
            if not arguments.json:
                say(summary_line(result, chinese=assistant.wording.chinese))
                for line in problem_lines(result, _MOST_SHOWN, chinese=assistant.wording.chinese):
                    tell(f"  {line}")
        if arguments.json:
            say_json([_document(result) for result in results])
    return DONE if all(result.sound for result in results) else FAILED


def _document(result: Imported) -> dict[str, object]:
    return {
        "file": result.source,
        "calendar": result.calendar,
        "events": result.events,
        "tasks": result.tasks,
        "added": result.added,
        "updated": result.updated,
        "unchanged": result.unchanged,
        "older": result.older,
        "kept": result.kept,
        "problems": [{"line": problem.line, "text": problem.text} for problem in result.problems],
        "more_problems": result.more_problems,
        "failure": result.failure,
        "entry": result.entry_id,
    }


def write(arguments: argparse.Namespace) -> int:
    """Writes a file and says what is in it."""
    with opened(arguments) as assistant:
        done = assistant.files.export_file(Path(arguments.file), calendar=arguments.calendar)
        if arguments.json:
            say_json({"file": str(done.path), "events": done.events, "tasks": done.tasks, "others": done.others})
        elif assistant.wording.chinese:
            others = f"，{done.others} 个其他项" if done.others else ""
            say(f"{done.path.name}：{done.events} 个日程，{done.tasks} 个任务{others}")
        else:
            others = f", {_count(done.others, 'other entry', 'other entries')}" if done.others else ""
            events, tasks = _count(done.events, "event", "events"), _count(done.tasks, "task", "tasks")
            say(f"{done.path.name}: {events}, {tasks}{others}")
    return DONE


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"

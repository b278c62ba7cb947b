"""The result of an import in words, English or Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.services.calendar_files.summary import NOTHING, Imported


def summary_line(result: Imported, *, chinese: bool) -> str:
    """One line for one file."""
    failed = result.failure and not result.sound
    into = "" if failed else f" → {result.calendar}"
    colon = "：" if chinese else ": "
    return f"{result.source}{into}{colon}{summary_parts(result, chinese=chinese)}"


def summary_parts(result: Imported, *, chinese: bool) -> str:
    """The counts in words."""
    if result.failure and not result.sound:
        if chinese:
            return "里面没有日程或任务" if result.failure == NOTHING else f"没有可导入的内容（{result.failure}）"
        return f"nothing came in: {result.failure}"
    parts = [told for told in (_part(name, count, chinese=chinese) for name, count in _counts(result)) if told]
    if chinese:
        return "，".join(parts) or "没有变化"
    return ", ".join(parts) or "nothing new"


def _counts(result: Imported) -> Iterator[tuple[str, int]]:
    yield "added", result.added
    yield "updated", result.updated
    yield "removed", result.removed
    yield "unchanged", result.unchanged
    yield "older", result.older
    yield "kept", result.kept
    yield "problems", len(result.problems) + result.more_problems


_WORDS = {
    "added": ("{} added", "新增 {}"),
    "updated": ("{} updated", "更新 {}"),
    "removed": ("{} removed", "移除 {}"),
    "unchanged": ("{} already here", "{} 项已有"),
    "older": ("{} skipped (newer here)", "跳过 {}（这里的更新）"),
    "kept": ("{} kept, not shown", "{} 项保留但不显示"),
    "problems": ("{} remarks", "{} 条说明"),
}


def _part(name: str, count: int, *, chinese: bool) -> str:
    if not count:
        return ""
    english, han = _WORDS[name]
    if name == "problems" and count == 1:
        english = "1 remark"
    return (han if chinese else english).format(count)


def problem_lines(result: Imported, most: int, *, chinese: bool) -> Iterator[str]:
    """The problems, the first `most` of them, each with its line."""
    for problem in result.problems[:most]:
        said = problem.sentence(chinese=chinese)
        yield f"第 {problem.line} 行：{said}" if chinese else f"line {problem.line}: {said}"
    more = len(result.problems) + result.more_problems - most
    if more > 0:
        yield f"……还有 {more} 条" if chinese else f"… and {more} more"

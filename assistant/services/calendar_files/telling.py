"""The result of an import in words, English or Chinese."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator

from assistant.ical.problems import LIMITS
from assistant.services.calendar_files.summary import NOTHING, Imported

# Why a file or a computer on the web cannot be reached, in the system's words and in Chinese.
_REASONS = {
    os.strerror(errno.ENOENT): "没有这个文件",
    os.strerror(errno.EACCES): "没有权限",
    os.strerror(errno.EISDIR): "这是一个文件夹",
    os.strerror(errno.EIO): "读取出错",
    os.strerror(errno.ENOSPC): "磁盘已满",
    os.strerror(errno.EROFS): "磁盘是只读的",
    os.strerror(errno.ECONNREFUSED): "连接被拒绝",
    os.strerror(errno.ECONNRESET): "连接被中断",
    os.strerror(errno.ENETUNREACH): "没有网络",
    os.strerror(errno.EHOSTUNREACH): "找不到主机",
    "timeout": "没有及时应答",
    "timed out": "没有及时应答",
    "Name or service not known": "找不到这个主机名",
    "Temporary failure in name resolution": "暂时无法解析主机名",
    "No address associated with hostname": "找不到这个主机名",
}
_NUMBERED = re.compile(r"^\[Errno -?\d+\] ")


def told_reason(reason: str, *, chinese: bool) -> str:
    """What the system says of a failure, without its number."""
    plain = _NUMBERED.sub("", reason)
    return _REASONS.get(plain, plain) if chinese else plain


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
            reason = told_reason(result.failure, chinese=True)
            return "里面没有日程或任务" if result.failure == NOTHING else f"没有可导入的内容（{reason}）"
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
    """The problems, at most `most` of them, each with its line: first that something was left out, then the others."""
    for problem in sorted(result.problems, key=lambda one: (one.trouble not in LIMITS, one.line))[:most]:
        said = problem.sentence(chinese=chinese)
        yield f"第 {problem.line} 行：{said}" if chinese else f"line {problem.line}: {said}"
    more = len(result.problems) + result.more_problems - most
    if more > 0:
        yield f"……还有 {more} 条未列出" if chinese else f"… and {more} more that are not listed"

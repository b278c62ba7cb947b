"""What can be wrong with a calendar file, and how it is said, in English and Chinese."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

_LONGEST = 40


class Trouble(Enum):
    """A thing that is wrong: its English and its Chinese sentence without full stop; gaps are filled in order."""

    NO_LINE = ("“{}” is no line of a calendar file", "“{}”不是日历文件的一行")
    LONG_LINE = ("a line of many megabytes was left out", "这一行有许多兆字节，已略去")
    NOT_UTF8 = ("this is not UTF-8; its letters were guessed", "编码不是 UTF-8，文字是推测出来的")
    BEGIN_NOTHING = ("BEGIN of nothing", "BEGIN 后面没有名称")
    NO_BEGIN = ("END:{} without its BEGIN", "END:{} 没有对应的 BEGIN")
    NO_END = ("{} has no END", "{} 没有结尾（END）")
    NO_END_BEFORE = ("{} has no END before line {}", "到第 {1} 行为止，{0} 没有结尾（END）")
    TOO_DEEP = ("nested too deeply to be kept", "嵌套太深，没有保留")
    TOO_BIG = ("this {} is too big and was left out", "这个 {} 太大，已略去")
    MANY_ODD_LINES = (
        "more than {} lines that do not fit; those after them are not told",
        "不合规范的行超过 {} 行，其后的不再列出",
    )
    MANY_LINES = (
        "more than {} lines in one entry; the rest is kept, but not shown",
        "一个条目超过 {} 行，其余保留但不显示",
    )
    MANY_MENDED = (
        "more than {} entries without an END; those after them were left out",
        "没有结尾（END）的条目超过 {} 个，其后的已略去",
    )
    CUT_OFF = ("this {} is cut off by the end of the file", "文件到此中断，这个 {} 不完整")
    NO_DATE = ("“{}” is no date", "“{}”不是日期")
    NO_MOMENT = ("“{}” is no date with a time", "“{}”不是带时间的日期")
    NO_LENGTH = ("“{}” is no length of time", "“{}”不是时长")
    NO_OFFSET = ("“{}” is no offset", "“{}”不是时差")
    FAR_YEAR = ("the year {} is not calculated with", "公元 {} 年超出了可计算的范围")
    TOO_LONG = ("“{}” is too long", "“{}”太长")
    PERIOD_BACKWARDS = ("a period does not end before it starts", "时段的结束早于开始")
    PERIOD_END = ("a period ends at a time", "时段的结束缺少时间")
    ENDS_EARLY = ("it ends before it starts; the end is left out", "结束早于开始，已略去结束时间")
    NO_START = ("it has no start (DTSTART)", "没有开始时间（DTSTART）")
    ONE_ROUND = ("a changed occurrence of a repeating task", "这是重复任务中被改动的一次")
    ZONE_UNKNOWN = (
        "the time zone “{}” is not known; the time is taken as local",
        "时区“{}”未知，按本地时间处理",
    )
    RULE_UNKNOWN = ("this {} cannot be followed: {}", "无法按这条 {} 重复：{}")
    RULE_FOREIGN = (
        "this rule counts in another calendar ({}); it is kept, but only its first day is shown",
        "这条规则按另一种历法（{}）计算；已保留，但只显示第一天",
    )
    MANY_DATES = ("more than {} dates; the rest is not shown", "日期超过 {} 个，其余不显示")
    MANY_RULES = ("more than {} rules; the rest is not followed", "规则超过 {} 条，其余不采用")
    MANY_PEOPLE = ("more than {} people; the rest is not shown", "参加者超过 {} 人，其余不显示")
    MANY_TAGS = ("more than {} categories; the rest is not shown", "类别超过 {} 个，其余不显示")
    LONG_TEXT = ("{} has more than {} characters; the rest is not shown", "{} 超过 {} 个字符，其余不显示")
    MANY_COPIES = (
        "more than {} entries share the name “{}”; the rest was left out",
        "有 {} 个以上的条目同名“{}”，其余已略去",
    )
    MANY_PROPERTIES = (
        "more than {} properties of the calendar itself; the rest was left out",
        "日历自身的属性超过 {} 条，其余已略去",
    )
    MANY_UNKNOWN = (
        "more than {} entries of unknown kinds; the rest was left out",
        "未知类型的条目超过 {} 个，其余已略去",
    )
    MANY_ZONES = (
        "more than {} time zones; the rest was left out",
        "时区超过 {} 个，其余已略去",
    )
    MANY_CHANGED = (
        "more than {} changed occurrences of one series; the rest was left out",
        "同一系列中被改动的超过 {} 次，其余已略去",
    )
    MANY_UNSOUND = (
        "more than {} entries that cannot be shown; the rest was left out",
        "无法显示的条目超过 {} 个，其余已略去",
    )
    NEWER_IN_FILE = ("the file has a newer “{}”", "文件里有更新的“{}”")
    OLDER_IN_FILE = ("the file has an older “{}” before this one; it was left out", "文件前面有较旧的“{}”，已略去")
    UNREADABLE = ("its values contradict each other", "其中的值互相矛盾")


# That something was left out or is not told any more: once in a file, or once for each name.
LIMITS = frozenset(trouble for trouble in Trouble if trouble.name.startswith("MANY_"))


class Problem(NamedTuple):
    """What was not taken, or not as it stands. A hostile file has hundreds of thousands: they are made quickly.

    Attributes:
        line: Where it stands, from 1.
        trouble: What it is.
        about: What fills the gaps of the sentence.
        name: The property whose value it is, where that has to be said.
        kept: True where the component is kept for the next export, but not shown.
    """

    line: int
    trouble: Trouble
    about: tuple[str, ...] = ()
    name: str = ""
    kept: bool = False

    @property
    def text(self) -> str:
        """The English sentence without its full stop."""
        return self.sentence(chinese=False)

    def sentence(self, *, chinese: bool) -> str:
        """What it is, in words."""
        said = self.trouble.value[chinese].format(*self.about)
        if self.name:
            said = f"{self.name}：{said}" if chinese else f"{self.name}: {said}"
        if self.kept:
            return f"已保留但不显示：{said}" if chinese else f"kept, but not shown: {said}"
        return said


Report = Callable[[Problem], None]


class Misread(ValueError):
    """A value that is not what it should be."""

    def __init__(self, trouble: Trouble, *about: str) -> None:
        super().__init__(trouble, *about)
        self.trouble = trouble
        self.about = about


class Unsound(Exception):
    """A component that cannot be shown, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def problem_of(error: Exception, line: int, name: str = "") -> Problem:
    """The problem that an exception means which stopped the reading of a property."""
    if isinstance(error, Misread):
        return Problem(line, error.trouble, error.about, name)
    return Problem(line, Trouble.UNREADABLE, (), name)


def short(text: str) -> str:
    """A piece of a file as it is quoted."""
    clean = text.strip()
    return clean if len(clean) <= _LONGEST else f"{clean[: _LONGEST - 1]}…"

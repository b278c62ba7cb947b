"""How a figure is printed and judged."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value.

    `bar` is the most (or, with `least`, the least) that is acceptable; None where nothing is promised.
    `detail` names the raw values behind a ratio.
    """

    name: str
    value: float
    unit: str
    bar: float | None = None
    least: bool = False
    detail: str = ""

    @property
    def met(self) -> bool:
        """True where the bar holds or there is none."""
        if self.bar is None:
            return True
        return self.value >= self.bar if self.least else self.value <= self.bar

    def line(self) -> str:
        """One line for people."""
        bar = "" if self.bar is None else f"  ({'at least' if self.least else 'at most'} {self.bar:g}{self.unit})"
        mark = "" if self.bar is None else ("  ok" if self.met else "  NOT MET")
        return f"{self.name:<58} {self.value:>9.3g} {self.unit}{bar}{mark}\n    {self.detail}".rstrip()

    def as_json(self) -> dict[str, Any]:
        """For `--json`."""
        return asdict(self) | {"met": self.met}


def median(values: list[float]) -> float:
    """The middle value; the upper one of two."""
    return sorted(values)[len(values) // 2]


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` (0..1) of all lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]

"""Transcripts as subtitles."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.services.voice_ports import Segment


def srt(segments: Iterable[Segment]) -> str:
    """SubRip: numbered, times with a comma."""
    parts = (
        f"{number}\n{_time(one.start, ',')} --> {_time(one.end, ',')}\n{one.text}\n"
        for number, one in enumerate(segments, 1)
    )
    return "\n".join(parts)


def vtt(segments: Iterable[Segment]) -> str:
    """WebVTT."""
    parts = (f"{_time(one.start, '.')} --> {_time(one.end, '.')}\n{one.text}\n" for one in segments)
    return "\n".join(("WEBVTT\n", *parts))


def _time(seconds: float, mark: str) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}{mark}{rest % 1000:03d}"

"""Figures measured against peers or bars; each module has one `measure() -> list[Figure]`."""

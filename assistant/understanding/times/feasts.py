"""Holidays of the English- and Chinese-speaking countries and what they are called."""

from __future__ import annotations

from typing import Any

TABLE: dict[str, tuple[str, Any]] = {}

"""Holidays of the English- and Chinese-speaking countries and what they are called."""

from __future__ import annotations

from assistant.understanding.times.feast_rules import table
from assistant.understanding.times.feasts_en import ENGLISH
from assistant.understanding.times.feasts_zh import CHINESE

TABLE = {**table(ENGLISH), **table(CHINESE)}

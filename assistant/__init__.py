"""A personal assistant that runs on one's own computer."""

__version__ = "0.1.0"

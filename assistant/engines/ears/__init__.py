"""The ears: a process that listens and makes out words."""

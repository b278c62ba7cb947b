"""A year at a glance."""

"""The editor of an event and its fields."""

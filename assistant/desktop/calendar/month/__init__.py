"""A month: its days and what is on each."""

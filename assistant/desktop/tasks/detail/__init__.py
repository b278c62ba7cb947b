"""One task in full."""

"""Tasks at full width: the lists at the left, rows, one task in full."""

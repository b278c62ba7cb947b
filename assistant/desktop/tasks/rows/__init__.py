"""Tasks as rows of a list."""

"""What a section of the window is laid out in: side bar, list, one thing in full."""

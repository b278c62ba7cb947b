"""Speaking with the window: what is seen of it, and what leads it. Loaded with the first spoken word."""

"""Calendar files in the window: dropped or chosen, written, subscribed to."""

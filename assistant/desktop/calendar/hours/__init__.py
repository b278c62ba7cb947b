"""Day and week: the hours with the events on them."""

"""Items, times and rules as people write them, in English and Chinese."""

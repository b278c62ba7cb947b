"""Use cases: what the window and the command line can ask for. Plain Python, no Qt, no SQL, no engines."""

"""Events, what else the calendar knows of a day, and the time that is free."""

"""What every other layer may rely on: errors, paths, settings, logging, the system clock."""

"""The engine that plays the sounds of reminders: small WAV files, in a process that may hang or crash by itself."""

"""The mouth: a process that speaks."""

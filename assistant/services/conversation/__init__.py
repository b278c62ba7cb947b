"""A sentence from understanding to reply, and the record of it."""

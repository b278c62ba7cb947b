"""Requests carried out: from what a sentence asks for to what the services do, and the reply."""

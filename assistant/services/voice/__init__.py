"""Speaking and being answered: what is said aloud, and the conversation by voice."""

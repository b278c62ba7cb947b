"""The language model: the process that runs it, and the client the use cases talk to."""

"""Child processes that hold the heavy libraries, the protocol they speak, and the models they need."""

"""The command line: one module a family of commands, each a door into the services."""

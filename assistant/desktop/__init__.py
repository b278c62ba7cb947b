"""The window: Qt widgets over the services. No SQL, no model, no parsing of language."""

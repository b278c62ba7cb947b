"""What is fetched from elsewhere. Implements ports of the services; only bootstrap imports it."""

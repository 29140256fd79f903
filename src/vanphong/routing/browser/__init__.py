"""Pages of routed documents of every type."""

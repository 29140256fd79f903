"""``@present``: before a leader."""

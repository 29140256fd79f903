"""REST services of the outgoing documents."""

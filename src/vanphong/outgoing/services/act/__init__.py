"""``@act``: what is done with an outgoing document."""

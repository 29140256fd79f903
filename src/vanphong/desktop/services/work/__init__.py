"""``@work``: what waits for the person, and for a unit."""

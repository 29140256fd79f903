"""``@incoming`` of a body: what has arrived."""

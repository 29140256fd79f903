"""``@versions`` of a draft."""

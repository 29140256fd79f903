"""``@saved-searches``: searches with a name, one's own and those shared with one's units."""

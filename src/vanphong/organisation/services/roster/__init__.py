"""``@roster``: the people of a unit."""

"""``@numbers``: the entries of a register."""

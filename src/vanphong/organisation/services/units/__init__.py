"""``@units``: who can be named in a directive."""

"""REST: the letter templates."""

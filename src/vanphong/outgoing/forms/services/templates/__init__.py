"""REST: all letter templates."""

"""REST services of the desktop."""

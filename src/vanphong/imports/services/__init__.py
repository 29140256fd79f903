"""REST services of the imports."""

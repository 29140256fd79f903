"""REST services of the registers."""

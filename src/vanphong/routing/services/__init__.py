"""REST services of the routing sheet."""

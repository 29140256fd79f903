"""REST: one letter template."""

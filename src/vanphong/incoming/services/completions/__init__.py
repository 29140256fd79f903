"""``@completions``: what was written before, while typing."""

"""REST services of the workflows."""

"""REST services of tasks."""

"""REST services of the work schedules."""

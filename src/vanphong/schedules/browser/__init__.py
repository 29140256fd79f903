"""Pages of the work schedules, for staff and for everybody."""

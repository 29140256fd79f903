"""REST services of the incoming documents."""

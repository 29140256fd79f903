"""REST services of all documents."""

"""REST of the publications."""

"""Pages of the letter templates."""

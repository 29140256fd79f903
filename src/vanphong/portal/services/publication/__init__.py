"""One publication: seeing, changing, reviewing, withdrawing."""

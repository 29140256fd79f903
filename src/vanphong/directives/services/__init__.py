"""REST services of the directives."""

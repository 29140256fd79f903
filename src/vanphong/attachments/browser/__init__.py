"""Pages for administrators: what is accepted, and what is held."""

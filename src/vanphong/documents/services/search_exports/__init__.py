"""``@search-exports``: results of a search as a file."""

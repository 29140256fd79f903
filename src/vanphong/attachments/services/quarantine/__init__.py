"""``@quarantine``: files that nobody may open, for administrators."""

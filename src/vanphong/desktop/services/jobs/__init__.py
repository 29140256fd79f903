"""``@jobs``: background jobs, for administrators."""

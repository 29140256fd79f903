"""``@similar``: drafts on their way about nearly the same."""

"""``@workflows``: the workflows of the office, their drafts and versions."""

"""``@outgoing`` of a unit: what it issues, and new drafts."""

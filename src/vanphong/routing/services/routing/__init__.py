"""``@routing``: the routing sheet of a document."""

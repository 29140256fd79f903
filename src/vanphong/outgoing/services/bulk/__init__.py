"""``@outgoing-bulk``: one act on several documents."""

"""``@copies``: certified copies of a document."""

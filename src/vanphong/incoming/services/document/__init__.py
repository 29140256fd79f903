"""The document itself, and its correction."""

"""The document itself, and changes of its draft."""

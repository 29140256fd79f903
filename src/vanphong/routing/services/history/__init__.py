"""``@history``: what was done with a document, and what was refused."""

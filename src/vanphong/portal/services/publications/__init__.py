"""``@publications``: what is published, and publishing."""

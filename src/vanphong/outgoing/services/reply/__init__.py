"""``@reply``: what an answer begins with."""

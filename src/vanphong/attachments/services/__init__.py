"""REST: files as a client sends them, in one piece or in parts."""

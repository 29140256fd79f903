"""Pages for citizens, and the pages on which staff publish."""

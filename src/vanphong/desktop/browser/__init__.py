"""Pages: the desktop, the work of a unit, and the front door."""

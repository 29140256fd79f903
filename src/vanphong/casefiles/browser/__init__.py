"""Pages of case files and file lists."""

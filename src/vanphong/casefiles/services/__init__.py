"""REST services of case files and file lists."""

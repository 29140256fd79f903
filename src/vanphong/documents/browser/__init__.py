"""Pages of every document: its files and their page images."""

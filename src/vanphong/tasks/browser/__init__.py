"""Pages of tasks: the lines of a document, the list, one task and its forms."""

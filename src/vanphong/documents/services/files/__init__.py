"""``@files``: the files of a document."""

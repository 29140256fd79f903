"""``@imports``: old documents with the numbers of paper registers."""

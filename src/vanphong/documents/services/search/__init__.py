"""``@search-documents``: all documents that a person may open."""

"""The discussion on the pages of documents, tasks and case files."""

"""The form in which a leader directs, and what directives add to a document's page."""

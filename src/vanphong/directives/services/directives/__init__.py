"""``@directives`` of a document: the leader's word on it."""

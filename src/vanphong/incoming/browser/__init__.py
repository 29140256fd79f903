"""Pages of the incoming documents: lists, registration, correction, one document and its acts."""

"""``@return-to-sender``: what does not belong here."""

"""``@pass-stage``: a document that waits between two stages goes on."""

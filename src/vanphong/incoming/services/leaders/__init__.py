"""``@leaders``: whom documents may be presented to."""

"""``@read-head``: what a scan says of itself, before anything is registered."""

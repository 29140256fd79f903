"""``@delegations``: who may act or sign for whom in a body."""

"""``@simulate-route``: try a route out, without writing anything."""

"""``@routes`` and ``@route``: the route templates, for whoever administers them."""

"""``@register``: a number for what waits."""

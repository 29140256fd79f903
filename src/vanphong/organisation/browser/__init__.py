"""Pages of the organisation: the tree, a unit, its roster."""

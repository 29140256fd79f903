"""Workflows as plain values: what they are, how they are edited, what must hold of them."""

"""Plone's own POST and DELETE: records neither come into being nor vanish that way."""

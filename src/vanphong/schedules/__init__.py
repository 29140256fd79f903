"""Work schedules: the week of a body, its rooms and its reception days.

Imports organisation and everything below it; invitations and the portal import it.
"""

"""Pages of meetings: for invitees, for the organiser, and for everybody."""

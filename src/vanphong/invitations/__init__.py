"""Invitations: meetings that an issued giấy mời calls, with answers and attendance.

Imports schedules and everything below it; the portal imports it.
"""

"""Bàn làm việc: what awaits me, what my unit has, what is late."""

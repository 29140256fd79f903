"""Thời gian làm việc: working days, sessions, holidays and deadlines.

Decree 30/2020/NĐ-CP, Articles 4, 18, 23 and 24 (same day, at the latest the next working day).
It owns the work calendar, the clock and every computation with deadlines.
"""

"""Sổ đăng ký văn bản: register books, their counters and numbers.

Decree 30/2020/NĐ-CP, Articles 15 and 22 and Annex IV.
It owns numbers without gaps or repeats, closing of books, and the columns of the registers.
"""

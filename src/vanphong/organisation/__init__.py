"""Cơ cấu tổ chức: bodies, units, positions and accounts.

A unit is a collective.workspace team; nothing outside this feature knows that.
"""

"""Văn bản: what every document is, whichever way it goes.

Decree 30/2020/NĐ-CP, Articles 3, 7 and 8, Annexes I, III and VI.
It owns types, symbols, urgency, secrecy, identifiers, duplicate keys and the legal fields.
"""

"""Văn bản đi: what the body issues, from the first draft to the last recipient.

Decree 30/2020/NĐ-CP, Articles 10 to 19 and 25 to 27; fields of Annex VI Part II.I.
"""

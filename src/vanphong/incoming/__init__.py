"""Văn bản đến: what the body receives, from the scan to "finished".

Decree 30/2020, Articles 20 to 24; fields of Annex VI Part II.II.
"""

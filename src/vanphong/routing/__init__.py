"""Luồng xử lý: the routing sheet of a document.

States of a document are the stages of the law; who acts, in which order and by when, is
a sheet of steps (Decree 30/2020, Articles 23 and 24).
"""

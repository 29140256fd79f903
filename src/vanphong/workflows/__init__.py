"""Quy trình: the workflows of Plone, edited by the people who run the office.

A workflow is edited as a draft of plain values, checked by rules, tried on a real document
and then applied as one version with author, reason and date.
"""

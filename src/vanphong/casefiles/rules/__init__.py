"""Retention, notation, file lists, states and entries of case files, as plain Python."""

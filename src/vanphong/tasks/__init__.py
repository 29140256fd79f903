"""Nhiệm vụ: what is to be done by whom, until when; from a line of a document or without one."""

"""Trao đổi: comments on documents, tasks and case files, with mentions."""

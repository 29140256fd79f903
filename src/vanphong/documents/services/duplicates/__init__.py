"""``@duplicates``: documents that may be the same as one."""

"""``@workflow`` of a directive: closed, since only a new directive replaces it."""

"""``@workflow``: closed, since documents move by acts."""

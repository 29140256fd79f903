"""``@correct``: the particulars, before the document is directed."""

"""The SQL ledger: facts that live nowhere else, and read models of the content."""

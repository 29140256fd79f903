"""Pages of the register books: list, book, print, voided and inserted numbers."""

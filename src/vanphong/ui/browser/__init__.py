"""The frame of the staff pages, their macros, the base of their forms."""

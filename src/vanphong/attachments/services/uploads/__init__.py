"""``@tus-upload``: large files in parts, by the protocol tus 1.0.

What was uploaded is nobody's content: an act takes it by its id, with the checks of every
other file, or it expires.
"""

"""The built-in templates: made by ``make``, kept as DOCX beside it with their pictures."""

"""What a list of old documents must say, row by row: columns, cells, numbers, files."""

from vanphong.imports.rules.books import Book
from vanphong.imports.rules.books import check_number
from vanphong.imports.rules.books import choose
from vanphong.imports.rules.cells import is_secret
from vanphong.imports.rules.cells import read_day
from vanphong.imports.rules.cells import read_number
from vanphong.imports.rules.columns import COLUMNS
from vanphong.imports.rules.columns import SHEETS
from vanphong.imports.rules.columns import Column
from vanphong.imports.rules.columns import Headings
from vanphong.imports.rules.columns import match
from vanphong.imports.rules.columns import sheet_direction
from vanphong.imports.rules.findings import ERROR
from vanphong.imports.rules.findings import WARNING
from vanphong.imports.rules.findings import Finding
from vanphong.imports.rules.findings import error
from vanphong.imports.rules.findings import is_wrong
from vanphong.imports.rules.findings import warning
from vanphong.imports.rules.names import file_key
from vanphong.imports.rules.names import split_names
from vanphong.imports.rules.names import unsafe
from vanphong.imports.rules.rows import Known
from vanphong.imports.rules.rows import Read
from vanphong.imports.rules.rows import read_row
from vanphong.imports.rules.rows import row_key


__all__ = [
    "COLUMNS",
    "ERROR",
    "SHEETS",
    "WARNING",
    "Book",
    "Column",
    "Finding",
    "Headings",
    "Known",
    "Read",
    "check_number",
    "choose",
    "error",
    "file_key",
    "is_secret",
    "is_wrong",
    "match",
    "read_day",
    "read_number",
    "read_row",
    "row_key",
    "sheet_direction",
    "split_names",
    "unsafe",
    "warning",
]

"""Words of spreadsheets, sheet by sheet."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from vanphong.attachments.text.readers import Locked
import python_calamine


#: Cells of one sheet that are read: nobody looks for a word behind them.
CELLS = 400_000


def rows(source: str, found: dict[str, Any]) -> Iterator[str]:
    """Each sheet: its name, then its rows with tabs between the cells."""
    try:
        book = python_calamine.CalamineWorkbook.from_path(source)
    except python_calamine.PasswordError as problem:
        raise Locked from problem
    except python_calamine.CalamineError as problem:
        raise ValueError(str(problem)) from problem
    found["pages"] = len(book.sheet_names)
    for name in book.sheet_names:
        yield f"{name}\n{_sheet(book, name)}"


def _sheet(book: Any, name: str) -> str:
    try:
        sheet = book.get_sheet_by_name(name)
    except (python_calamine.CalamineError, ValueError):
        return ""
    lines, left = [], CELLS
    for row in sheet.iter_rows():
        lines.append("\t".join(text for text in map(_cell, row) if text))
        left -= len(row)
        if left < 0:
            break
    return "\n".join(line for line in lines if line)


def _cell(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()

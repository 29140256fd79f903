"""Make old-letters-2023.xlsx: the sample letters as a paper register of 2023 would have them.

Run: PYTHONPATH=src .venv/bin/python profiles/sample/make_old_list.py
"""

from datetime import date
from pathlib import Path
from vanphong.documents.rules import DOCUMENT_TYPES
from vanphong.documents.rules import urgency_of
from vanphong.imports import rules
import json
import xlsxwriter


HERE = Path(__file__).parent
TARGET = HERE / "old-letters-2023.xlsx"

#: The number that the first letter got on paper.
FIRST = 801


def rows():
    """One row a letter, a year earlier than in the sample office, in the order of their dates."""
    letters = json.loads((HERE / "documents.json").read_text(encoding="utf-8"))
    letters = [one for one in letters if Path(one["scan"]).stem.isdecimal()]
    letters.sort(key=lambda one: (one.get("issued_date") or "2024-08-01", one["scan"]))
    names = {one.code: one.name for one in DOCUMENT_TYPES}
    for number, one in enumerate(letters, FIRST):
        day = date.fromisoformat(one.get("issued_date") or "2024-08-01").replace(year=2023)
        arrived = day.replace(day=min(day.day + 2, 28)) if day.day < 27 else day
        yield {
            "number": str(number),
            "arrived": f"{arrived:%d/%m/%Y}",
            "organ_name": one["organ_name"],
            "symbol": one["symbol"],
            "issued_date": f"{day:%d/%m/%Y}" if one.get("issued_date") else "",
            "document_type": names.get(one["document_type"], ""),
            "subject": one["subject"].replace("2024", "2023"),
            "urgency": urgency_of(one.get("urgency", "normal")).stamp.capitalize(),
            "signer_name": one.get("signer_name", ""),
            "signer_position": one.get("signer_position", ""),
            "field": one.get("field") or "",
            "page_amount": str(one.get("page_amount") or ""),
            "files": Path(one["scan"]).name,
        }


def main() -> None:
    """Write the workbook."""
    book = xlsxwriter.Workbook(TARGET, {"strings_to_formulas": False})
    sheet = book.add_worksheet(rules.SHEETS["in"])
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "bg_color": "#EAF0F7", "border": 1})
    columns = rules.COLUMNS["in"]
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.title, bold)
        sheet.set_column(place, place, column.width, text)
    for number, row in enumerate(rows(), 1):
        for place, column in enumerate(columns):
            if row.get(column.name):
                sheet.write_string(number, place, row[column.name])
    sheet.freeze_panes(1, 0)
    book.close()


if __name__ == "__main__":
    main()

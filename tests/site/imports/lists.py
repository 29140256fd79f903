"""Lists of old documents, made as somebody in an office makes them."""

from io import BytesIO
from tests.rules.attachments import making
from vanphong.imports import rules
from zipfile import ZipFile
import xlsxwriter


def incoming(number, /, **changed):
    """A row of a letter of 2019."""
    return {
        "number": str(number),
        "arrived": "07/01/2019",
        "organ_name": "Sở Nội vụ tỉnh An Bình",
        "symbol": f"{number}/SNV-CCHC",
        "issued_date": "05/01/2019",
        "document_type": "Công văn",
        "subject": f"V/v báo cáo cải cách hành chính lần {number}",
        "files": f"{number}.pdf",
        **changed,
    }


def outgoing(number, /, **changed):
    """A row of a letter that the body has sent in 2019."""
    return {
        "symbol": f"{number}/UBND-VX",
        "issued_date": "05/02/2019",
        "document_type": "Công văn",
        "subject": f"V/v trả lời lần {number}",
        "recipients": "Ủy ban nhân dân tỉnh An Bình; Sở Nội vụ",
        "signer_name": "Nguyễn Văn A",
        "files": f"di-{number}.pdf",
        **changed,
    }


def workbook(incoming=(), outgoing=(), *, headings=None, touch=None, title=None):
    """An .xlsx with these rows.

    :param headings: replaces the headings of the incoming sheet.
    :param touch: gets the workbook and its sheets, to do what nobody should.
    """
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheets = {}
    for direction, rows in (("in", incoming), ("out", outgoing)):
        if not rows and title is None:
            continue
        sheet = sheets[direction] = book.add_worksheet(title or rules.SHEETS[direction])
        columns = rules.COLUMNS[direction]
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.title)
        for place, text in enumerate(headings or ()):
            sheet.write_string(0, place, text)
        for number, row in enumerate(rows, 1):
            for place, column in enumerate(columns):
                value = row.get(column.name)
                if value is not None:
                    sheet.write(number, place, value)
        if title is not None:
            break
    if touch is not None:
        touch(book, sheets)
    book.close()
    return BytesIO(target.getvalue())


def scans(*names):
    """A ZIP of small PDFs, each with words of its own."""
    return packed({name: making.pdf(f"trang {name}".encode().hex()) for name in names})


def packed(members):
    """A ZIP of these members."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return BytesIO(target.getvalue())


def column(direction, name):
    """The place of a column in the template."""
    return [one.name for one in rules.COLUMNS[direction]].index(name)

"""The workbook to be filled in: two lists, the catalogues, and what to write where."""

from collections.abc import Iterable
from collections.abc import Mapping
from io import BytesIO
from vanphong.documents import catalogues
from vanphong.documents.rules import URGENCY
from vanphong.imports import checking
from vanphong.imports import rules
from vanphong.organisation import directory
import xlsxwriter


NAME = "nhap-van-ban-cu.xlsx"
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: Cells are texts, whatever they begin with: nothing in them is ever a formula.
TEXTS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

HELP = (
    "Nhập văn bản cũ kèm số đã cấp trong sổ giấy",
    "",
    "1. Điền mỗi văn bản một dòng vào trang “Văn bản đến” hoặc “Văn bản đi”.",
    "2. Giữ nguyên tên cột; thứ tự cột tùy ý. Cột có dấu * phải điền.",
    "3. Ngày viết 05/01/2019. Số chen viết 45a. Không dùng công thức, không gộp ô.",
    "4. Năm của sổ: bỏ trống thì lấy năm của ngày đến (văn bản đi: ngày văn bản).",
    "5. Sổ của năm đã qua mà chưa có thì được mở khi nhập và khóa lại ngay.",
    "6. Sổ đang dùng chỉ nhận những số nhỏ hơn số bắt đầu của sổ (số đã cấp trên giấy).",
    "7. Văn bản mật không được ghi vào danh sách và không được quét vào máy này.",
    "8. Cột Tệp: tên tệp quét trong thư mục hoặc tệp ZIP, cách nhau bằng dấu chấm phẩy.",
    "9. Nhập lại cùng danh sách thì chỉ những dòng còn thiếu được nhập.",
    "",
    "Ví dụ một dòng văn bản đến:",
)

EXAMPLE = {
    "number": "45a",
    "arrived": "07/01/2019",
    "organ_name": "Sở Nội vụ",
    "symbol": "902/SNV-CCHC",
    "issued_date": "05/01/2019",
    "document_type": "Công văn",
    "subject": "V/v báo cáo kết quả công tác cải cách hành chính",
    "receiver": "Phòng Nội vụ",
    "files": "2019/45a.pdf; 2019/45a-phu-luc.pdf",
}

Rows = Iterable[Mapping[str, str]]


def workbook(lists: Mapping[str, Rows], body=None) -> bytes:
    """The workbook with these rows in its lists.

    :param body: whose registers and units stand among the catalogues.
    """
    target = BytesIO()
    book = xlsxwriter.Workbook(target, TEXTS)
    styles = {
        "head": book.add_format({"bold": True, "bg_color": "#EAF0F7", "border": 1}),
        "need": book.add_format({"bold": True, "bg_color": "#FBE9E7", "border": 1}),
        "text": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "bold": book.add_format({"bold": True}),
    }
    for direction, title in rules.SHEETS.items():
        _list(book.add_worksheet(title), direction, lists.get(direction, ()), styles)
    _catalogues(book.add_worksheet("Danh mục"), styles, body)
    _help(book.add_worksheet("Hướng dẫn"), styles)
    book.close()
    return target.getvalue()


def _list(sheet, direction: str, rows: Rows, styles) -> None:
    columns = rules.COLUMNS[direction]
    for place, column in enumerate(columns):
        title = f"{column.title} *" if column.required else column.title
        sheet.write_string(0, place, title, styles["need" if column.required else "head"])
        sheet.set_column(place, place, column.width, styles["text"])
        if column.hint:
            sheet.write_comment(0, place, column.hint)
    for number, row in enumerate(rows, 1):
        for place, column in enumerate(columns):
            if row.get(column.name):
                sheet.write_string(number, place, row[column.name])
    sheet.freeze_panes(1, 0)


def _catalogues(sheet, styles, body) -> None:
    lists = {
        "Loại văn bản": [one.name for one in catalogues.document_types().values()],
        "Lĩnh vực": [one.name for one in catalogues.fields().values()],
        "Độ khẩn": ["Thường", *(one.stamp.capitalize() for one in URGENCY if one.stamp)],
        "Sổ": [],
        "Đơn vị": [],
    }
    if body is not None:
        lists["Sổ"] = [one.title for one in checking.books_of(body)]
        lists["Đơn vị"] = [one.title for one in directory.subunits(body)]
    for place, (title, names) in enumerate(lists.items()):
        sheet.write_string(0, place, title, styles["head"])
        sheet.set_column(place, place, 34)
        for number, name in enumerate(names, 1):
            sheet.write_string(number, place, name)


def _help(sheet, styles) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 60)
    for number, line in enumerate(HELP):
        sheet.write_string(number, 0, line, styles["bold"] if number == 0 else None)
    titles = {one.name: one.title for one in rules.COLUMNS["in"]}
    for number, (name, text) in enumerate(EXAMPLE.items(), len(HELP)):
        sheet.write_string(number, 0, titles[name], styles["bold"])
        sheet.write_string(number, 1, text)

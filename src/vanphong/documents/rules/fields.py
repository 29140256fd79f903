"""Fields of work and drafting units in symbols (1210/UBND-VX): an open catalogue.

The head of each body lays down its own, short and easy to understand (Decree 30/2020/NĐ-CP,
Annex I.II.3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from vanphong.documents.rules.catalogue import format_row
from vanphong.documents.rules.catalogue import read_rows
from vanphong.documents.rules.catalogue import valid_on
from vanphong.errors import mark as _
import re


FORM = "Ký hiệu | Tên | valid_from | valid_to"


@dataclass(frozen=True)
class FieldCode:
    """A field of work (lĩnh vực); ``code`` stands in symbols."""

    code: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None


def parse_fields(lines: Iterable[str]) -> tuple[FieldCode, ...]:
    """Read a catalogue of fields, one a line: ``VX | Văn xã``.

    :raises InvalidInput: naming the line, and what would be right.
    """
    fields = []
    for row in read_rows(lines, FORM, "fields"):
        if re.search(r"[\s/-]", row.columns[0]):
            text = _("Line ${line}: the abbreviation “${value}” contains a space or a sign.")
            raise row.error(text, 0)
        fields.append(FieldCode(row.columns[0], row.required(1), row.day(2), row.day(3)))
    return tuple(fields)


def format_fields(fields: Iterable[FieldCode]) -> tuple[str, ...]:
    """Write a catalogue as the lines that :func:`parse_fields` reads."""
    return tuple(
        format_row(field.code, field.name, field.valid_from, field.valid_to) for field in fields
    )


FIELDS = parse_fields(
    (
        "TH | Tổng hợp",
        "VP | Văn phòng",
        "NC | Nội chính",
        "KT | Kinh tế",
        "VX | Văn xã",
        "NV | Nội vụ",
        "TCKH | Tài chính - Kế hoạch",
        "TNMT | Tài nguyên và Môi trường",
        "NN | Nông nghiệp",
        "KTHT | Kinh tế và Hạ tầng",
        "GDĐT | Giáo dục và Đào tạo",
        "YT | Y tế",
        "VHTT | Văn hóa và Thông tin",
        "VHXH | Văn hóa - Xã hội",
        "CNTT | Công nghệ thông tin",
        "TP | Tư pháp",
        "TTr | Thanh tra",
        "QP | Quốc phòng, an ninh",
        "TD | Tiếp công dân, đơn thư",
    )
)


def fields_on(fields: Iterable[FieldCode], day: date) -> tuple[FieldCode, ...]:
    """List the fields in force on ``day``."""
    return valid_on(fields, day)

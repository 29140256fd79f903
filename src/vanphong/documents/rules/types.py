"""Types of documents (tên loại văn bản): the 29 of Decree 30/2020/NĐ-CP, Article 7, and others.

The tables stand here as an administrator keeps them; bodies may add types of their own
(văn bản chuyên ngành, Article 3.2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from vanphong.documents.rules.catalogue import format_row
from vanphong.documents.rules.catalogue import read_rows
from vanphong.documents.rules.catalogue import valid_on
from vanphong.errors import mark as _
import re


FORM = "code | Tên loại | Viết tắt | mã SIP | số edXML | valid_from | valid_to"

#: Code of "another type" in the archival data standard.
SIP_OTHER = "32"


@dataclass(frozen=True)
class DocumentType:
    """A type of document.

    ``code`` is stored; ``abbreviation`` (Annex III) stands in symbols, in its exact case;
    ``sip_code`` and ``edxml_no`` are its numbers in the archival and the exchange standard.
    """

    code: str
    name: str
    abbreviation: str = ""
    sip_code: str = SIP_OTHER
    edxml_no: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None


def parse_document_types(lines: Iterable[str]) -> tuple[DocumentType, ...]:
    """Read a catalogue of types, one a line: ``quyet-dinh | Quyết định | QĐ | 02 | 2``.

    :raises InvalidInput: naming the line, and what would be right.
    """
    types = []
    for row in read_rows(lines, FORM, "document_types"):
        if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", row.columns[0]):
            text = _("Line ${line}: “${value}” is not a code. Write it as quyet-dinh.")
            raise row.error(text, 0)
        if re.search(r"[\s/-]", row.columns[2]):
            text = _("Line ${line}: the abbreviation “${value}” contains a space or a sign.")
            raise row.error(text, 2)
        types.append(
            DocumentType(
                code=row.columns[0],
                name=row.required(1),
                abbreviation=row.columns[2],
                sip_code=row.columns[3] or SIP_OTHER,
                edxml_no=row.number(4),
                valid_from=row.day(5),
                valid_to=row.day(6),
            )
        )
    return tuple(types)


def format_document_types(types: Iterable[DocumentType]) -> tuple[str, ...]:
    """Write a catalogue as the lines that :func:`parse_document_types` reads."""
    return tuple(
        format_row(
            kind.code,
            kind.name,
            kind.abbreviation,
            kind.sip_code,
            kind.edxml_no,
            kind.valid_from,
            kind.valid_to,
        )
        for kind in types
    )


#: Article 7 and Annex III; the last is the letter of a citizen, which is registered too.
DOCUMENT_TYPES = parse_document_types(
    """\
nghi-quyet | Nghị quyết | NQ | 01 | 1
quyet-dinh | Quyết định | QĐ | 02 | 2
chi-thi | Chỉ thị | CT | 03 | 3
quy-che | Quy chế | QC | 32 | 4
quy-dinh | Quy định | QyĐ | 04 | 5
thong-cao | Thông cáo | TC | 32 | 6
thong-bao | Thông báo | TB | 07 | 7
huong-dan | Hướng dẫn | HD | 08 | 8
chuong-trinh | Chương trình | CTr | 09 | 9
ke-hoach | Kế hoạch | KH | 10 | 10
phuong-an | Phương án | PA | 11 | 11
de-an | Đề án | ĐA | 12 | 12
du-an | Dự án | DA | 13 | 13
bao-cao | Báo cáo | BC | 14 | 14
bien-ban | Biên bản | BB | 20 | 15
to-trinh | Tờ trình | TTr | 15 | 16
hop-dong | Hợp đồng | HĐ | 21 | 17
cong-van | Công văn | | 22 | 18
cong-dien | Công điện | CĐ | 23 | 19
ban-ghi-nho | Bản ghi nhớ | BGN | 24 | 20
ban-thoa-thuan | Bản thỏa thuận | BTT | 25 | 22
giay-uy-quyen | Giấy ủy quyền | GUQ | 16 | 24
giay-moi | Giấy mời | GM | 26 | 25
giay-gioi-thieu | Giấy giới thiệu | GGT | 27 | 26
giay-nghi-phep | Giấy nghỉ phép | GNP | 28 | 27
phieu-gui | Phiếu gửi | PG | 17 | 30
phieu-chuyen | Phiếu chuyển | PC | 18 | 31
phieu-bao | Phiếu báo | PB | 19
thu-cong | Thư công | | 29 | 32
don | Đơn, thư
""".splitlines()
)

#: Copies, Annex III; they share one series of numbers.
COPY_TYPES = parse_document_types(
    (
        "ban-sao-y | Bản sao y | SY",
        "ban-trich-sao | Bản trích sao | TrS",
        "ban-sao-luc | Bản sao lục | SL",
    )
)

#: Legal-normative documents that a body receives and that have no administrative namesake.
LEGAL_TYPES = parse_document_types(
    (
        "luat | Luật",
        "phap-lenh | Pháp lệnh",
        "nghi-dinh | Nghị định | NĐ",
        "thong-tu | Thông tư | TT",
        "thong-tu-lien-tich | Thông tư liên tịch | TTLT",
    )
)


def types_on(types: Iterable[DocumentType], day: date) -> tuple[DocumentType, ...]:
    """List the types in force on ``day``."""
    return valid_on(types, day)

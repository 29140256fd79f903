"""The sheets of a list and their columns, after the registers of Decree 30/2020, Annex IV."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from vanphong.documents.rules import fold
import re


#: Names of the sheets, by the direction of their documents.
SHEETS = {"in": "Văn bản đến", "out": "Văn bản đi"}


@dataclass(frozen=True)
class Column:
    """A column: ``name`` is our key, ``title`` the heading of the template."""

    name: str
    title: str
    required: bool = False
    hint: str = ""
    aliases: tuple[str, ...] = ()
    width: int = 16

    @property
    def keys(self) -> tuple[str, ...]:
        """Headings that mean this column, made comparable."""
        return tuple(_key(one) for one in (self.title, *self.aliases))


_BOOK = Column(
    "register", "Sổ", hint="Tên sổ; bỏ trống khi năm đó chỉ có một sổ.", aliases=("Tên sổ",)
)
_PERIOD = Column(
    "period", "Năm của sổ", hint="2019, hoặc 2020-2025 với sổ theo nhiệm kỳ.", aliases=("Năm",)
)
_SUBJECT = Column(
    "subject", "Trích yếu nội dung", True, "Như ghi trên văn bản.", ("Trích yếu", "Nội dung"), 60
)
_DATE = Column(
    "issued_date", "Ngày văn bản", hint="Ngày 05/01/2019.", aliases=("Ngày, tháng văn bản",)
)
_TYPE = Column("document_type", "Loại văn bản", hint="Xem trang Danh mục.", aliases=("Tên loại",))
_FILES = Column(
    "files",
    "Tệp",
    hint="Tên tệp quét; nhiều tệp cách nhau bằng dấu chấm phẩy, tệp chính đứng trước.",
    aliases=("Tên tệp", "File", "Tệp đính kèm"),
    width=34,
)
_COMMON = (
    Column("signer_name", "Người ký", aliases=("Họ tên người ký",)),
    Column("signer_position", "Chức vụ người ký", width=24),
    Column("page_amount", "Số trang", width=10, aliases=("Số tờ",)),
    Column("urgency", "Độ khẩn", hint="Thường, Khẩn, Thượng khẩn, Hỏa tốc."),
    Column(
        "secrecy", "Độ mật", hint="Để trống. Văn bản mật không được nhập.", aliases=("Mức độ mật",)
    ),
    Column("field", "Lĩnh vực", hint="Xem trang Danh mục."),
    Column("note", "Ghi chú", width=30),
)

COLUMNS = {
    "in": (
        _BOOK,
        _PERIOD,
        Column("number", "Số đến", True, "45, hoặc 45a với số chen.", width=10),
        Column("arrived", "Ngày đến", True, "Ngày 07/01/2019."),
        Column(
            "organ_name",
            "Tác giả",
            True,
            "Cơ quan ban hành.",
            ("Cơ quan ban hành", "Nơi gửi", "Tên cơ quan ban hành"),
            34,
        ),
        Column("symbol", "Số, ký hiệu", aliases=("Số ký hiệu", "Số và ký hiệu", "Số/ký hiệu")),
        _DATE,
        _TYPE,
        _SUBJECT,
        Column("receiver", "Đơn vị hoặc người nhận", aliases=("Đơn vị nhận",), width=24),
        *_COMMON,
        Column("paper_location", "Nơi để bản giấy", width=20),
        Column(
            "distinct",
            "Lý do không trùng",
            hint="Chỉ ghi khi đã có văn bản cùng số, ký hiệu và tác giả.",
        ),
        _FILES,
    ),
    "out": (
        _BOOK,
        _PERIOD,
        Column(
            "symbol",
            "Số, ký hiệu",
            True,
            "1210/UBND-VX; số lấy từ đây.",
            ("Số ký hiệu", "Số và ký hiệu", "Số/ký hiệu"),
        ),
        Column("issued_date", "Ngày văn bản", True, "Ngày 05/01/2019.", _DATE.aliases),
        _TYPE,
        _SUBJECT,
        Column("recipients", "Nơi nhận", hint="Cách nhau bằng dấu chấm phẩy.", width=40),
        Column("drafting_unit", "Đơn vị soạn thảo", hint="Tên đơn vị.", width=24),
        Column("issued_amount", "Số bản", hint="Số lượng bản phát hành.", width=10),
        *_COMMON,
        Column("archive_note", "Lưu", hint="VT, VX.", width=14, aliases=("Nơi lưu",)),
        _FILES,
    ),
}


@dataclass(frozen=True)
class Headings:
    """Which column stands where; and what is missing, unknown or there twice."""

    places: Mapping[int, str]
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()


def sheet_direction(title: str) -> str:
    """Tell which documents a sheet lists by its name: "in", "out", or "" for another sheet."""
    key = _key(title)
    return next((one for one, name in SHEETS.items() if _key(name) == key), "")


def match(direction: str, cells: Sequence[str]) -> Headings:
    """Read a row of headings, in whatever order they stand."""
    known = {key: column for column in COLUMNS[direction] for key in column.keys}
    places: dict[int, str] = {}
    unknown, twice = [], []
    for place, text in enumerate(cells):
        if not text.strip():
            continue
        column = known.get(_key(text))
        if column is None:
            unknown.append(" ".join(text.split())[:60])
        elif column.name in places.values():
            twice.append(column.title)
        else:
            places[place] = column.name
    found = set(places.values())
    missing = tuple(
        one.title for one in COLUMNS[direction] if one.required and one.name not in found
    )
    return Headings(places, missing, tuple(unknown), tuple(twice))


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))

"""Letters that nobody has tuned the reader for: one of each type of document, drawn as a scan.

The texts are made from parts here; every other one is scanned coarsely. Laid out by the
sample's ``make_scans.py`` after Decree 30/2020/NĐ-CP, Annex I.
"""

from pathlib import Path
from vanphong.documents.rules import DOCUMENT_TYPES
import shutil
import sys


ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "profiles" / "sample"

#: Superior body, body in lines, its abbreviation, place, last lines of the signature.
BODIES = (
    ("UBND TỈNH QUẢNG SƠN", ("SỞ NỘI VỤ",), "SNV", "Quảng Sơn", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    ("UBND TỈNH QUẢNG SƠN", ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ",), "SKHĐT", "Quảng Sơn", ("GIÁM ĐỐC",)),
    (
        "",
        ("ỦY BAN NHÂN DÂN", "HUYỆN HÒA BÌNH"),
        "UBND",
        "Hòa Bình",
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    ),
    (
        "UBND HUYỆN HÒA BÌNH",
        ("PHÒNG TƯ PHÁP",),
        "PTP",
        "Hòa Bình",
        ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
    ),
    (
        "BỘ TƯ PHÁP",
        ("CỤC KIỂM TRA VĂN BẢN", "QUY PHẠM PHÁP LUẬT"),
        "CKTVB",
        "Hà Nội",
        ("CỤC TRƯỞNG",),
    ),
    ("", ("ỦY BAN NHÂN DÂN", "XÃ LONG THẠNH"), "UBND", "Long Thạnh", ("CHỦ TỊCH",)),
)

SUBJECTS = (
    "tăng cường kỷ luật, kỷ cương hành chính trong các cơ quan nhà nước",
    "tổ chức tiếp công dân và giải quyết khiếu nại, tố cáo quý III",
    "kiểm tra công tác phòng cháy, chữa cháy tại các chợ trên địa bàn",
    "rà soát, cập nhật cơ sở dữ liệu quốc gia về dân cư",
    "hỗ trợ hộ nghèo, hộ cận nghèo sửa chữa nhà ở trước mùa mưa bão",
)

NAMES = ("Nguyễn Văn Thành", "Trần Thị Bích Hằng", "Lê Đức Anh", "Phạm Quốc Khánh")

RECIPIENTS = (
    ("Như trên", "Lưu: VT"),
    ("Như Điều 3", "TT. Huyện ủy, TT. HĐND huyện (b/c)", "Cổng TTĐT huyện", "Lưu: VT, NC"),
    ("UBND tỉnh (để b/c)", "Các phòng, ban thuộc huyện", "UBND các xã, thị trấn", "Lưu: VT"),
)

STAMPS = ("", "", "KHẨN", "", "THƯỢNG KHẨN", "", "HỎA TỐC", "")

TEXT = """Căn cứ chức năng, nhiệm vụ được giao và tình hình thực tế tại địa phương, đề nghị các cơ \
quan, đơn vị liên quan tổ chức thực hiện nghiêm túc các nội dung nêu trên.

1. Quán triệt đến toàn thể cán bộ, công chức, viên chức; phân công người chịu trách nhiệm theo \
dõi, đôn đốc và tổng hợp kết quả.

2. Báo cáo kết quả bằng văn bản trước ngày 25 của tháng cuối quý để tổng hợp chung."""

Letter = dict[str, object]


def letters() -> list[Letter]:
    """One for each type, and one more without a type: thirty or so."""
    kinds = [one for one in DOCUMENT_TYPES if one.abbreviation or one.code == "cong-van"]
    kinds = (kinds + [one for one in DOCUMENT_TYPES if one.code == "cong-van"])[:30]
    return [_letter(at, kind) for at, kind in enumerate(kinds)]


def _letter(at: int, kind) -> Letter:
    superior, body, short, place, signer = BODIES[at % len(BODIES)]
    number, day, month = 17 * at + 5, at % 28 + 1, at % 12 + 1
    is_letter = kind.code == "cong-van"
    symbol = f"{number}/{short}-VP" if is_letter else f"{number:02}/{kind.abbreviation}-{short}"
    subject = SUBJECTS[at % len(SUBJECTS)]
    return {
        "key": f"{at:02}" if at % 2 else f"mau-{at:02}",
        "superior": superior,
        "issuer": body,
        "symbol": symbol,
        "place": f"{place}, ngày {day:02} tháng {month if month > 2 else f'0{month}'} năm 2024",
        "issued_date": f"2024-{month:02}-{day:02}",
        "document_type": kind.code,
        "title": "" if is_letter else kind.name.upper(),
        "subject": f"V/v {subject}" if is_letter else f"Về việc {subject}",
        "stamp": STAMPS[at % len(STAMPS)],
        "signer": signer,
        "name": NAMES[at % len(NAMES)],
        "recipients": RECIPIENTS[at % len(RECIPIENTS)],
    }


def text_of(letter: Letter) -> str:
    """The letter as ``make_scans.py`` wants it."""
    about = "about" if not letter["title"] else "subject"
    lines = [
        *([f"superior: {letter['superior']}"] if letter["superior"] else []),
        *(f"issuer: {line}" for line in letter["issuer"]),
        f"number: {letter['symbol']}",
        f"{about}: {letter['subject']}",
        f"place: {letter['place']}",
        *([f"title: {letter['title']}"] if letter["title"] else []),
        *([f"stamp: {letter['stamp']}"] if letter["stamp"] else []),
        "to: Ủy ban nhân dân các xã, thị trấn.",
        *(f"recipient: {one};" for one in letter["recipients"][:-1]),
        f"recipient: {letter['recipients'][-1]}.",
        *(f"signer: {line}" for line in letter["signer"]),
        f"name: {letter['name']}",
    ]
    return "\n".join(lines) + "\n\n" + TEXT + "\n"


def draw(folder: Path) -> list[tuple[Path, Letter]]:
    """Draw all letters into a folder; pairs of the scan and what stands in it."""
    for name in ("make_scans.py", "scan_file.py", "scan_page.py"):
        shutil.copy(SAMPLE / name, folder)
    (folder / "letters").mkdir()
    sys.path.insert(0, str(folder))
    import make_scans

    found = []
    for letter in letters():
        key = str(letter["key"])
        (folder / "letters" / f"{key}.txt").write_text(text_of(letter), encoding="utf-8")
        make_scans.scan(key)
        found.append((folder / "scans" / f"{key}.pdf", letter))
    return found

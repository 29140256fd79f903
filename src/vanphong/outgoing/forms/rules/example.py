"""An invented letter that fills every variable: templates are tried with it."""

from dataclasses import replace
from datetime import date
from vanphong.outgoing.forms.rules.letter import Absence
from vanphong.outgoing.forms.rules.letter import Enclosed
from vanphong.outgoing.forms.rules.letter import Event
from vanphong.outgoing.forms.rules.letter import Introduced
from vanphong.outgoing.forms.rules.letter import Letter
from vanphong.outgoing.forms.rules.letter import Minutes
from vanphong.outgoing.forms.rules.letter import Recipient
from vanphong.outgoing.forms.rules.letter import Signer


EXAMPLE = Letter(
    body_name="Ủy ban nhân dân huyện Phú Khê",
    superior="",
    notation="UBND-VX",
    place="Phú Khê",
    number=1356,
    day=date(2024, 8, 14),
    type_code="cong-van",
    type_name="Công văn",
    unit_abbreviation="VHTT",
    subject="V/v phối hợp tổ chức Ngày hội Văn hóa, Thể thao năm 2024",
    addressees=("Sở Văn hóa, Thể thao và Du lịch tỉnh An Bình",),
    authority="Chủ tịch Ủy ban nhân dân huyện Phú Khê",
    bases=(
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ",
    ),
    proposer="Trưởng phòng Phòng Văn hóa và Thông tin",
    text=(
        "Ủy ban nhân dân huyện Phú Khê thống nhất nội dung, thời gian và địa điểm tổ chức Ngày "
        "hội Văn hóa, Thể thao năm 2024; tham gia 05 nội dung thi đấu và 02 tiết mục văn nghệ.\n"
        "Phòng Văn hóa và Thông tin chủ trì, phối hợp với các đơn vị liên quan chuẩn bị lực "
        "lượng và kinh phí, hoàn thành trước ngày 30 tháng 8 năm 2024."
    ),
    recipients=(Recipient("UBND tỉnh", "b/c"), Recipient("Các phòng, ban huyện", "p/hợp")),
    kept_copies=2,
    drafter_sign="NTL.(12)",
    signer=Signer(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Văn Hòa"),
    stamp="KHẨN",
    foot=("Địa chỉ: số 01 đường Trần Phú, thị trấn Phú Khê, huyện Phú Khê, tỉnh An Bình",),
    event=Event(
        ("Thủ trưởng các phòng, ban, ngành huyện", "Chủ tịch UBND các xã, thị trấn"),
        "cuộc họp giao ban công tác tháng 8 năm 2024",
        "Ông Nguyễn Minh Đức, Chủ tịch Ủy ban nhân dân huyện",
        "08 giờ 00 phút, ngày 19 tháng 8 năm 2024",
        "Phòng họp số 1, trụ sở Ủy ban nhân dân huyện",
        ("Đề nghị các đại biểu tham dự đúng giờ, đúng thành phần",),
    ),
    minutes=Minutes(
        "08 giờ 00 phút, ngày 19 tháng 8 năm 2024",
        "Phòng họp số 1, trụ sở Ủy ban nhân dân huyện",
        ("Các Phó Chủ tịch Ủy ban nhân dân huyện", "Thủ trưởng 12 phòng, ban"),
        ("Trưởng phòng Phòng Tư pháp (có lý do)",),
        "Nguyễn Minh Đức",
        "Phạm Thị Lan",
        "11 giờ 15 phút, ngày 19 tháng 8 năm 2024",
    ),
    enclosed=Enclosed(
        "Quy chế",
        "Tổ chức Ngày hội Văn hóa, Thể thao huyện Phú Khê",
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\n"
        "Quy chế này quy định việc tổ chức Ngày hội.",
    ),
    introduced=Introduced(
        "Phạm Thị Lan",
        "Chuyên viên Phòng Văn hóa và Thông tin",
        "Sở Văn hóa, Thể thao và Du lịch tỉnh An Bình",
        "Nhận tài liệu tập huấn công tác gia đình năm 2024",
        "ngày 30 tháng 8 năm 2024",
    ),
    absence=Absence(
        "Phạm Thị Lan",
        "Chuyên viên Phòng Văn hóa và Thông tin",
        "ngày 12 tháng 8 năm 2024",
        "nghỉ phép năm 2024",
        "05 ngày",
        "ngày 19 tháng 8 năm 2024",
        "ngày 23 tháng 8 năm 2024",
        "thị trấn Phú Khê, huyện Phú Khê, tỉnh An Bình",
    ),
)


DECIDED = (
    "Điều 1. Tổ chức Ngày hội Văn hóa, Thể thao huyện Phú Khê năm 2024 từ ngày 02 đến hết ngày "
    "04 tháng 9 năm 2024 tại Nhà văn hóa trung tâm huyện.\n"
    "Điều 2. Giao Phòng Văn hóa và Thông tin chủ trì, phối hợp với các đơn vị thực hiện.\n"
    "Điều 3. Thủ trưởng các đơn vị liên quan chịu trách nhiệm thi hành"
)

#: Types in whose example the general text would be out of place.
TEXTS = {
    "quyet-dinh": DECIDED,
    "nghi-quyet": DECIDED,
    "bien-ban": "Các thành viên thống nhất nội dung, thời gian và địa điểm tổ chức Ngày hội.",
    "giay-moi": "",
    "giay-gioi-thieu": "",
    "giay-nghi-phep": "",
}


#: Types that are never urgent.
QUIET = ("bien-ban", "giay-gioi-thieu", "giay-nghi-phep")


def example(type_code: str, type_name: str, abbreviation: str) -> Letter:
    """The example as a document of this type."""
    if type_code == EXAMPLE.type_code or not abbreviation:
        return EXAMPLE
    return replace(
        EXAMPLE,
        type_code=type_code,
        type_name=type_name,
        type_abbreviation=abbreviation,
        notation=f"{abbreviation}-UBND",
        text=TEXTS.get(type_code, EXAMPLE.text),
        stamp="" if type_code in QUIET else EXAMPLE.stamp,
        addressees=EXAMPLE.addressees if type_code in ("to-trinh", "bao-cao", "cong-dien") else (),
    )

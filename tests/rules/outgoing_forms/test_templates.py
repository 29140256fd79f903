"""The built-in templates, filled in: what each form of Annex III shows."""

from dataclasses import replace
from datetime import date
from docx import Document
from docx.oxml.ns import qn
from tests.rules.outgoing_forms.letters import LETTER
from tests.rules.outgoing_forms.letters import OF_FORM
from tests.rules.outgoing_forms.letters import edited
from tests.rules.outgoing_forms.letters import facts
from tests.rules.outgoing_forms.letters import lines
from tests.rules.outgoing_forms.letters import member
from tests.rules.outgoing_forms.letters import rendered
from vanphong.errors import RuleBroken
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms.docx import fill_number
from vanphong.outgoing.forms.render import sources
from vanphong.outgoing.forms.rules import FORMS
from vanphong.outgoing.forms.rules import VARIABLES
from vanphong.outgoing.forms.rules import check_form
from vanphong.outgoing.forms.rules import forms_for
from vanphong.outgoing.forms.rules import words
from vanphong.outgoing.forms.rules.letter import Recipient
from vanphong.outgoing.forms.sandbox import refuse_strange
from vanphong.outgoing.forms.templates.make import FORMS as MADE
from vanphong.outgoing.forms.templates.make import made
from vanphong.outgoing.forms.templates.parts import BESIDE
from zipfile import ZipFile
import io
import pytest


CODES = [form.code for form in FORMS]


@pytest.mark.parametrize("code", CODES)
def test_the_file_is_the_one_that_the_script_makes(code):
    with ZipFile(io.BytesIO(builtin.template(code))) as kept:
        names = kept.namelist()
    for name in names:
        if name != "docProps/core.xml":
            assert member(builtin.template(code), name) == member(made(MADE[code]), name)


@pytest.mark.parametrize("code", CODES)
def test_it_speaks_nothing_but_variables_that_there_are(code):
    assert [refuse_strange(text) for text in sources(builtin.template(code))]
    assert frozenset().union(*map(refuse_strange, sources(builtin.template(code)))) == set()


@pytest.mark.parametrize("code", CODES)
def test_it_has_its_picture(code):
    assert builtin.picture(code).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("code", CODES)
def test_head_and_end_are_on_every_form(code):
    letter = OF_FORM[code]
    shown = lines(rendered(letter, code))
    assert words.NATION in shown
    assert words.MOTTO in shown
    assert shown[:2] == ["ỦY BAN NHÂN DÂN", "HUYỆN PHÚ KHÊ"]
    assert words.number_line(letter) in shown
    assert "Nơi nhận:" in shown
    assert "- Lưu: VT, VHTT (2)." in shown
    assert any(line.endswith("./.") for line in shown)
    assert not any("{" in line or "%" in line for line in shown)


@pytest.mark.parametrize("code", CODES)
def test_its_own_check_finds_nothing_wrong(code):
    letter = OF_FORM[code]
    found = check_form(facts(rendered(letter, code)), letter)
    assert [one for one in found if one.severity != "ok"] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "cong-van",
            [
                "V/v phối hợp tổ chức Ngày hội Văn hóa, Thể thao năm 2024",
                "Kính gửi: Sở Văn hóa, Thể thao và Du lịch tỉnh An Bình",
                "KHẨN",
                "NTL.(12)",
            ],
        ),
        (
            "quyet-dinh",
            [
                "QUYẾT ĐỊNH",
                "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN PHÚ KHÊ",
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
                "Theo đề nghị của Trưởng phòng Phòng Văn hóa và Thông tin.",
                "QUYẾT ĐỊNH:",
                "TM. ỦY BAN NHÂN DÂN",
                "Trần Văn Hòa",
            ],
        ),
        (
            "quyet-dinh-ban-hanh",
            [
                "QUY CHẾ",
                "(Kèm theo Quyết định số 1356/QĐ-UBND ngày 14 tháng 8 năm 2024 của "
                "Chủ tịch Ủy ban nhân dân huyện Phú Khê)",
                "Chương I",
            ],
        ),
        (
            "giay-moi",
            [
                "GIẤY MỜI",
                "Ủy ban nhân dân huyện Phú Khê trân trọng kính mời:",
                "- Thủ trưởng các phòng, ban, ngành huyện;",
                "Tới dự cuộc họp giao ban công tác tháng 8 năm 2024.",
                "Đề nghị các đại biểu tham dự đúng giờ, đúng thành phần./.",
            ],
        ),
        ("cong-dien", ["CÔNG ĐIỆN", "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN PHÚ KHÊ điện:"]),
        ("bien-ban", ["BIÊN BẢN", "THƯ KÝ", "CHỦ TỌA", "Phạm Thị Lan", "Nguyễn Minh Đức"]),
        ("bien-ban", ["Vắng mặt:", "- Trưởng phòng Phòng Tư pháp (có lý do)."]),
        ("nghi-quyet", ["NGHỊ QUYẾT", "QUYẾT NGHỊ:"]),
        (
            "giay-gioi-thieu",
            [
                "GIẤY GIỚI THIỆU",
                "Ông (bà): Phạm Thị Lan",
                "Chức vụ: Chuyên viên Phòng Văn hóa và Thông tin",
                "Được cử đến: Sở Văn hóa, Thể thao và Du lịch tỉnh An Bình",
                "Giấy này có giá trị đến hết ngày 30 tháng 8 năm 2024./.",
            ],
        ),
        (
            "giay-nghi-phep",
            [
                "GIẤY NGHỈ PHÉP",
                "Xét Đơn đề nghị nghỉ phép ngày 12 tháng 8 năm 2024 của ông (bà) Phạm Thị Lan,",
                "Nghỉ phép trong thời gian 05 ngày, kể từ ngày 19 tháng 8 năm 2024 đến hết ngày "
                "23 tháng 8 năm 2024 tại thị trấn Phú Khê, huyện Phú Khê, tỉnh An Bình.",
                "Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ phép năm 2024./.",
            ],
        ),
        ("co-ten-loai", ["TỜ TRÌNH", "Kính gửi: Sở Văn hóa, Thể thao và Du lịch tỉnh An Bình"]),
    ],
)
def test_what_belongs_to_the_form(code, expected):
    letter = OF_FORM[code]
    if code == "giay-moi":
        letter = replace(letter, authority="Ủy ban nhân dân huyện Phú Khê")
    shown = lines(rendered(letter, code))
    assert [line for line in expected if line not in shown] == []


def test_several_addressees_stand_below_each_other():
    shown = lines(rendered(replace(LETTER, addressees=("Sở Nội vụ", "Sở Tài chính"))))
    at = shown.index("Kính gửi:")
    assert shown[at + 1 : at + 3] == ["- Sở Nội vụ;", "- Sở Tài chính."]


def test_only_some_types_say_whom_they_are_addressed_to():
    plan = replace(OF_FORM["co-ten-loai"], type_code="ke-hoach", type_name="Kế hoạch")
    shown = lines(rendered(plan, "co-ten-loai"))
    assert not any(line.startswith("Kính gửi") for line in shown)
    assert "- Sở Văn hóa, Thể thao và Du lịch tỉnh An Bình;" in shown


def test_an_invitation_invites_its_addressees_when_the_event_does_not_say():
    letter = replace(
        OF_FORM["giay-moi"], addressees=("Sở Nội vụ",), event=replace(LETTER.event, invited=())
    )
    shown = lines(rendered(letter, "giay-moi"))
    assert any(line.endswith("trân trọng kính mời: Sở Nội vụ.") for line in shown)
    assert "- Như trên;" in shown


def test_an_ordinary_letter_has_no_stamp_and_no_note():
    with_all = rendered(replace(LETTER, circulation="LƯU HÀNH NỘI BỘ"))
    assert "LƯU HÀNH NỘI BỘ" in lines(with_all)
    plain = lines(rendered(replace(LETTER, stamp="")))
    assert not {"KHẨN", "LƯU HÀNH NỘI BỘ"} & set(plain)


def test_what_is_typed_is_text_and_nothing_else():
    subject = "V/v <w:p/> & {{ 7*7 }} {% for %} “x”"
    shown = "\n".join(lines(rendered(replace(LETTER, subject=subject, text="A & B < C"))))
    assert "V/v <w:p/> & {{ 7*7 }} {% for %} “x”" in shown
    assert "A & B < C./." in shown


def test_the_usual_form_of_a_type_comes_first():
    assert [form.code for form in forms_for("quyet-dinh")] == ["quyet-dinh", "quyet-dinh-ban-hanh"]
    enclosing = forms_for("quyet-dinh", enclosing=True)
    assert [form.code for form in enclosing] == ["quyet-dinh-ban-hanh", "quyet-dinh"]
    assert {forms_for(code)[0].number for code in ("to-trinh", "thong-bao", "phieu-gui")} == {"1.4"}
    assert forms_for("bao-cao")[0].number == "1.4"
    assert forms_for("khong-co")[0].code == "co-ten-loai"


@pytest.mark.parametrize("code", CODES)
def test_number_and_date_are_filled_into_the_draft(code):
    numbered = OF_FORM[code]
    draft = rendered(replace(numbered, number=None, day=None), code)
    assert lines(fill_number(draft, numbered)) == lines(rendered(numbered, code))


def test_what_the_drafter_changed_stays():
    draft = rendered(replace(LETTER, number=None, day=None))
    draft = edited(draft, "thống nhất", "hoàn toàn thống nhất")
    filled = fill_number(draft, replace(LETTER, number=5, day=date(2024, 8, 9)))
    shown = lines(filled)
    assert "Số: 05/UBND-VX" in shown
    assert "Phú Khê, ngày 09 tháng 8 năm 2024" in shown
    assert any("hoàn toàn thống nhất" in line for line in shown)


def test_a_draft_without_a_place_for_the_number_is_not_filled():
    draft = edited(rendered(replace(LETTER, number=None)), "Số:       /UBND-VX", "Không số")
    with pytest.raises(RuleBroken, match="no place for number"):
        fill_number(draft, LETTER)


def test_every_variable_stands_in_the_reference(root):
    text = (root / "docs/reference/letter-variables.md").read_text("utf-8")
    rows = [f"| `{name.removesuffix('[]')}` |" for name in VARIABLES]
    assert [row for row in rows if row not in text] == []


MANY = tuple(Recipient(f"Ủy ban nhân dân xã Phú {number}", "để biết") for number in range(1, 30))

#: Minutes have their recipients below both signatures.
BESIDE_A_SIGNER = [code for code in CODES if code != "bien-ban"]


@pytest.mark.parametrize("code", BESIDE_A_SIGNER)
def test_a_long_list_of_recipients_goes_on_below_the_signer(code):
    letter = replace(OF_FORM[code], recipients=MANY)
    document = Document(io.BytesIO(rendered(letter, code)))
    end = next(one for one in document.tables if "Nơi nhận:" in one.rows[0].cells[0].text)
    signed, more = end.rows
    assert letter.signer.name in signed.cells[1].text
    assert signed.cells[0].text.count("\n- ") == BESIDE
    assert more.cells[0].text.splitlines()[-2:] == ["- Lưu: VT, VHTT (2).", "NTL.(12)"]
    assert signed._tr.trPr.find(qn("w:cantSplit")) is not None
    assert more._tr.trPr is None
    found = check_form(facts(rendered(letter, code)), letter)
    assert [one for one in found if one.severity != "ok"] == []


@pytest.mark.parametrize("count", [0, 1, BESIDE - 2, BESIDE - 1, BESIDE, BESIDE + 1])
def test_no_recipient_is_lost_or_named_twice(count):
    letter = replace(LETTER, recipients=MANY[:count])
    shown = lines(rendered(letter))
    named = [line for line in shown if line.startswith("- ")]
    assert sorted(named) == sorted(f"- {line}" for line in words.recipient_lines(letter))
    assert shown.count("NTL.(12)") == 1


def test_the_check_reads_the_recipients_below_the_signer():
    letter = replace(LETTER, recipients=MANY)
    docx = edited(rendered(letter), "- Lưu: VT, VHTT (2).", "- Lưu: HS.")
    assert [one.severity for one in check_form(facts(docx), letter) if one.severity != "ok"]


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("Phòng Văn hóa và Thông tin", {13}),
        ("Phòng Kinh tế và Hạ tầng", {12}),
        ("Phòng Nông nghiệp và Phát triển nông thôn", {13, 12}),
    ],
)
def test_a_long_line_of_the_head_is_smaller(name, sizes):
    shown = facts(rendered(replace(LETTER, body_name=name))).blocks
    found = {
        run.size for block in shown for run in block.runs if block.text in words.capital_lines(name)
    }
    assert found == sizes

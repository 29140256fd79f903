"""The check of a draft's form: each point of Annex I, in order and wrong."""

from dataclasses import replace
from datetime import date
from tests.rules.outgoing_forms.letters import LETTER
from tests.rules.outgoing_forms.letters import OF_FORM
from tests.rules.outgoing_forms.letters import edited
from tests.rules.outgoing_forms.letters import facts
from tests.rules.outgoing_forms.letters import of
from tests.rules.outgoing_forms.letters import rendered
from vanphong.outgoing.forms.docx import open_docx
from vanphong.outgoing.forms.docx import read_facts
from vanphong.outgoing.forms.rules import CHECKLIST
from vanphong.outgoing.forms.rules import check_form
from vanphong.outgoing.forms.rules.facts import Block
from vanphong.outgoing.forms.rules.facts import DocxFacts
from vanphong.outgoing.forms.rules.facts import Run
import pytest
import time


DRAFT = replace(LETTER, number=None, day=None)


def found(old, new, letter=DRAFT, form="cong-van"):
    """Findings that are not in order of a draft in which a piece of XML was replaced."""
    draft = edited(rendered(letter, form), old, new)
    return [one for one in check_form(facts(draft), letter) if one.severity != "ok"]


@pytest.mark.parametrize(
    ("code", "section", "old", "new", "said"),
    [
        ("paper", "I.1", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "must be A4"),
        ("paper", "I.1", 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"', "lies across"),
        ("margins", "I.3", 'w:left="1701"', 'w:left="1134"', "${side} margin"),
        ("nation", "II.1", "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "must be written"),
        ("nation", "II.1", "Độc lập - Tự do - Hạnh phúc", "Độc lập", "is missing"),
        ("issuer", "II.2", "HUYỆN PHÚ KHÊ", "HUYỆN PHÚ HÒA", "issuing body"),
        ("symbol", "II.3", "/UBND-VX", "/UBND-KT", "the ${part} is “${is}”"),
        ("symbol", "II.3", "/UBND-VX", "/QĐ-UBND", "the ${part} is “${is}”"),
        ("symbol", "II.3", "Số:       /UBND-VX", "UBND", "is missing"),
        ("symbol", "II.3", "Số:       /UBND-VX", "Số: 12/UBND-VX", "has a number already"),
        ("date", "II.4", "Phú Khê, ngày", "Phú Hòa, ngày", "The place is"),
        (
            "date",
            "II.4",
            "Phú Khê, ngày     tháng     năm",
            "Phú Khê, ngày 5 tháng 8 năm",
            "leading",
        ),
        ("date", "II.4", "Phú Khê, ngày     tháng     năm", "Phú Khê", "are missing"),
        ("title", "II.5", "V/v phối hợp", "Về việc phối hợp", "has “V/v …”"),
        ("close", "II.6", "./.", ".", "must end with"),
        ("addressed", "II.9.a", "Kính gửi: ", "Gửi: ", "addressed to"),
        ("recipients", "II.9.b", "Nơi nhận:", "Gửi tới", "is missing"),
        ("recipients", "II.9.b", "- Lưu: VT, VHTT (2).", "- Lưu: VT.", "last recipient"),
        ("recipients", "II.9.b", "UBND tỉnh (b/c);", "UBND tỉnh (b/c)", "must end with “;”"),
        ("recipients", "II.9.b", "- UBND tỉnh (b/c);", "- Sở Y tế;", "not among the recipients"),
        ("signer", "II.7", "KT. CHỦ TỊCH", "KT CHỦ TỊCH", "must be written"),
        ("signer", "II.7", "KT. CHỦ TỊCH", "Q. CHỦ TỊCH", "lacks"),
        ("signer", "II.7", "Trần Văn Hòa", "TS. Trần Văn Hòa", "academic title"),
        ("signer", "II.7", "Trần Văn Hòa", "Trần Văn Bình", "name of the signer"),
        ("stamp", "III.2", "KHẨN", "", "is not in the draft"),
    ],
)
def test_each_point_is_found_with_its_article(code, section, old, new, said):
    findings = found(old, new)
    hits = [one for one in findings if one.code == code and said in one.text]
    assert hits, findings
    assert hits[0].article == f"Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục {section}"


@pytest.mark.parametrize(
    ("code", "old", "new", "said"),
    [
        ("title", "QUYẾT ĐỊNH<", "Quyết định<", "must be in capitals"),
        ("title", "Về việc phối hợp", "V/v phối hợp", "for official letters only"),
        ("symbol", "/QĐ-UBND", "/QD-UBND", "the ${part} is"),
        ("title", "Ngày hội Văn hóa", "Hội thao", "is not in the draft"),
    ],
)
def test_a_decision_is_checked_as_one(code, old, new, said):
    letter = replace(OF_FORM["quyet-dinh"], number=None, day=None)
    hits = of(tuple(found(old, new, letter, "quyet-dinh")), code)
    assert [text for _severity, text in hits if said in text]


def test_the_font_is_the_one_that_is_really_used():
    block = Block((Run("Ủy ban nhân dân", font="Arial", size=12),))
    findings = check_form(DocxFacts((), (block,)), DRAFT)
    assert ("error", "The letters are ${font}; they must be Times New Roman.") in of(
        findings, "font"
    )
    assert [one.severity for one in findings if one.code == "paper"] == ["unread"]


def test_sizes_and_indents_of_the_text():
    text = "Nội dung của văn bản dài hơn sáu mươi chữ cái để được coi là một đoạn văn của văn bản."
    block = Block((Run(text, font="Times New Roman", size=12),), first_indent=20, line=2)
    codes = {
        (one.code, one.severity)
        for one in check_form(DocxFacts((), (block,)), DRAFT)
        if one.where and one.code in ("size", "paragraphs")
    }
    assert codes == {("size", "error"), ("paragraphs", "warning")}
    texts = [
        text for _severity, text in of(check_form(DocxFacts((), (block,)), DRAFT), "paragraphs")
    ]
    assert len(texts) == 4


def test_page_numbers_begin_on_page_2_and_stand_in_the_head():
    docx = rendered(DRAFT)
    assert of(check_form(facts(docx), DRAFT), "page-numbers")[0][0] == "ok"
    shown = found("<w:titlePg/>", "")
    assert [one.severity for one in shown if one.code == "page-numbers"] == ["error"]


def test_hidden_text_changes_and_comments_are_told():
    run = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>bí mật</w:t></w:r><w:ins w:id="1" w:author="a"/>'
    findings = (
        found("</w:p><w:sectPr", f"{run}</w:p><w:sectPr")
        if False
        else found("Kính gửi:", f"</w:t></w:r>{run}<w:r><w:t>Kính gửi:")
    )
    assert {"font", "changes"} <= {one.code for one in findings}


def test_a_numbered_draft_has_the_date_of_its_number():
    docx = rendered(replace(LETTER, day=date(2024, 8, 14)))
    later = replace(LETTER, day=date(2024, 8, 15))
    hits = of(check_form(facts(docx), later), "date")
    assert hits == [("error", "The date must be written “${date}”.")]


def test_what_is_no_docx_is_left_to_the_appraiser():
    (finding,) = check_form(None, DRAFT)
    assert finding.severity == "unread"


def test_the_worst_comes_first():
    severities = [one.severity for one in found("./.", ".")]
    order = ["error", "warning", "unread", "ok"]
    assert severities == sorted(severities, key=order.index)


def test_the_checklist_has_a_rule_for_each_question():
    assert len({item.code for item in CHECKLIST}) == len(CHECKLIST) >= 8
    assert all(item.article.startswith("Nghị định 30/2020/NĐ-CP") for item in CHECKLIST)


def test_ten_pages_are_checked_in_no_time():
    paragraph = "Nội dung báo cáo kết quả thực hiện nhiệm vụ của các phòng, ban trong năm. " * 8
    docx = rendered(replace(DRAFT, text="\n".join([paragraph] * 60)))
    began = time.process_time()
    check_form(read_facts(open_docx(docx)), DRAFT)
    assert time.process_time() - began < 0.3


def test_what_is_left_to_a_person_is_named():
    short = replace(DRAFT, text="Kính gửi.")
    (left,) = [one for one in check_form(facts(rendered(short)), short) if one.severity != "ok"]
    assert (left.code, left.severity) == ("paragraphs", "unread")
    assert "indents" in left.text
    (nothing,) = check_form(None, short)
    assert nothing.code == "file"

"""Who signs in what form: Decree 30/2020, Article 13 and Annex I, part II.7."""

from dataclasses import replace
from datetime import date
from vanphong.errors import RuleBroken
from vanphong.organisation import rules
from vanphong.organisation.rules import Delegation
from vanphong.organisation.rules import Form
from vanphong.organisation.rules import Issuer
from vanphong.organisation.rules import Signer
import pytest


DAY = date(2024, 8, 14)

COMMITTEE = Issuer(head="Chủ tịch", collective="Ủy ban nhân dân")
DIVISION = Issuer(head="Trưởng phòng")

CHAIRMAN = Signer("chutich", "Chủ tịch", "head", "Chủ tịch UBND huyện")
VICE = Signer(
    "pct",
    "Phó Chủ tịch",
    "deputy",
    "Phó Chủ tịch UBND huyện",
    frozenset({"KT", "NN"}),
    head="chutich",
    head_title="Chủ tịch",
)
CHIEF = Signer("chanhvp", "Chánh Văn phòng", "head", "Chánh Văn phòng")
DEPUTY_CHIEF = Signer(
    "phovp",
    "Phó Chánh Văn phòng",
    "deputy",
    "Phó Chánh Văn phòng",
    frozenset({"KT"}),
    head="chanhvp",
    head_title="Chánh Văn phòng",
)
HEAD = Signer("truongphong", "Trưởng phòng", "head", "Trưởng phòng Nội vụ")
DEPUTY = Signer(
    "phophong",
    "Phó Trưởng phòng",
    "deputy",
    "Phó Trưởng phòng Nội vụ",
    frozenset({"NV"}),
    head="truongphong",
    head_title="Trưởng phòng",
)
SPECIALIST = Signer("cv", "Chuyên viên", "", "Chuyên viên")


@pytest.mark.parametrize(
    ("form", "signer", "issuer", "lines"),
    [
        # the table of Article 13, and how its forms stack
        (Form.OWN, CHAIRMAN, COMMITTEE, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (Form.KT, VICE, COMMITTEE, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (Form.TL, CHIEF, COMMITTEE, ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
        (
            Form.TL,
            DEPUTY_CHIEF,
            COMMITTEE,
            ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ),
        (Form.TUQ, HEAD, COMMITTEE, ["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ"]),
        (Form.OWN, HEAD, DIVISION, ["TRƯỞNG PHÒNG"]),
        (Form.KT, DEPUTY, DIVISION, ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]),
        (Form.OWN, replace(HEAD, acting=True), DIVISION, ["Q. TRƯỞNG PHÒNG"]),
        (
            Form.OWN,
            replace(CHAIRMAN, acting=True),
            COMMITTEE,
            ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"],
        ),
        # the chairman under the one-head regime, in matters of their own
        (Form.OWN, CHAIRMAN, Issuer(head="Chủ tịch"), ["CHỦ TỊCH"]),
        (Form.KT, VICE, Issuer(head="Chủ tịch"), ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    ],
)
def test_the_lines_above_the_name(form, signer, issuer, lines):
    assert [str(line) for line in rules.signer_lines(form, signer, issuer)] == lines


@pytest.mark.parametrize(
    ("position", "title", "acting"),
    [
        ("Chủ tịch UBND huyện", "Chủ tịch", False),
        ("Phó Chủ tịch thường trực UBND huyện", "Phó Chủ tịch", False),
        ("Trưởng phòng Văn hóa và Thông tin", "Trưởng phòng", False),
        ("Phó Trưởng Ban Chỉ đạo", "Phó Trưởng ban", False),
        ("Chánh Văn phòng", "Chánh Văn phòng", False),
        ("Quyền Trưởng phòng Tư pháp", "Trưởng phòng", True),
        ("Q. Chủ tịch UBND xã", "Chủ tịch", True),
        ("Chuyên viên tổng hợp", "Chuyên viên tổng hợp", False),
        ("", "", False),
    ],
)
def test_the_printed_title_of_a_position(position, title, acting):
    assert rules.printed_title(position) == title
    assert rules.is_acting(position) is acting


BY_ORDER = Delegation(
    uid="tl",
    kind="TL",
    giver="",
    giver_title="Chủ tịch UBND huyện",
    taker="chanhvp",
    taker_title="Chánh Văn phòng",
    document_types=frozenset({"cong-van", "giay-moi"}),
    basis="Quy chế làm việc",
)
AUTHORISED = Delegation(
    uid="tuq",
    kind="TUQ",
    giver="",
    giver_title="Chủ tịch UBND huyện",
    taker="truongphong",
    taker_title="Trưởng phòng Nội vụ",
    document_types=frozenset({"cong-van"}),
    fields=frozenset({"NV"}),
    valid_from=date(2024, 7, 1),
    valid_to=date(2024, 12, 31),
    basis="Giấy ủy quyền số 07/GUQ-UBND",
)
FOR_THE_HEAD = replace(
    AUTHORISED,
    uid="kt",
    kind="KT",
    giver="chutich",
    taker="pct",
    document_types=frozenset(),
    fields=frozenset({"QP"}),
)


def check(form, signer, given=(), document_type="cong-van", field="KT", day=DAY):
    return rules.check_signer(
        form, signer, given, document_type=document_type, field=field, day=day
    )


@pytest.mark.parametrize(
    ("form", "signer", "given", "document", "basis"),
    [
        # a head signs everything, an acting one, too
        (Form.OWN, CHAIRMAN, (), ("quyet-dinh", ""), None),
        (Form.OWN, HEAD, (), ("cong-van", "TC"), None),
        (Form.OWN, replace(HEAD, acting=True), (), ("cong-van", "TC"), None),
        # KT.: the field that the deputy is in charge of, or an order of the head
        (Form.KT, VICE, (), ("quyet-dinh", "KT"), None),
        (Form.KT, VICE, (FOR_THE_HEAD,), ("quyet-dinh", "KT"), None),
        (Form.KT, VICE, (FOR_THE_HEAD,), ("quyet-dinh", "QP"), FOR_THE_HEAD),
        (Form.KT, DEPUTY, (), ("cong-van", "NV"), None),
        # TL.: the regulation; a deputy of the one whom it names
        (Form.TL, CHIEF, (BY_ORDER,), ("giay-moi", ""), BY_ORDER),
        (Form.TL, DEPUTY_CHIEF, (BY_ORDER,), ("cong-van", "KT"), BY_ORDER),
        # TUQ.
        (Form.TUQ, HEAD, (AUTHORISED,), ("cong-van", "NV"), AUTHORISED),
    ],
)
def test_who_may_sign_and_by_what(form, signer, given, document, basis):
    assert check(form, signer, given, *document) == basis


@pytest.mark.parametrize(
    ("form", "signer", "given", "document", "said"),
    [
        (Form.OWN, SPECIALIST, (), ("cong-van", "KT"), "neither head nor deputy"),
        (Form.OWN, VICE, (), ("quyet-dinh", "KT"), "is a deputy"),
        (Form.KT, CHAIRMAN, (), ("quyet-dinh", "KT"), "is the head"),
        (Form.KT, VICE, (), ("quyet-dinh", "VX"), "not in charge of the field VX"),
        (Form.KT, VICE, (), ("quyet-dinh", ""), "Give the field of the document"),
        (Form.KT, VICE, (FOR_THE_HEAD,), ("quyet-dinh", "VX"), "not in charge of the field VX"),
        (
            Form.KT,
            VICE,
            (replace(FOR_THE_HEAD, valid_to=date(2024, 8, 13)),),
            ("quyet-dinh", "QP"),
            "not in charge of the field QP",
        ),
        (Form.TL, CHIEF, (), ("cong-van", ""), "Nothing in writing lets"),
        (Form.TL, CHIEF, (BY_ORDER,), ("quyet-dinh", ""), "not for this type of document"),
        (Form.TL, HEAD, (BY_ORDER,), ("cong-van", ""), "Nothing in writing lets"),
        (Form.TL, DEPUTY_CHIEF, (BY_ORDER,), ("cong-van", "VX"), "not in charge of the field VX"),
        (Form.TL, DEPUTY_CHIEF, (), ("cong-van", "KT"), "Nothing in writing lets"),
    ],
)
def test_who_may_not(form, signer, given, document, said):
    with pytest.raises(RuleBroken) as caught:
        check(form, signer, given, *document)
    assert said in str(caught.value)
    assert caught.value.rule == "Nghị định 30/2020/NĐ-CP, Điều 13"
    assert caught.value.field == "signer"


@pytest.mark.parametrize(
    ("given", "document", "said"),
    [
        ((), ("cong-van", "NV"), "Nothing in writing lets Trưởng phòng Nội vụ sign TUQ."),
        (
            (replace(AUTHORISED, valid_to=date(2024, 8, 13)),),
            ("cong-van", "NV"),
            "holds 01/07/2024 – 13/08/2024, not on 14/08/2024",
        ),
        (
            (replace(AUTHORISED, valid_from=date(2024, 8, 15)),),
            ("cong-van", "NV"),
            "holds 15/08/2024 – 31/12/2024, not on 14/08/2024",
        ),
        (
            (replace(AUTHORISED, withdrawn_on=date(2024, 8, 14)),),
            ("cong-van", "NV"),
            "was withdrawn on 14/08/2024",
        ),
        ((AUTHORISED,), ("quyet-dinh", "NV"), "(01/07/2024 – 31/12/2024) is not for this type"),
        ((AUTHORISED,), ("cong-van", "KT"), "(01/07/2024 – 31/12/2024) is not for this type"),
        # passed on by somebody who holds one
        (
            (
                replace(AUTHORISED, giver="x", giver_title="Trưởng phòng X"),
                replace(AUTHORISED, taker="x"),
            ),
            ("cong-van", "NV"),
            "Trưởng phòng X may not pass the authorisation on",
        ),
    ],
)
def test_an_authorisation_holds_in_its_time_and_content_and_is_not_passed_on(given, document, said):
    with pytest.raises(RuleBroken) as caught:
        check(Form.TUQ, HEAD, given, *document)
    assert said in str(caught.value)


def test_a_deputy_does_not_sign_by_the_heads_authorisation():
    with pytest.raises(RuleBroken, match="Trưởng phòng Nội vụ may not pass the authorisation on"):
        check(Form.TUQ, DEPUTY, (AUTHORISED,), "cong-van", "NV")


def test_an_authorisation_that_holds_is_found_beside_those_that_do_not():
    old = replace(AUTHORISED, uid="old", valid_to=date(2024, 7, 31))
    other = replace(AUTHORISED, uid="other", fields=frozenset({"KT"}))
    assert check(Form.TUQ, HEAD, (old, other, AUTHORISED), field="NV") == AUTHORISED

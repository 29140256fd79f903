from vanphong.documents.rules import SECRECY
from vanphong.documents.rules import URGENCY
from vanphong.documents.rules import is_urgent
from vanphong.documents.rules import refuse_secret
from vanphong.documents.rules import secrecy_of
from vanphong.documents.rules import urgency_of
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
import pytest


def test_degrees_of_urgency():
    assert [(degree.number, degree.code) for degree in URGENCY] == [
        (0, "normal"),
        (1, "urgent"),
        (2, "very-urgent"),
        (3, "express"),
        (4, "express-timed"),
    ]
    assert [degree.stamp_mm for degree in URGENCY] == [None, (20, 8), (40, 8), (30, 8), (30, 8)]


@pytest.mark.parametrize("code", ["normal", "urgent", "very-urgent", "express", "express-timed"])
def test_only_normal_documents_may_wait(code):
    assert is_urgent(code) is (code != "normal")


@pytest.mark.parametrize("find", [urgency_of, secrecy_of])
@pytest.mark.parametrize("code", ["", "khẩn", "URGENT", "5"])
def test_unknown_degrees_name_the_known(find, code):
    with pytest.raises(InvalidInput, match=r"there are normal, "):
        find(code)


def test_normal_documents_pass():
    refuse_secret("normal")
    refuse_secret("normal", has_file=True, subject="V/v bảo vệ bí mật nhà nước")


@pytest.mark.parametrize("degree", SECRECY[1:])
@pytest.mark.parametrize(
    ("has_file", "subject", "kept"), [(False, "", False), (True, "", True), (False, "V/v", True)]
)
def test_secret_documents_are_refused_whatever_comes_with_them(degree, has_file, subject, kept):
    with pytest.raises(RuleBroken) as problem:
        refuse_secret(degree.code, has_file, subject)
    assert problem.value.rule == "Luật Bảo vệ bí mật nhà nước"
    assert degree.stamp in str(problem.value)
    assert "not entered on this network" in str(problem.value)
    assert ("Nothing was kept" in str(problem.value)) is kept
    assert "V/v" not in str(problem.value)


def test_stamps_of_secrecy():
    assert [degree.stamp for degree in SECRECY] == ["", "MẬT", "TỐI MẬT", "TUYỆT MẬT"]

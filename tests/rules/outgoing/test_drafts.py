"""Approvals bind to what was approved; a change loses them."""

from datetime import datetime
from vanphong.calendars.clock import TZ
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.outgoing.rules import CHECKLIST
from vanphong.outgoing.rules import Approval
from vanphong.outgoing.rules import Kind
from vanphong.outgoing.rules import Recipient
from vanphong.outgoing.rules import fingerprint
from vanphong.outgoing.rules import given
from vanphong.outgoing.rules import need_given
from vanphong.outgoing.rules import read_checklist
from vanphong.outgoing.rules import refuse_own
import pytest


NOON = datetime(2024, 8, 14, 12, tzinfo=TZ)
FIELDS = {"subject": "V/v", "recipients": (Recipient("Sở Nội vụ"),), "due": NOON}


def approval(kind, now):
    return Approval(kind, now, 1, "chutich", "Chủ tịch", NOON)


def test_the_same_has_the_same_fingerprint():
    assert fingerprint(["a", "b"], FIELDS) == fingerprint(
        ("a", "b"), dict(reversed(FIELDS.items()))
    )


@pytest.mark.parametrize(
    ("files", "fields"),
    [
        (["b", "a"], FIELDS),
        (["a"], FIELDS),
        (["a", "b"], FIELDS | {"subject": "V/v khác"}),
        (["a", "b"], FIELDS | {"recipients": (Recipient("Sở Nội vụ", copies=2),)}),
    ],
)
def test_any_change_has_another(files, fields):
    assert fingerprint(["a", "b"], FIELDS) != fingerprint(files, fields)


def test_an_approval_counts_for_what_was_approved():
    approvals = (approval(Kind.CONTENT, "old"), approval(Kind.CONTENT, "new"))
    assert given(approvals, Kind.CONTENT, "new") is approvals[1]
    assert given(approvals, Kind.FORM, "new") is None
    need_given(approvals, [Kind.CONTENT], "new")


@pytest.mark.parametrize(
    ("kind", "text", "article"),
    [
        (Kind.CONTENT, "given to another version", "Điều 11 khoản 2"),
        (Kind.FORM, "is missing", "Điều 12 khoản 2"),
        (Kind.APPROVE, "is missing", "Điều 11"),
        (Kind.SIGN, "is missing", "Điều 13"),
    ],
)
def test_what_is_missing_or_lost_is_named(kind, text, article):
    with pytest.raises(RuleBroken, match=text) as refusal:
        need_given((approval(Kind.CONTENT, "old"),), [kind], "new")
    assert refusal.value.rule.endswith(article)


@pytest.mark.parametrize("kind", [Kind.FORM, Kind.APPROVE, Kind.SIGN])
def test_nobody_vouches_for_their_own_draft(kind):
    with pytest.raises(NotAllowed, match="You drafted this document"):
        refuse_own("cv1", "cv1", kind)
    refuse_own("cv1", "chutich", kind)
    refuse_own("cv1", "cv1", Kind.CONTENT)


def test_every_line_of_the_checklist_is_answered():
    answers = {item.code: "yes" for item in CHECKLIST}
    answers["annexes"] = {"answer": "none", "note": "Không có phụ lục"}
    found = read_checklist(answers)
    assert [one.item for one in found] == [item.code for item in CHECKLIST]
    assert found[-1].note == "Không có phụ lục"


@pytest.mark.parametrize("raw", [None, {}, [], "yes", {CHECKLIST[0].code: "yes"}])
def test_an_open_line_is_refused(raw):
    with pytest.raises(RuleBroken, match="Answer every line") as refusal:
        read_checklist(raw)
    assert refusal.value.rule


@pytest.mark.parametrize("no", ["no", ["yes"], {"answer": "no"}, 5])
def test_a_no_means_sending_back(no):
    answers = {item.code: "yes" for item in CHECKLIST} | {"subject": no}
    with pytest.raises(RuleBroken, match="send the draft back"):
        read_checklist(answers)

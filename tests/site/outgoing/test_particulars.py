"""Fields of invitations, minutes and decisions on a draft, over every way to it."""

from tests.outgoing_office import DRAFTER
from vanphong.documents import searched
from vanphong.errors import RuleBroken
from vanphong.outgoing.lettering import letter_of
from vanphong.outgoing.rules import particulars
from vanphong.outgoing.services.shown import shown
import pytest


MEETING = {
    "starts_at": "08:00 19/08/2024",
    "ends_at": "11:00 19/08/2024",
    "place": "Hội trường tầng 2",
    "chairs": "Ông Nguyễn Minh Đức",
}


def test_an_invitation_keeps_what_it_invites_to(out, request_):
    document = out.draft(document_type="giay-moi", particulars=MEETING)
    assert document.particulars.place == "Hội trường tầng 2"
    assert shown(document, request_)["particulars"]["starts_at"] == ("2024-08-19T08:00:00+07:00")
    letter = letter_of(document)
    assert letter.event.place == "Hội trường tầng 2"
    assert document.subject.endswith(letter.event.occasion)
    assert "Hội trường tầng 2" in searched.fields(document)[-1]


def test_it_is_submitted_when_it_says_when_and_where(out):
    document = out.draft(document_type="giay-moi", particulars={"place": "Hội trường"})
    with pytest.raises(RuleBroken, match="asks for it") as problem:
        out.do("submit", document, DRAFTER)
    assert problem.value.field == "starts_at"
    out.do("edit_draft", document, DRAFTER, {"particulars": {"starts_at": "08:00 19/08/2024"}})
    assert document.particulars.place == "Hội trường"
    out.do("submit", document, DRAFTER)


def test_a_changed_hour_is_to_be_approved_anew(out):
    document = out.draft(document_type="giay-moi", particulars=MEETING)
    before = document.versions[-1].fingerprint
    out.do("edit_draft", document, DRAFTER, {"particulars": {"ends_at": "12:00 19/08/2024"}})
    assert document.versions[-1].fingerprint != before


def test_a_decision_that_encloses_another_document(out):
    document = out.draft(
        document_type="quyet-dinh",
        particulars={
            "decides": "enclosing",
            "enclosed_type": "Quy chế",
            "enclosed_subject": "Làm việc của Ban Tổ chức",
            "articles": "Ban hành kèm theo Quyết định này Quy chế làm việc",
        },
    )
    letter = letter_of(document)
    assert letter.enclosed.type_name == "Quy chế"
    assert letter.text.startswith("Điều 1. Ban hành")


def test_another_type_has_other_fields(out):
    document = out.draft(document_type="giay-moi", particulars=MEETING)
    out.do("edit_draft", document, DRAFTER, {"document_type": "cong-van"})
    assert document.particulars is None
    assert particulars.told(document.document_type, document.particulars) is None

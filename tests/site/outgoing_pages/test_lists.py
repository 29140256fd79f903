"""Lists of outgoing documents, the desktop and the dispatch register: who sees what, and bulk."""

from plone import api
from vanphong.errors import NotAllowed
import pytest


DRAFTER, HEAD, CLERK = "cv1-vhtt", "truongphong-vhtt", "vanthu"
LIST = "outgoing-documents"


def state(document):
    return api.content.get_state(document)


def test_each_tab_shows_the_documents_that_stand_there(out, page, portal):
    drafted, submitted = out.draft(), out.submitted()
    signed, issued = out.signed(), out.issued()
    for box, document in (
        ("drafts", drafted),
        ("submitted", submitted),
        ("signed", signed),
        ("issued", issued),
    ):
        answer = page(portal, LIST, DRAFTER, box=box)
        assert document.subject in answer.text, box
        others = {drafted, submitted, signed, issued} - {document}
        assert not any(other.subject in answer.text for other in others), box


def test_what_waits_for_me_is_what_lies_with_me(out, page, portal):
    document = out.submitted()
    assert document.subject in page(portal, LIST, HEAD, box="mine").text
    assert document.subject not in page(portal, LIST, DRAFTER, box="mine").text


@pytest.mark.parametrize("user", [CLERK, "truongphong-noivu", "cv1-noivu", "admin"])
def test_a_draft_is_not_listed_for_others(out, page, portal, user):
    document = out.draft()
    assert document.subject not in page(portal, LIST, user).text


def test_the_clerk_sees_it_from_the_signature_on(out, page, portal):
    signed = out.signed()
    answer = page(portal, LIST, CLERK, box="signed")
    assert signed.subject in answer.text
    assert 'value="number"' in answer.html


def test_numbers_are_the_clerks_affair(out, page, portal):
    out.signed()
    assert 'value="number"' not in page(portal, LIST, DRAFTER, box="signed").html


def test_several_are_submitted_at_once_and_the_refused_one_stays(out, page, portal):
    first, second = out.draft(), out.draft()
    sent = out.submitted()
    uids = [one.UID() for one in (first, second, sent)]
    answer = page(portal, LIST, DRAFTER, post=True, act="submit", ids=uids)
    assert [state(one) for one in (first, second)] == ["unit_review"] * 2
    assert sent.subject in answer.text  # named with the reason
    assert state(sent) == "unit_review"


def test_nobody_does_in_bulk_what_is_not_theirs(out, page, portal):
    document = out.submitted()
    answer = page(portal, LIST, DRAFTER, post=True, act="check_content", ids=[document.UID()])
    assert state(document) == "unit_review"
    assert document.subject in answer.text


@pytest.mark.parametrize("form", [{"act": "erase", "ids": ["x"]}, {"act": "submit"}])
def test_a_wrong_choice_is_told(out, page, portal, form):
    document = out.draft()
    answer = page(portal, LIST, DRAFTER, post=True, **form)
    assert state(document) == "draft"
    assert 'role="alert"' in answer.html


def test_the_list_is_narrowed_by_words_and_what_cannot_be_read_is_told(out, page, portal):
    one, other = out.draft(subject="V/v lễ hội mùa thu"), out.draft()
    answer = page(portal, LIST, DRAFTER, q="le hoi", since="32/13/2024")
    assert one.subject in answer.text
    assert other.subject not in answer.text
    assert "32/13/2024" in answer.text


def test_the_desktop_names_the_act_that_is_asked_for(out, page, portal):
    document = out.submitted()
    answer = page(portal, "desktop", HEAD, box="review")
    assert document.subject in answer.text
    assert "Duyệt nội dung" in answer.text
    row = answer.html[answer.html.index(document.subject) - 1200 :][:1200]
    assert 'name="ids"' not in row  # it is not finished from the list


def test_the_division_receives_its_letters_in_its_own_list(out, page, portal, unit):
    document = out.issued(recipients=[{"unit": unit("noivu").UID(), "purpose": "act"}])
    answer = page(portal, "incoming-documents", "vanthu-noivu", body=unit("noivu").UID())
    assert document.subject in answer.text
    assert (
        document.subject
        not in page(portal, "incoming-documents", "vanthu-vhtt", body=unit("vhtt").UID()).text
    )


def test_the_dispatch_register_holds_what_went_on_paper(out, page, body):
    recipients = [
        {"name": "Bưu điện tỉnh An Bình", "channel": "paper", "copies": 2},
        {"name": "Sở Nội vụ", "channel": "email"},
    ]
    document = out.issued(recipients=recipients)
    answer = page(body, "dispatch-register", CLERK)
    assert "Bưu điện tỉnh An Bình" in answer.text
    assert document.symbol in answer.text
    assert "Sở Nội vụ" not in answer.text
    empty = page(body, "dispatch-register", CLERK, since="1/1/2023", until="31/1/2023")
    assert document.symbol not in empty.text


def test_the_dispatch_register_is_for_the_records_office(out, page, body):
    with pytest.raises(NotAllowed):
        page(body, "dispatch-register", DRAFTER)

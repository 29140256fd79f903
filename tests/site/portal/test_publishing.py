"""Who publishes what, with what, and how it is taken back."""

from datetime import date
from tests.office import as_user
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import audit
from vanphong.ledger import notices
from vanphong.ledger import publications as ledger
from vanphong.ledger.rebuild import check
from vanphong.organisation import people
from vanphong.portal import actions
from vanphong.portal import publications
from vanphong.portal.rules import State
import pytest


MAY = ("truongphong-vhtt", "pho-vhtt", "vanthu", "chanhvp")
MAY_NOT = (
    "cv1-vhtt",
    "vanthu-vhtt",
    "truongphong-noivu",
    "chutich-anlac",
    "vanthu-anlac",
    "admin",
    "",
)


@pytest.mark.parametrize("user", MAY)
def test_heads_publish_for_their_unit_and_the_office_for_the_body(publish, user):
    found = publish(user=user)
    assert found.state == State.PUBLISHED
    assert publications.is_public(found)


@pytest.mark.parametrize("user", MAY_NOT)
def test_nobody_else_publishes(publish, out, user):
    document = out.issued()
    with pytest.raises(NotAllowed):
        publish(document, user=user)
    assert publications.of_document(document.UID()) is None


@pytest.mark.parametrize("user", MAY_NOT)
def test_nobody_else_changes_or_withdraws(publish, user):
    found = publish()
    with as_user(user):
        with pytest.raises(NotAllowed):
            actions.unpublish(found, reason="x")
        with pytest.raises(NotAllowed):
            actions.change_publication(found, summary="x")
    assert found.state == State.PUBLISHED


def test_a_publication_refers_to_the_files_and_copies_none(publish, out):
    document = out.issued()
    found = publish(document)
    assert publications.files(found) == [document.attachments[0]]
    assert found.getId() == f"{document.code:02}-ubnd-vx-2024"
    assert found.document_uid == document.UID()


def test_only_files_of_the_document_are_shown(publish, out):
    document = out.issued()
    with pytest.raises(InvalidInput, match="no such file"):
        publish(document, files=["khong-co"])


@pytest.mark.parametrize("circulation", ["internal", "return"])
def test_what_circulates_inside_is_not_published(publish, out, circulation):
    with pytest.raises(RuleBroken):
        publish(out.issued(circulation=circulation))


def test_what_is_not_issued_is_not_published(publish, out):
    with pytest.raises(RuleBroken):
        publish(out.sealed(), user="vanthu")


def test_published_twice_is_refused_and_again_after_withdrawal_has_the_same_address(publish, out):
    document = out.issued()
    found = publish(document)
    with pytest.raises(Conflict):
        publish(document)
    with as_user("truongphong-vhtt"):
        actions.unpublish(found, reason="Đăng nhầm.")
    assert not publications.is_public(found)
    assert publish(document).absolute_url() == found.absolute_url()
    assert publications.is_public(found)


def test_withdrawing_keeps_the_record(publish):
    found = publish()
    with as_user("chanhvp"):
        actions.unpublish(found, reason="Đăng nhầm.")
    assert found.__parent__[found.getId()].reason == "Đăng nhầm."
    assert found.withdrawn_by_title
    assert ledger.of_document(found.document_uid)["state"] == "withdrawn"
    acts = [row["act"] for row in audit.history(found.UID())]
    assert "unpublish" in acts


def test_a_recall_takes_it_back(publish, out):
    document = out.issued()
    found = publish(document)
    out.do("recall", document, "vanthu", reason="Sai số liệu.")
    assert found.state == State.WITHDRAWN
    assert not publications.is_public(found)


def test_review_where_the_administrator_wants_it(publish, reviewed):
    found = publish()
    assert (found.state, publications.is_public(found)) == (State.WAITING, False)
    with as_user("truongphong-vhtt"), pytest.raises(NotAllowed):
        actions.approve_publication(found)
    office = found.absolute_url()
    with as_user("chanhvp"):
        told = notices.waiting(people.me().tokens)
        assert any(office.rpartition("/")[2] in row["url"] for row in told)
        actions.approve_publication(found)
    assert publications.is_public(found)
    with pytest.raises(Conflict), as_user("chanhvp"):
        actions.approve_publication(found)


def test_a_review_may_send_it_back_with_a_reason(publish, reviewed):
    found = publish()
    with as_user("chanhvp"):
        actions.approve_publication(found, accept=False, reason="Thiếu phụ lục.")
    assert (found.state, found.reason) == (State.WITHDRAWN, "Thiếu phụ lục.")


def test_the_office_needs_no_review(publish, reviewed):
    assert publish(user="chanhvp").state == State.PUBLISHED


def test_shown_from_day_to_day(publish):
    found = publish(published_on=date(2024, 8, 20), expires_on=date(2024, 8, 25))
    seen = {}
    for day in (14, 19, 20, 25, 26):
        clock.freeze(clock.now().replace(day=day))
        rows = ledger.newest(clock.today(), 50)
        seen[day] = found.UID() in {row["uid"] for row in rows}
        assert publications.is_public(found) is seen[day]
    assert seen == {14: False, 19: False, 20: True, 25: True, 26: False}


def test_links_into_this_site_are_looked_up(publish, portal):
    hidden = publish(published_on=date(2024, 8, 20))
    shown = publish()
    for target in (
        hidden.absolute_url(),
        "/van-ban",
        "/khong-co",
        f"{portal.absolute_url()}/to-chuc",
    ):
        with pytest.raises(InvalidInput, match="leads to no page"):
            publish(links=f"x | {target}")
    found = publish(links=f"A | {shown.absolute_url()}\nB | /@@published\nC | https://vbpl.vn/x")
    assert [one.title for one in found.links] == ["A", "B", "C"]


def test_the_rows_follow_from_content(publish):
    found = publish(summary="Tóm tắt")
    assert [one for one in check([found]) if found.UID() in str(one)] == []

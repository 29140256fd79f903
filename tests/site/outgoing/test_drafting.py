"""Drafts: who begins them, what they may say, and how they change."""

from tests.office import as_user
from tests.outgoing_office import DRAFTER
from tests.outgoing_office import HEAD
from tests.outgoing_office import file
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import links as ledger_links
from vanphong.outgoing import flows
from vanphong.outgoing import links
from vanphong.outgoing import replies
from vanphong.outgoing import versions
import pytest


def test_a_draft_knows_its_unit_and_its_issuer(out, office, body):
    draft = out.draft()
    assert (draft.drafter, draft.drafting_unit) == (DRAFTER, office.uid("vhtt"))
    assert (draft.body_uid, draft.organ_name) == (body.UID(), body.title)
    assert [one.number for one in draft.versions] == [1]
    assert draft.attachments == draft.versions[0].files


def test_a_unit_with_a_seal_issues_in_its_own_name(out, office):
    draft = out.draft(signed_by="unit")
    assert (draft.body_uid, draft.organ_name) == (office.uid("vhtt"), office.unit("vhtt").title)
    out.submitted(draft)
    out.do("check_content", draft, HEAD)
    out.do("sign", draft, HEAD)
    out.do("number", draft, "vanthu-vhtt")
    assert draft.symbol == "01/VHTT-VX"


def test_a_unit_without_a_seal_does_not(out):
    with pytest.raises(RuleBroken, match="no seal of its own"):
        out.draft(by="pct-vanxa", unit="bcd-cds", signed_by="unit")


@pytest.mark.parametrize("user", ["cv1-noivu", "vanthu", "chutich", "admin", ""])
def test_only_its_people_draft_for_a_unit(out, user):
    with pytest.raises(NotAllowed):
        out.draft(by=user)


@pytest.mark.parametrize(
    ("values", "refusal", "field"),
    [
        ({"subject": ""}, InvalidInput, "subject"),
        ({"document_type": "khong-co"}, InvalidInput, "document_type"),
        ({"secrecy": "secret"}, RuleBroken, "secrecy"),
        ({"circulation": "everywhere"}, InvalidInput, "circulation"),
        ({"signing_form": "TM"}, InvalidInput, "signing_form"),
        ({"recipients": [{"unit": "gone"}]}, RuleBroken, "recipients"),
        ({"recipients": [{"name": "Sở", "purpose": "x"}]}, InvalidInput, "recipients"),
        ({"consulted": ["gone"]}, RuleBroken, "consulted"),
        ({"consulted": "gone"}, InvalidInput, "consulted"),
        ({"legal_bases": [1]}, InvalidInput, "legal_bases"),
    ],
)
def test_what_a_draft_cannot_say(out, values, refusal, field):
    with pytest.raises(refusal) as found:
        out.draft(**values)
    assert found.value.field == field


def test_number_date_and_issuer_are_not_typed(out, body):
    draft = out.draft(symbol="9/UBND-VX", issued_date="2024-08-01", organ_name="Sở Nội vụ")
    assert (draft.symbol, draft.issued_date, draft.organ_name) == ("", None, body.title)


def test_a_change_loses_what_was_approved(out):
    draft = out.checked()
    out.do("send_back", draft, out.holder(draft), reason="Sửa trích yếu.", to="draft")
    assert versions.valid_approvals(draft)
    out.do("edit_draft", draft, DRAFTER, {"subject": "V/v trích yếu đã sửa"})
    assert versions.valid_approvals(draft) == ()
    assert draft.versions[-1].fingerprint == versions.fingerprint(draft)


def test_a_new_version_loses_what_was_approved(out):
    draft = out.checked()
    out.do("send_back", draft, out.holder(draft), reason="Sửa nội dung.", to="draft")
    out.do("add_version", draft, DRAFTER, [file()], note="Đã tiếp thu.")
    assert [one.number for one in draft.versions] == [1, 2]
    assert versions.valid_approvals(draft) == ()
    out.submitted(draft)
    assert out.holder(draft) == HEAD  # every check anew


def test_a_version_has_a_file(out):
    with pytest.raises(RuleBroken, match="has a file"):
        out.do("add_version", out.draft(), DRAFTER, [])


@pytest.mark.parametrize("stage", ["checked", "approved", "signed", "numbered", "issued"])
@pytest.mark.parametrize("act", ["edit_draft", "add_version"])
def test_what_is_on_its_way_is_not_edited(out, stage, act):
    document = getattr(out, stage)()
    given = {"subject": "V/v khác"} if act == "edit_draft" else [file()]
    with pytest.raises(Conflict):
        out.do(act, document, DRAFTER, given)


def test_the_head_may_change_what_lies_with_the_head(out):
    draft = out.submitted()
    out.do("add_version", draft, HEAD, [file()], note="Trưởng phòng sửa.")
    out.do("check_content", draft, HEAD)
    assert [one.version for one in versions.valid_approvals(draft)] == [2]


def test_comments_stay_with_their_version(out):
    draft = out.submitted()
    out.do("comment", draft, HEAD, "Bổ sung số liệu quý II.")
    out.do("send_back", draft, HEAD, reason="Bổ sung số liệu.")
    out.do("add_version", draft, DRAFTER, [file()])
    assert [one.text for one in draft.versions[0].comments] == ["Bổ sung số liệu quý II."]
    assert draft.versions[1].comments == ()
    with pytest.raises(InvalidInput):
        out.do("comment", draft, DRAFTER, "Lời bàn", version=7)
    with pytest.raises(RuleBroken):
        out.do("comment", draft, DRAFTER, "  ")


# answering


@pytest.fixture
def letter(document):
    return document("1210/UBND-VX")


def test_a_reply_begins_with_what_it_answers(letter, unit, office):
    found = replies.suggest_reply(letter, unit("vhtt"))
    assert found["subject"].startswith("V/v")
    assert [one.name for one in found["recipients"]] == [letter.organ_name]
    assert found["legal_bases"][0].startswith("1210/UBND-VX ngày")
    assert found["archive_note"] == "Lưu: VT, VHTT"
    assert found["reply_to"] == letter.UID()


@pytest.fixture
def handled(office):
    """A letter that cv1-vhtt handles."""
    return office.assigned()


def reply(out, handled, by=DRAFTER, **more):
    return out.draft(by=by, reply_to=handled.UID(), **more)


def test_a_second_answer_is_refused(out, handled):
    reply(out, handled)
    with pytest.raises(Conflict, match="being drafted already") as refusal:
        reply(out, handled)
    assert refusal.value.field == "reply_to"


def test_a_reason_is_the_heads_to_give(out, handled):
    reply(out, handled)
    with pytest.raises(RuleBroken, match="Only the head"):
        reply(out, handled, overlap_reason="Hai nội dung khác nhau.")
    second = reply(out, handled, by=HEAD, overlap_reason="Hai nội dung khác nhau.")
    assert second.overlap_reason == "Hai nội dung khác nhau."
    out.do("submit", second, HEAD)


def test_an_answer_given_up_makes_room(out, handled):
    first = reply(out, handled)
    out.do("cancel", first, DRAFTER, reason="Không cần trả lời.")
    assert reply(out, handled).reply_to == handled.UID()


def test_who_may_not_read_a_letter_does_not_answer_it(out, office, unit):
    secret = office.register()
    with pytest.raises(NotAllowed):
        out.draft(reply_to=secret.UID())
    with pytest.raises(InvalidInput):
        out.draft(reply_to="gone")


def test_issuing_the_answer_writes_its_symbol(out, office, handled):
    document = out.all_the_way(reply(out, handled))
    assert handled.replies == ((document.symbol, document.UID()),)
    with as_user(DRAFTER):
        offer = replies.finish_offer(document)
    assert (offer.step, document.symbol in offer.result) == (
        office.step(handled, "lead").uid,
        True,
    )
    with as_user("vanthu"):
        assert replies.finish_offer(document) is None


# the same, and what is named


def test_nearly_the_same_subject_warns(out, unit):
    draft = out.draft(subject="V/v báo cáo kết quả chuyển đổi số quý II năm 2024")
    found = flows.similar(unit("noivu"), "Báo cáo kết quả chuyển đổi số quý II năm 2024")
    assert [one["uid"] for one in found] == [draft.UID()]
    assert flows.similar(unit("noivu"), draft.subject, draft.UID()) == []


def test_a_symbol_becomes_a_link_for_who_may_read_it(out, handled, office):
    draft = out.draft(related=[f"Văn bản {handled.symbol} ngày 12/8/2024"])
    assert draft.related[0].uid == handled.UID()
    other = out.draft(by="cv1-noivu", unit="noivu", related=[handled.symbol])
    assert other.related[0].uid == ""
    assert [one.uid for one in links.of(draft)] == [handled.UID()]
    (row,) = ledger_links.pointing_at(handled.UID(), "related")
    assert row["document_uid"] == draft.UID()

"""Guards that hold whatever a template or a workflow says, through the acts."""

from datetime import date
from datetime import timedelta
from plone.dexterity.utils import createContent
from tests.office import as_user
from tests.outgoing_office import CHECKED
from tests.outgoing_office import CLERK
from tests.outgoing_office import DRAFTER
from tests.outgoing_office import HEAD
from tests.outgoing_office import file
from tests.outgoing_office import pdf
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.incoming import actions as incoming
from vanphong.ledger import access
from vanphong.ledger import audit
from vanphong.ledger import entries
from vanphong.outgoing import actions as outgoing
from vanphong.outgoing import deliveries
from vanphong.outgoing import links
from vanphong.outgoing import versions
import pytest


def refused(out, act, document, by, *args, **more):
    """The refusal of an act, which leaves a line."""
    with pytest.raises(OfficeError) as found:
        out.do(act, document, by, *args, **more)
    line = audit.history(document.UID())[-1]
    assert (line["outcome"], line["act"], line["user_id"]) == ("refused", act, by)
    assert line["rule"] == found.value.rule
    return found.value


NEXT = {
    "draft": ("check_content", HEAD, ()),
    "submitted": ("appraise", "cv-tonghop-vx", (CHECKED,)),
    "checked": ("sign", "pct-vanxa", ()),
    "approved": ("number", CLERK, ()),
    "signed": ("seal", CLERK, ()),
    "numbered": ("recall", CLERK, ()),
}


@pytest.mark.parametrize("stage", NEXT)
def test_no_stage_is_skipped(out, stage):
    act, by, args = NEXT[stage]
    document = getattr(out, stage)()
    more = {"reason": "Sai sót."} if act == "recall" else {}
    found = refused(out, act, document, by, *args, **more)
    assert isinstance(found, Conflict | NotAllowed)


@pytest.mark.parametrize("to", [["truongphong-vhtt", "chutich"], ["chutich"], ["pct-vanxa"]])
def test_a_submission_goes_to_one_person_whom_the_route_names(out, to):
    found = refused(out, "submit", out.draft(), DRAFTER, to=to)
    assert isinstance(found, RuleBroken)
    assert "Điều 12" in found.rule


@pytest.mark.parametrize("missing", ["files", "recipients"])
def test_what_lacks_text_or_recipients_is_not_submitted(out, missing):
    draft = out.draft(files=[]) if missing == "files" else out.draft(recipients=[])
    found = refused(out, "submit", draft, DRAFTER)
    assert found.field == missing


def test_it_lies_with_one_person(out, office):
    draft = out.submitted()
    found = refused(out, "check_content", draft, "pho-vhtt")
    assert found.kind == "not-allowed"


def test_an_unanswered_checklist_is_refused(out):
    draft = out.checked()
    found = refused(out, "appraise", draft, out.holder(draft), {})
    assert (found.field, found.kind) == ("checklist", "rule")


def test_the_drafter_appraises_and_signs_nothing_of_their_own(out, office):
    draft = out.draft(by="pct-vanxa", unit="ubnd")
    with pytest.raises(OfficeError):
        out.do("submit", draft, "pct-vanxa")
        while out.running(draft).action != "sign":
            step = {"review": "check_content", "appraise": "appraise"}[out.running(draft).action]
            args = (CHECKED,) if step == "appraise" else ()
            out.do(step, draft, out.holder(draft), *args)
        out.do("sign", draft, "pct-vanxa")


def test_what_has_changed_since_is_not_signed(out):
    draft = out.approved()
    draft.subject = "V/v sửa ngoài luồng"
    found = refused(out, "sign", draft, out.holder(draft))
    assert found.rule.endswith("Điều 11 khoản 2")


def test_what_has_changed_since_is_not_numbered(out):
    draft = out.signed()
    draft.versions[-1].files = (file(),)
    found = refused(out, "number", draft, CLERK)
    assert found.rule.endswith("Điều 11 khoản 2")


def test_what_is_not_signed_is_not_numbered(out):
    draft = out.signed()
    draft.signed_on = None
    assert "Điều 15" in refused(out, "number", draft, CLERK).rule


@pytest.mark.parametrize("act", ["number", "seal", "issue"])
@pytest.mark.parametrize("user", ["chanhvp", "chutich", DRAFTER, HEAD, "vanthu-vhtt", "admin"])
def test_number_seal_and_issue_are_the_clerks(out, act, user):
    document = out.signed() if act == "number" else out.sealed()
    found = refused(out, act, document, user)
    assert found.kind == "not-allowed"


def test_a_clerks_permission_alone_is_not_enough(out, office):
    document = out.signed()
    document.manage_permission("vanphong: Number Document", ["Drafter"], acquire=False)
    found = refused(out, "number", document, DRAFTER)
    assert "Điều 32" in found.rule


def test_numbers_are_given_once_and_in_the_order_of_dates(out):
    first = out.numbered()
    assert isinstance(refused(out, "number", first, CLERK), Conflict)
    second = out.signed()
    yesterday = date(2024, 8, 13)
    second.signed_on = yesterday
    found = refused(out, "number", second, CLERK, issued_date=yesterday)
    assert (found.field, found.kind) == ("issued_date", "rule")
    assert refused(out, "number", second, CLERK, issued_date=date(2024, 8, 15)).kind == "rule"
    out.numbered(second)
    assert second.code == first.code + 1


def test_numbers_have_no_gaps(out, office):
    documents = [out.signed() for _each in range(4)]
    out.do("number", documents[0], CLERK)
    refused(out, "number", documents[1], CLERK, issued_date=date(2024, 8, 1))
    for document in documents[1:]:
        out.do("number", document, CLERK)
    assert [one.code - documents[0].code for one in documents] == [0, 1, 2, 3]


def test_a_number_given_up_stays_void(out, office):
    first = out.numbered()
    out.do("cancel", first, CLERK, reason="Không ban hành nữa.")
    assert office.stage(first) == "cancelled"
    number = first.code
    assert out.numbered().code == number + 1
    rows = entries.entries(first.register_uid, first.period).rows[:2]
    assert [(row["number"], row["void_reason"]) for row in rows] == [
        (number + 1, ""),
        (number, "Không ban hành nữa."),
    ]


def test_types_with_a_register_of_their_own(out, office, body):
    book = createContent(
        "Register",
        title="Sổ quyết định",
        direction="out",
        period="2024",
        document_types=["quyet-dinh"],
        symbol_pattern="{type}-{body}",
    )
    book.id = "so-qd-2024"
    body._setObject(book.id, book)
    assert out.numbered(document_type="quyet-dinh").symbol == "01/QĐ-UBND"
    letter = out.numbered()
    assert letter.symbol == f"{letter.label}/UBND-VX"
    notice = out.numbered(document_type="thong-bao")
    assert (notice.code, notice.code_notation) == (letter.code + 1, "TB-UBND")


# the signature


def test_a_signature_on_paper_is_recorded_with_its_scan(out, office):
    draft = out.approved()
    signer = out.holder(draft)
    out.do("record_signature", draft, CLERK, [pdf()], signed_on=date(2024, 8, 14))
    approval = versions.valid_approvals(draft)[-1]
    assert (approval.kind, approval.by, approval.entered_by) == ("sign", signer, CLERK)
    assert draft.attachments[0].content_type == "application/pdf"
    assert office.stage(draft) == "signed"
    line = audit.history(draft.UID())[-1]
    assert (line["user_id"], line["act"]) == (CLERK, "record_signature")
    assert line["on_behalf_of"]


def test_a_scan_may_follow_the_signature(out, office):
    draft = out.signed()
    assert out.do("record_signature", draft, CLERK, [pdf()]) is None
    assert len([one for one in draft.approvals if one.kind == "sign"]) == 1


def test_without_a_scan_or_an_approval_nothing_is_recorded(out):
    assert refused(out, "record_signature", out.approved(), CLERK, []).field == "files"
    found = refused(out, "record_signature", out.appraised(), CLERK, [pdf()])
    assert "Điều 11" in found.rule


@pytest.mark.parametrize("day", [date(2024, 8, 13), date(2024, 8, 15)])
def test_a_signature_has_a_possible_day(out, day):
    found = refused(out, "record_signature", out.approved(), CLERK, [pdf()], signed_on=day)
    assert found.field == "signed_on"


def test_the_signers_lines_stand_on_the_document(out):
    signed = out.signed()
    assert signed.signer_lines == (
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
    )
    assert signed.signer_position == "Phó Chủ tịch UBND huyện"


def test_the_form_of_signing_is_checked_before_it_is_submitted(out):
    found = refused(out, "submit", out.draft(signing_form="TUQ"), DRAFTER)
    assert (found.field, found.kind) == ("signer", "rule")
    assert "Điều 13" in found.rule


def test_printing_for_signature_is_for_what_is_approved(out):
    assert isinstance(refused(out, "print_for_signature", out.checked(), DRAFTER), Conflict)
    assert refused(out, "print_for_signature", out.appraised(), DRAFTER).kind == "rule"
    draft = out.approved()
    out.do("print_for_signature", draft, CLERK)
    assert audit.history(draft.UID())[-1]["act"] == "print_for_signature"


# back and forth


def test_sending_back_names_a_reason_and_a_step_that_the_route_allows(out, office):
    draft = out.checked()
    holder = out.holder(draft)
    assert refused(out, "send_back", draft, holder, reason=" ").field == "reason"
    assert refused(out, "send_back", draft, holder, reason="Sai.", to="sign").kind == "rule"
    out.do("send_back", draft, holder, reason="Sai thể thức.")
    assert out.holder(draft) in (HEAD, DRAFTER)


def test_the_drafter_takes_back_what_nobody_has_opened(out, office):
    draft = out.submitted()
    out.do("withdraw", draft, DRAFTER)
    assert office.stage(draft) == "draft"
    out.submitted(draft)
    clock.advance(timedelta(minutes=1))
    access.seen(draft.UID(), HEAD, frozenset({HEAD}))
    assert isinstance(refused(out, "withdraw", draft, DRAFTER), Conflict)


def test_opinions_are_asked_side_by_side(out, office):
    draft = out.draft()
    asked = [office.uid("noivu"), "chanhvp"]
    out.do("ask_opinions", draft, DRAFTER, asked, text="Xin ý kiến dự thảo.")
    assert office.stage(draft) == "consulting"
    out.do("give_opinion", draft, "vanthu-noivu", "Nhất trí với dự thảo.")
    assert office.stage(draft) == "consulting"
    out.do("give_opinion", draft, "chanhvp", "Bổ sung căn cứ.")
    assert office.stage(draft) == "draft"
    assert [one.text for one in draft.versions[0].comments] == [
        "Nhất trí với dự thảo.",
        "Bổ sung căn cứ.",
    ]
    assert refused(out, "give_opinion", draft, "cv1-noivu", "Tôi nữa.").kind == "not-allowed"
    assert isinstance(refused(out, "ask_opinions", draft, DRAFTER, ["gone"]), RuleBroken)


# issue, recall, amend, copy


def test_what_is_missing_for_the_issue_is_named(out):
    assert refused(out, "issue", out.numbered(), CLERK, [pdf()]).field == "sealed"
    assert refused(out, "issue", out.sealed(), CLERK).field == "files"
    assert refused(out, "issue", out.sealed(), CLERK, [file()]).field == "files"
    out.do("issue", out.numbered(), CLERK, [pdf()], sealed=True)


def test_a_recipient_that_has_gone_stops_the_issue(out, office):
    document = out.sealed(recipients=[{"unit": office.uid("yte")}])
    office.unit("yte").valid_to = date(2024, 8, 1)
    found = refused(out, "issue", document, CLERK, [pdf()])
    assert (found.field, found.kind) == ("recipients", "rule")


def test_a_recall_reaches_every_recipient(out, office):
    document = out.issued(recipients=[{"group": "divisions"}, {"group": "communes"}, "Sở Nội vụ"])
    assert len(document.deliveries) == 11 + 17 + 1
    got = [links.document(one.incoming_uid) for one in deliveries.of(document) if one.incoming_uid]
    with as_user("vanthu-noivu"):
        mine = next(one for one in got if one.body_uid == office.uid("noivu"))
        incoming.register(mine, {}, present_to="truongphong-noivu")
    out.do("recall", document, CLERK, reason="Sai số liệu.")
    assert office.stage(document) == "recalled"
    assert {one.state for one in deliveries.of(document)} == {"recalled"}
    assert {office.stage(one) for one in got} == {"recalled"}
    assert {one.recall_reason for one in got} == {"Sai số liệu."}
    assert not any(step.awaits for step in office.sheet(mine))
    assert mine.label == "01"  # its particulars stay
    for act, args in (("edit_draft", ({},)), ("issue", ()), ("correct_issued", ({},))):
        refused(out, act, document, CLERK, *args)


def test_what_a_recipient_has_finished_is_not_recalled(out, office):
    document = out.issued(recipients=[{"unit": office.uid("noivu")}])
    deliveries.of(document)[0].state = "done"
    assert isinstance(refused(out, "recall", document, CLERK, reason="Sai."), Conflict)


def test_a_correction_is_told_to_the_recipients(out, office):
    document = out.issued(recipients=[{"unit": office.uid("noivu")}])
    for act in ("correct_issued", "replace_issued"):
        draft = out.do(act, document, DRAFTER, {})
        assert draft.recipients == document.recipients
        assert isinstance(refused(out, act, document, DRAFTER, {}), Conflict)
        out.do("add_version", draft, DRAFTER, [file()])
        out.all_the_way(draft)
    assert [kind for _uid, _symbol, kind in document.amended_by] == ["corrects", "replaces"]
    got = links.document(deliveries.of(document)[0].incoming_uid)
    assert "đính chính" in got.sender_notes[0].text
    assert "thay thế" in got.sender_notes[1].text


def test_copies_share_one_series(out, document):
    letter = document("1210/UBND-VX")
    first = out.do("make_copy", out.issued(), CLERK, "ban-sao-y")
    second = out.do("make_copy", letter, CLERK, "ban-trich-sao", excerpt="Mục 2.")
    third = out.do("make_copy", letter, CLERK, "ban-sao-luc", amount=3)
    assert [one.symbol for one in (first, second, third)] == [
        "01/SY-UBND",
        "02/TrS-UBND",
        "03/SL-UBND",
    ]
    assert refused(out, "make_copy", letter, CLERK, "ban-trich-sao").field == "excerpt"
    assert isinstance(refused(out, "make_copy", letter, CLERK, "ban-photo"), InvalidInput)
    assert refused(out, "make_copy", letter, DRAFTER, "ban-sao-y").kind == "not-allowed"


def test_deliveries_outside_are_noted_by_the_clerk(out, office):
    document = out.issued(recipients=["Sở Nội vụ", {"unit": office.uid("noivu")}])
    outside, inside = [one.recipient.key for one in deliveries.of(document)]
    out.do("note_delivery", document, CLERK, outside, "received", note="Bưu điện báo phát")
    assert deliveries.of(document)[0].state == "received"
    assert isinstance(refused(out, "note_delivery", document, CLERK, inside, "received"), Conflict)
    assert refused(out, "note_delivery", document, CLERK, outside, "done").field == "state"
    assert refused(out, "note_delivery", document, CLERK, "x", "sent").field == "recipient"


# several at once


def test_in_bulk_each_stands_for_itself(out):
    good, bad = out.draft(), out.draft(recipients=[])
    with as_user(DRAFTER):
        done, refusals = outgoing.many("submit", [good, bad], note="Kính trình")
    assert done == [good.UID()]
    assert [(uid, refusal.field) for uid, refusal in refusals] == [(bad.UID(), "recipients")]


@pytest.mark.parametrize("act", ["check_content", "approve", "sign", "number", "issue"])
def test_in_bulk_the_same_guards_hold(out, act):
    draft = out.draft()
    with as_user(CLERK):
        done, refusals = outgoing.many(act, [draft])
    assert done == []
    assert refusals[0][1].kind in ("not-allowed", "conflict")

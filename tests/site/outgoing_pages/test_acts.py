"""Each act by its form: done by the right person, refused to the wrong one, nothing lost."""

from io import BytesIO
from plone import api
from tests.outgoing_office import PDF
from vanphong.outgoing import copies
from vanphong.outgoing import deliveries
from vanphong.outgoing import links
from vanphong.outgoing.browser.act import ACTS
from vanphong.outgoing.browser.act_check import item_name
from vanphong.outgoing.rules import CHECKLIST
from ZPublisher.HTTPRequest import FileUpload
import html
import pytest
import re


HEAD, CLERK, DRAFTER = "truongphong-vhtt", "vanthu", "cv1-vhtt"

YES = {item_name(item.code): "yes" for item in CHECKLIST}


class Sent:
    """What a browser sends of a file."""

    def __init__(self, name, content):
        self.filename, self.file, self.headers, self.name = name, BytesIO(content), {}, name


def upload(name="ban-ky.pdf", content=PDF):
    """A file as the publisher gives it."""
    return FileUpload(Sent(name, content))


@pytest.fixture
def act(page):
    """Post the form of an act."""
    return lambda document, name, user, **form: page(
        document, "act", user, post=True, do=name, **form
    )


def state(document):
    """Its stage."""
    return api.content.get_state(document)


def offered(answer):
    """The acts of the bar."""
    bar = answer.html.partition('class="acts-bar"')[2].partition('class="cols"')[0]
    found = re.findall(r"<(?:a|button)\b[^>]*>(.*?)</(?:a|button)>", bar, re.DOTALL)
    words = (re.sub(r"<kbd.*?</kbd>|<[^>]*>", " ", one) for one in found)
    return [" ".join(html.unescape(one).split()) for one in words]


def test_every_form_is_shown(out, page):
    document = out.issued()
    for name in ACTS:
        for user in (DRAFTER, HEAD, CLERK, "truongphong-tuphap"):
            assert page(document, "act", user, do=name).status in (200, 403, 409, 422)


def test_submit_withdraw_and_submit(out, act):
    draft = out.draft()
    assert act(draft, "submit", "cv2-vhtt").status in (403, 409)
    assert act(draft, "submit", DRAFTER, note="Kính trình.").status == 303
    assert state(draft) == "unit_review"
    assert act(draft, "withdraw", DRAFTER).status == 303
    assert state(draft) == "draft"


def test_sent_back_with_the_reason(out, act, page):
    draft = out.submitted()
    empty = act(draft, "send_back", HEAD, reason="")
    assert empty.status == 400 and state(draft) == "unit_review"
    assert act(draft, "send_back", HEAD, reason="Bổ sung số liệu.").status == 303
    assert "Bổ sung số liệu." in page(draft, "view", DRAFTER).text


def test_a_new_version_and_a_remark(out, act, page):
    draft = out.draft()
    assert act(draft, "add_version", DRAFTER).status == 400
    sent = {"files": upload("lan-hai.txt", b"Du thao 2"), "note": "Lan hai."}
    assert act(draft, "add_version", DRAFTER, **sent).status == 303
    assert len(draft.versions) == 2
    assert act(draft, "comment", HEAD, text="Xem lại căn cứ.", version="1").status == 303
    assert "Xem lại căn cứ." in page(draft, "versions", DRAFTER).text


def test_opinions(out, act, page, office):
    draft = out.draft()
    assert act(draft, "ask_opinions", DRAFTER).status == 400
    sent = {"to": [office.uid("noivu"), "cv2-vhtt"], "text": "Xin ý kiến.", "due": "16/8/2024"}
    assert act(draft, "ask_opinions", DRAFTER, **sent).status == 303
    assert act(draft, "give_opinion", "cv2-vhtt", text="").status == 400
    assert act(draft, "give_opinion", "cv2-vhtt", text="Nhất trí.").status == 303
    assert "Nhất trí." in page(draft, "view", DRAFTER).text


def test_content_form_approval_and_signature(out, act):
    draft = out.submitted()
    assert act(draft, "check_content", DRAFTER).status in (403, 409)
    assert act(draft, "check_content", HEAD).status == 303
    first = out.holder(draft)
    open_ = {**YES, item_name(CHECKLIST[0].code): "", "note": "Đã xem."}
    refused = act(draft, "appraise", first, **open_)
    assert refused.status == 400 and "Đã xem." in refused.html
    while out.running(draft).action == "appraise":
        assert act(draft, "appraise", out.holder(draft), **YES).status == 303
    leader = out.holder(draft)
    assert act(draft, "approve", leader).status == 303
    assert act(draft, "approve", leader).status == 409
    assert act(draft, "sign", leader).status == 303
    assert state(draft) == "signed"


def test_a_signature_on_paper(out, act, page):
    draft = out.approved()
    assert act(draft, "print_for_signature", CLERK).location.endswith("?print=1")
    assert "@@draft-file/1/" in page(draft, "view", CLERK, print="1").html
    assert act(draft, "record_signature", CLERK).status == 400
    sent = {"files": upload(), "signed_on": "14/8/2024"}
    assert act(draft, "record_signature", DRAFTER, **sent).status == 403
    assert act(draft, "record_signature", CLERK, **sent).status == 303
    assert draft.attachments[0].filename == "ban-ky.pdf"


def test_number_seal_and_issue(out, act, office):
    draft = out.signed(recipients=[{"group": "communes"}, "Sở Nội vụ"])
    assert act(draft, "number", CLERK, issued_date="ngày mai").status == 400
    assert act(draft, "number", CLERK, issued_date="14/8/2024").status == 303
    assert act(draft, "issue", CLERK, sealed="yes").status == 400
    assert act(draft, "issue", CLERK, files=upload()).status == 422
    assert act(draft, "seal", CLERK).status == 303
    assert act(draft, "issue", CLERK, files=upload()).status == 303
    assert len(deliveries.of(draft)) == 18
    key = deliveries.of(draft)[-1].recipient.key
    sent = {"recipient": key, "state": "received", "note": "Phiếu 12"}
    assert act(draft, "note_delivery", CLERK, **sent).status == 303
    assert deliveries.of(draft)[-1].state == "received"


def test_recall_and_copies(out, act, page):
    document = out.issued(recipients=[{"group": "communes"}])
    copy = {"kind": "ban-sao-y", "amount": "2", "recipients": "Lưu VT"}
    assert act(document, "make_copy", CLERK, **copy).status == 303
    assert copies.of(document)[0].symbol in page(document, "view", CLERK).text
    assert act(document, "recall", CLERK, reason="").status == 400
    assert act(document, "recall", CLERK, reason="Sai số liệu.").status == 303
    assert state(document) == "recalled"
    assert "Sai số liệu." in page(document, "view", DRAFTER).text


@pytest.mark.parametrize("name", ["correct_issued", "replace_issued"])
def test_a_draft_about_an_issued_document(out, act, name, page):
    document = out.issued()
    answer = act(document, name, DRAFTER, subject="V/v đính chính số liệu")
    assert answer.status == 303 and answer.location != document.absolute_url()


def test_given_up(out, act):
    draft = out.draft()
    assert act(draft, "cancel", DRAFTER, reason="Không cần nữa.").status == 303
    assert state(draft) == "cancelled"


def test_nobody_is_offered_what_is_not_theirs(out, page):
    draft = out.submitted()
    assert offered(page(draft, "view", "truongphong-tuphap")) == []
    assert len(offered(page(draft, "view", HEAD))) > 3


def test_strangers_may_not_see_it(out, as_user):
    draft = out.draft()
    with as_user("truongphong-tuphap"):
        assert not api.user.has_permission("View", obj=draft)


def test_the_history(out, page):
    document = out.issued()
    text = page(document, "history", CLERK).text
    assert document.symbol in text


def test_the_first_letter_of_a_unit_may_be_registered(out, page, office):
    document = out.issued(recipients=[{"unit": office.uid("noivu")}])
    letter = links.document(deliveries.of(document)[0].incoming_uid)
    answer = page(letter, "register", "vanthu-noivu")
    assert 'value="register"' in answer.html
    assert "Sổ văn bản đến" in answer.text

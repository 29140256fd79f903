"""Every guard of outgoing documents by every way to it: REST, form, and several at once.

The table says for each guard which ways there are; a guard that leaves one out must say why.
"""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from plone import api
from plone.testing.zope import makeTestRequest
from tests.office import as_user
from tests.outgoing_office import CHECKED
from tests.outgoing_office import pdf
from tests.outgoing_office import sent
from tests.outgoing_office import sent_pdf
from vanphong.errors import OfficeError
from vanphong.interfaces import IVanPhongLayer
from vanphong.ledger import audit
from vanphong.outgoing import deliveries
from vanphong.outgoing.actions.many import IN_BULK
from vanphong.outgoing.browser.act import ACTS as FORMS
from vanphong.outgoing.services.act.post import ACTS
from vanphong.outgoing.services.act.post import ActPost
from vanphong.outgoing.services.bulk.post import BulkPost
from vanphong.outgoing.services.document.patch import DocumentPatch
from vanphong.outgoing.services.versions.post import VersionsPost
from zExceptions import HTTPException
from zExceptions import Unauthorized
from zope.interface import alsoProvides
import json
import pytest


DRAFTER, HEAD, CLERK, CHIEF = "cv1-vhtt", "truongphong-vhtt", "vanthu", "chanhvp"
SIGNER = "pct-vanxa"

WAYS = ("rest", "form", "bulk")


def nothing(out, document):
    """The document is refused as it is."""


@dataclass(frozen=True)
class Guard:
    """What is refused: in this stage this act by this user, sent with these values."""

    stage: str
    act: str
    user: str
    prepare: Callable = nothing
    values: dict = field(default_factory=dict)
    sent: dict = field(default_factory=dict)
    ways: tuple[str, ...] = WAYS
    draft: dict = field(default_factory=dict)


def later_number(out, document):
    """Another document has been numbered today, this one is signed a day before."""
    out.numbered()
    document.signed_on = date(2024, 8, 13)


def gone(out, document):
    """A recipient has been dissolved since."""
    out.office.unit("yte").valid_to = date(2024, 8, 1)


def finished(out, document):
    """A recipient has finished its work on it."""
    deliveries.of(document)[0].state = "done"


def changed(out, document):
    """It has been changed beside what was approved."""
    document.subject = "V/v sửa ngoài luồng"


def unsigned(out, document):
    """The signature was taken away."""
    document.signed_on = None


YESTERDAY = {"issued_date": "13/08/2024"}
INSIDE = {"recipients": [{"group": "communes"}]}

GUARDS = {
    "submission of another's draft": Guard("draft", "submit", HEAD),
    "submission without recipients": Guard("draft", "submit", DRAFTER, draft={"recipients": []}),
    "submission under an authorisation that is not in force": Guard(
        "draft", "submit", DRAFTER, draft={"signing_form": "TUQ"}
    ),
    "submission of what is on its way": Guard("submitted", "submit", DRAFTER),
    "content checked by the drafter": Guard("submitted", "check_content", DRAFTER),
    "content checked after its stage": Guard("appraised", "check_content", HEAD),
    "approval before the appraisal": Guard("checked", "approve", SIGNER),
    "approval of what was approved and changed": Guard("approved", "approve", DRAFTER, changed),
    "signature before the appraisal": Guard("checked", "sign", SIGNER),
    "signature of the drafter": Guard("appraised", "sign", DRAFTER),
    "signature of another leader": Guard("appraised", "sign", "pct-kinhte"),
    "signature under what was changed": Guard("approved", "sign", SIGNER, changed),
    "number before the signature": Guard("approved", "number", CLERK),
    "number for what lost its signature": Guard("signed", "number", CLERK, unsigned),
    "number by who is no clerk": Guard("signed", "number", HEAD),
    "number given twice": Guard("numbered", "number", CLERK),
    "number with a date before the last one": Guard(
        "signed", "number", CLERK, later_number, YESTERDAY
    ),
    "issue before the number": Guard("signed", "issue", CLERK),
    "issue without the seal": Guard("numbered", "issue", CLERK),
    "issue by who is no clerk": Guard("sealed", "issue", HEAD),
    "issue to a unit that is dissolved": Guard(
        "sealed_with_scan", "issue", CLERK, gone, draft={"recipients": ["yte"]}
    ),
    "appraisal before the check of the content": Guard(
        "submitted", "appraise", CHIEF, values={"checklist": CHECKED}, ways=("rest", "form")
    ),
    "appraisal with an open checklist": Guard("checked", "appraise", "", ways=("rest", "form")),
    "seal by who is no clerk": Guard("numbered", "seal", HEAD, ways=("rest", "form")),
    "seal before the signature": Guard("approved", "seal", CLERK, ways=("rest", "form")),
    "record of a signature before the approval": Guard(
        "appraised", "record_signature", CLERK, sent={"files": [sent_pdf()]}, ways=("rest", "form")
    ),
    "print before the approval": Guard(
        "appraised", "print_for_signature", DRAFTER, ways=("rest", "form")
    ),
    "sent back without a reason": Guard("submitted", "send_back", HEAD, ways=("rest", "form")),
    "taken back by another": Guard("submitted", "withdraw", HEAD, ways=("rest", "form")),
    "opinion of who is not asked": Guard(
        "submitted", "give_opinion", CLERK, values={"text": "Nhất trí."}, ways=("rest", "form")
    ),
    "opinions asked by who does not hold it": Guard(
        "submitted", "ask_opinions", CLERK, values={"to": ["chanhvp"]}, ways=("rest", "form")
    ),
    "remark by who does not see it": Guard(
        "draft", "comment", "cv1-noivu", values={"text": "Xem."}, ways=("rest", "form")
    ),
    "another version of what is approved": Guard(
        "approved", "add_version", DRAFTER, sent={"files": [sent()]}, ways=("rest", "form")
    ),
    "particulars of what is approved": Guard(
        "approved", "edit_draft", DRAFTER, values={"subject": "V/v khác"}, ways=("rest", "form")
    ),
    "recall without a reason": Guard("issued", "recall", CLERK, ways=("rest", "form")),
    "recall after a recipient has finished": Guard(
        "issued", "recall", CLERK, finished, {"reason": "Sai."}, ways=("rest", "form"), draft=INSIDE
    ),
    "given up after the issue": Guard(
        "issued", "cancel", CLERK, values={"reason": "Thôi."}, ways=("rest", "form")
    ),
    "correction by another unit": Guard("issued", "correct_issued", CLERK, ways=("rest", "form")),
    "replacement before the issue": Guard(
        "numbered", "replace_issued", DRAFTER, ways=("rest", "form")
    ),
    "delivery noted by who is no clerk": Guard(
        "issued",
        "note_delivery",
        HEAD,
        values={"recipient": "x", "state": "received"},
        ways=("rest", "form"),
    ),
    "copy by who is no clerk": Guard(
        "issued", "make_copy", DRAFTER, values={"kind": "ban-sao-y"}, ways=("form",)
    ),
}

#: Acts with a service of their own for all documents, ``@copies``.
NO_SERVICE = ("make_copy",)

CASES = [(name, way) for name, one in GUARDS.items() for way in one.ways]


def tried(call):
    """Try it; a refusal may be a page, an answer or an exception."""
    try:
        return call()
    except (OfficeError, HTTPException, Unauthorized):
        return None


def stand(document):
    """What a refused act must leave as it was."""
    return (
        api.content.get_state(document),
        document.number,
        document.signed_on,
        document.sealed_at,
        document.issued_at,
        len(document.approvals),
        len(document.versions),
        len(document.copies),
        document.amended_by,
    )


def refusals(document):
    return [one for one in audit.history(document.UID()) if one["outcome"] == "refused"]


@pytest.fixture
def service(portal):
    """Ask a service as a client does, with a body of JSON."""

    def ask(cls, context, user, body, *path):
        request = makeTestRequest(
            environ={"CONTENT_TYPE": "application/json", "REQUEST_METHOD": "POST"}
        )
        alsoProvides(request, IVanPhongLayer)
        request["BODY"] = json.dumps(body).encode()
        found = cls(context, request)
        for step in path:
            found.publishTraverse(request, step)
        with as_user(user):
            answer = found.reply()
        return request.response.getStatus(), answer

    return ask


def document_for(out, guard):
    """A document in the stage of the guard."""
    draft = dict(guard.draft)
    if draft.get("recipients") == ["yte"]:
        draft["recipients"] = [{"unit": out.office.uid("yte")}]
    if guard.stage == "sealed_with_scan":
        document = out.approved(**draft)
        out.do("record_signature", document, CLERK, [pdf()])
        return out.sealed(out.numbered(document))
    return getattr(out, guard.stage)(**draft)


@pytest.mark.parametrize(("name", "way"), CASES)
def test_it_is_refused(out, page, portal, service, name, way):
    guard = GUARDS[name]
    document = document_for(out, guard)
    guard.prepare(out, document)
    user = guard.user or out.holder(document)
    before, told = stand(document), len(refusals(document))
    if way == "rest":
        status, _answer = by_rest(service, document, user, guard)
        assert 400 <= status < 500
    elif way == "form":
        tried(lambda: by_form(page, document, user, guard))
    else:
        status, answer = by_rest_bulk(service, portal, document, user, guard)
        assert (answer["done"], len(answer["refused"])) == ([], 1)
        if not guard.values:  # the list asks for nothing but the documents
            more = {"ids": [document.UID()], "act": guard.act}
            tried(lambda: page(portal, "outgoing-documents", user, post=True, **more))
    assert stand(document) == before
    assert len(refusals(document)) > told or way == "form"


def by_rest(service, document, user, guard):
    """The service of the act."""
    values = {**guard.values, **guard.sent}
    if "issued_date" in values:
        values["issued_date"] = "2024-08-13"
    if guard.act == "add_version":
        return service(VersionsPost, document, user, values)
    if guard.act == "edit_draft":
        return service(DocumentPatch, document, user, values)
    return service(ActPost, document, user, values, NAMES[guard.act])


def by_form(page, document, user, guard):
    """The page of the act."""
    if guard.act == "edit_draft":
        values = {"document_type": "cong-van", **guard.values}
        return page(document, "edit-draft", user, post=True, **values)
    return page(document, "act", user, post=True, do=guard.act, **guard.values)


def by_rest_bulk(service, portal, document, user, guard):
    """The service for several documents."""
    values = {"issued_date": "2024-08-13"} if "issued_date" in guard.values else {}
    body = {"act": guard.act.replace("_", "-"), "documents": [document.UID()], **values}
    return service(BulkPost, portal, user, body)


NAMES = {act: name for name, (act, _call) in ACTS.items()}


def test_no_guard_leaves_a_way_out():
    for name, one in GUARDS.items():
        expected = {"form"}
        if one.act not in NO_SERVICE:
            expected.add("rest")
        if one.act in IN_BULK:
            expected.add("bulk")
        assert set(one.ways) == expected, name


def test_every_act_has_a_guard():
    guarded = {one.act for one in GUARDS.values()}
    assert {act for act, _call in ACTS.values()} <= guarded
    assert set(FORMS) <= guarded
    assert set(IN_BULK) <= guarded

"""What the law forbids is refused by every way: form, list, transition of the workflow."""

from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from tests.office import as_user
from vanphong.errors import OfficeError
from vanphong.ledger import audit
from vanphong.outgoing.actions.many import IN_BULK
from zExceptions import HTTPException
from zExceptions import Unauthorized
import pytest


DRAFTER, HEAD, CLERK, CHIEF = "cv1-vhtt", "truongphong-vhtt", "vanthu", "chanhvp"

#: (stage that the document has reached, act, who tries)
GUARDS = {
    "submission of another's draft": ("draft", "submit", HEAD),
    "content checked by the drafter": ("submitted", "check_content", DRAFTER),
    "appraisal before the check of the content": ("submitted", "appraise", CHIEF),
    "approval before the appraisal": ("checked", "approve", "pct-vanxa"),
    "signature before the appraisal": ("checked", "sign", "pct-vanxa"),
    "signature of the drafter": ("appraised", "sign", DRAFTER),
    "signature of another leader": ("appraised", "sign", "pct-kinhte"),
    "number before the signature": ("approved", "number", CLERK),
    "number by who is no clerk": ("signed", "number", HEAD),
    "issue before the number": ("signed", "issue", CLERK),
    "issue without the seal": ("numbered", "issue", CLERK),
    "issue by who is no clerk": ("sealed", "issue", HEAD),
}
#: Their forms ask for more than the act can be refused for, and refuse without it first.
ASK_MORE = ("appraise", "issue")

BULK = {name: one for name, one in GUARDS.items() if one[1] in IN_BULK}


def tried(call):
    """Try it; a refusal may be a page or an exception, as the publisher shows it."""
    try:
        call()
    except (OfficeError, HTTPException, Unauthorized):
        return


def stand(document):
    """What a refused act must leave as it was."""
    return (
        api.content.get_state(document),
        document.number,
        document.signed_on,
        document.issued_at,
        len(document.approvals),
    )


def refusals(document):
    return [one for one in audit.history(document.UID()) if one["outcome"] == "refused"]


@pytest.mark.parametrize("name", GUARDS)
def test_by_the_form(out, page, name):
    stage, act, user = GUARDS[name]
    document = getattr(out, stage)()
    before, told = stand(document), len(refusals(document))
    tried(lambda: page(document, "act", user, post=True, do=act, note="Thử."))
    assert stand(document) == before
    assert len(refusals(document)) > told or act in ASK_MORE


@pytest.mark.parametrize("name", BULK)
def test_by_the_list(out, page, portal, name):
    stage, act, user = BULK[name]
    document = getattr(out, stage)()
    before, told = stand(document), len(refusals(document))
    tried(
        lambda: page(portal, "outgoing-documents", user, post=True, act=act, ids=[document.UID()])
    )
    assert stand(document) == before
    assert len(refusals(document)) > told


@pytest.mark.parametrize("user", [DRAFTER, HEAD, CLERK, CHIEF, "admin"])
@pytest.mark.parametrize("stage", ["draft", "checked", "approved", "signed", "numbered"])
def test_by_a_transition_of_the_workflow(out, portal, stage, user):
    document = getattr(out, stage)()
    before = stand(document)
    workflow = portal.portal_workflow
    (definition,) = workflow.getWorkflowsFor(document)
    for transition in definition.transitions.objectIds():
        with as_user(user), pytest.raises((OfficeError, WorkflowException)):
            workflow.doActionFor(document, transition)
    assert stand(document) == before

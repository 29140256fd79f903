"""Every hard rule, by every way on which a document can go on.

The rules stand in ``RULES``, the ways in ``WAYS``: a rule without one of the ways is not
possible, for the tests are their product. A way that has no button for an act is tried as
somebody tries it who writes the request by hand.
"""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from itertools import product
from plone import api
from plone.rest.interfaces import IAPIRequest
from plone.testing.zope import makeTestRequest
from Products.CMFCore.WorkflowCore import WorkflowException
from tests.office import as_user
from tests.outgoing_office import CHECKED
from vanphong.directives.actions import directives_of
from vanphong.errors import OfficeError
from vanphong.ledger import audit
from vanphong.routing import rules as routing
from vanphong.routing import sheet as sheets
from vanphong.routing.interfaces import IStages
from zExceptions import HTTPException
from zExceptions import Unauthorized
from zope.component import getMultiAdapter
from zope.event import notify
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
from zope.traversing.interfaces import BeforeTraverseEvent
import json
import pytest


DRAFTER, HEAD, CLERK, CHIEF = "cv1-vhtt", "truongphong-vhtt", "vanthu", "chanhvp"


@dataclass(frozen=True)
class Rule:
    """Something that nobody may do, and a document on which somebody tries.

    ``service`` and ``form`` are what a program and a person send beside the act; ``sent`` by
    both. ``tells`` where each refusal leaves its line: a form may refuse before the act.
    """

    stage: Callable
    user: str
    act: str
    sent: dict = field(default_factory=dict)
    service: dict = field(default_factory=dict)
    form: dict = field(default_factory=dict)
    tells: tuple[str, ...] = ("rest", "form")
    listed: str = "outgoing-documents"


def held_by(stage: str, action: str, user: str) -> Callable:
    """A document whose running step was given to somebody by whatever mischief."""

    def make(out, _office):
        document = getattr(out, stage)()
        sheet = tuple(
            replace(one, actor=user) if one.awaits and one.action == action else one
            for one in sheets.steps_of(document)
        )
        document.routing_sheet.steps = sheet
        return document

    return make


def at(stage: str) -> Callable:
    """An outgoing document at a stage."""
    return lambda out, _office: getattr(out, stage)()


RULES = {
    "number after signature": Rule(at("approved"), CLERK, "number"),
    "number before the signature, at the leader's": Rule(at("appraised"), CLERK, "number"),
    "seal by the clerk only": Rule(at("numbered"), CHIEF, "seal"),
    "number by the clerk only": Rule(at("signed"), HEAD, "number"),
    "issue by the clerk only": Rule(at("sealed"), HEAD, "issue", tells=("rest",)),
    "issue after the seal": Rule(
        at("numbered"), CLERK, "issue", service={"files": []}, tells=("rest",)
    ),
    "content checked by the unit's head before the Office": Rule(
        at("submitted"), CHIEF, "appraise", service={"checklist": CHECKED}, tells=("rest",)
    ),
    "content checked by the unit's head before a leader": Rule(
        at("submitted"), "pct-vanxa", "approve"
    ),
    "form appraised by the Office before approval": Rule(at("checked"), "pct-vanxa", "approve"),
    "form appraised by the Office before signature": Rule(at("checked"), "pct-vanxa", "sign"),
    "approval before signature": Rule(at("checked"), "chutich", "sign"),
    "submitted to one person at a time": Rule(
        at("draft"), DRAFTER, "submit", sent={"to": [HEAD, "chutich"]}, tells=("rest",)
    ),
    "submitted past nobody": Rule(
        at("draft"), DRAFTER, "submit", sent={"to": ["chutich"]}, tells=("rest",)
    ),
    "no own appraisal": Rule(
        held_by("checked", "appraise", DRAFTER),
        DRAFTER,
        "appraise",
        service={"checklist": CHECKED},
        tells=("rest",),
    ),
    "no own approval": Rule(held_by("appraised", "sign", DRAFTER), DRAFTER, "approve"),
    "no own signature": Rule(held_by("approved", "sign", DRAFTER), DRAFTER, "sign"),
    "registered before it is presented": Rule(
        lambda _out, office: office.arrive(),
        CLERK,
        "present",
        sent={"to": "chutich"},
        listed="incoming-documents",
    ),
    "presented to one leader at a time": Rule(
        lambda _out, office: office.register(),
        CLERK,
        "present",
        service={"to": "chutich,pct-vanxa"},
        form={"to": ["chutich", "pct-vanxa"]},
        tells=(),
        listed="incoming-documents",
    ),
    "directed by whom it lies with": Rule(
        lambda _out, office: office.presented(),
        "pct-vanxa",
        "direct",
        sent={"text": "Chủ trì giải quyết."},
        service={"lead": ["unit"], "working_days": 5},
        form={"lead": "unit", "due": "20/8/2024"},
        listed="incoming-documents",
    ),
}


class Ways:
    """How somebody can try: each a method that takes a rule and a document."""

    def __init__(self, page, portal, office):
        self.page = page
        self.portal = portal
        self.office = office

    def filled(self, values: dict) -> dict:
        """The values, "unit" being the UID of one."""
        uid = self.office.uid("vhtt")
        swap = {"unit": uid}
        return {
            name: [swap.get(one, one) for one in value]
            if isinstance(value, list)
            else swap.get(value, value)
            if isinstance(value, str)
            else value
            for name, value in values.items()
        }

    def rest(self, rule, document):
        """A service, asked as the publisher does."""
        body = self.filled({**rule.sent, **rule.service})
        if rule.listed == "outgoing-documents":
            return self._service(document, "@act", rule.user, body, rule.act.replace("_", "-"))
        name = {"present": "@present", "direct": "@directives"}[rule.act]
        return self._service(document, name, rule.user, body)

    def form(self, rule, document):
        """The page of the act."""
        name = "direct" if rule.act == "direct" else "act"
        sent = self.filled({"do": rule.act, "note": "Thử.", **rule.sent, **rule.form})
        return self.page(document, name, rule.user, post=True, **sent)

    def bulk(self, rule, document):
        """The list, with this document alone; and for outgoing ones the service, too."""
        sent = self.filled({**rule.sent, **rule.form})
        self.page(
            self.portal,
            rule.listed,
            rule.user,
            post=True,
            act=rule.act,
            ids=[document.UID()],
            **sent,
        )
        if rule.listed == "outgoing-documents":
            body = {"act": rule.act, "documents": [document.UID()], **self.filled(rule.sent)}
            self._service(self.office.body, "@outgoing-bulk", rule.user, body)

    def transition(self, rule, document):
        """Each transition of the workflow by Plone's own door, and REST's door to that."""
        tool = self.portal.portal_workflow
        (definition,) = tool.getWorkflowsFor(document)
        for name in definition.transitions.objectIds():
            with as_user(rule.user), pytest.raises((OfficeError, WorkflowException)):
                tool.doActionFor(document, name)
            self._service(document, "@workflow", rule.user, {}, name)

    def _service(self, context, name, user, body, *path):
        before, request = getRequest(), makeTestRequest(environ={"REQUEST_METHOD": "POST"})
        request.environ["CONTENT_TYPE"] = "application/json"
        request["BODY"] = json.dumps(body).encode()
        alsoProvides(request, IAPIRequest)
        with as_user(user):
            setRequest(request)
            try:
                notify(BeforeTraverseEvent(self.portal, request))
                request["PARENTS"] = context.aq_chain[:-1]
                service = getMultiAdapter((context, request), name=f"POST_application_json_{name}")
                for step in path:
                    service = service.publishTraverse(request, step)
                service.reply()
                return request.response.getStatus()
            finally:
                setRequest(before)


WAYS = ("rest", "form", "bulk", "transition")


def tried(call) -> None:
    """Try it; a refusal may be a page or an exception, as the publisher shows it."""
    try:
        call()
    except (OfficeError, HTTPException, Unauthorized):
        return


def stand(document) -> tuple:
    """What a refused act must leave as it was."""
    return (
        api.content.get_state(document),
        document.number,
        getattr(document, "signed_on", None),
        getattr(document, "issued_at", None),
        len(getattr(document, "approvals", ())),
        [one.uid for one in directives_of(document)],
        [(one.uid, one.state) for one in sheets.steps_of(document)],
    )


def refusals(document) -> list:
    return [one for one in audit.history(document.UID()) if one["outcome"] == "refused"]


def submissions(document) -> list:
    """The open steps of submitting: there is one at a time."""
    wanted = {*routing.SUBMISSIONS, routing.Action.DIRECT}
    return [one for one in sheets.steps_of(document) if one.awaits and one.action in wanted]


#: Form and list have no choice of persons: whatever is sent, it goes to the one whom the route
#: names. The rule is kept, though something was done.
NO_CHOICE = {"submitted to one person at a time", "submitted past nobody"}


@pytest.mark.parametrize(("name", "way"), product(RULES, WAYS))
def test_a_hard_rule_holds_on_every_way(out, office, page, portal, name, way):
    rule = RULES[name]
    document = rule.stage(out, office)
    before, told = stand(document), len(refusals(document))
    tried(lambda: getattr(Ways(page, portal, office), way)(rule, document))
    assert len(submissions(document)) <= 1
    if way in ("form", "bulk") and name in NO_CHOICE:
        assert all(one.actor == HEAD for one in submissions(document))
        return
    assert stand(document) == before
    if way in rule.tells:
        assert len(refusals(document)) > told


def test_no_way_is_left_out():
    """Whatever moves a document calls an act, and each way above reaches the acts."""
    assert {name for name in vars(Ways) if not name.startswith("_")} - {"filled"} == set(WAYS)


@pytest.mark.parametrize("name", RULES)
def test_the_document_could_go_on_but_for_the_rule(out, office, name):
    """The trial is a real one: the document waits in the stage before, and is not ended."""
    document = RULES[name].stage(out, office)
    stages = IStages(document)
    assert stages.now not in ("issued", "recalled", "cancelled", "finished", "returned")

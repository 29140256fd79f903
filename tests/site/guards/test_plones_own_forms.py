"""Plone's own forms do not change a record: what changes it is an act, and leaves a line."""

from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.testing.zope import makeTestRequest
from tests.office import as_user
from vanphong.directives.actions import directives_of
from vanphong.errors import Conflict
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.component import getMultiAdapter
from zope.component.hooks import getSite
from zope.event import notify
from zope.traversing.interfaces import BeforeTraverseEvent
import pytest


STAFF = ("vanthu", "chanhvp", "chutich", "truongphong-vhtt")

FORMS = (
    "@@edit",
    "@@sharing",
    "@@delete_confirmation",
    "@@folder_rename_form",
    "@@manage-portlets",
    "@@folder_contents",
    "@@fc-delete",
    "@@object_cut",
)


@pytest.fixture
def records(office):
    """A document that is being handled, its directive, one just registered, and a folder."""
    letter = office.document("512/STTTT-CNTT")
    fresh = office.document("166/CCT-KTr")
    return [letter, *directives_of(letter), fresh, fresh.__parent__]


def found(record, form):
    """The view that a person gets under this name, None if they get none."""
    notify(BeforeTraverseEvent(getSite(), record.REQUEST))
    try:
        return record.restrictedTraverse(form)
    except (Unauthorized, NotFound, KeyError, AttributeError):
        return None


@pytest.mark.parametrize("user", STAFF)
@pytest.mark.parametrize("form", FORMS)
def test_nobody_in_the_office_gets_a_form_of_plone_on_a_record(records, user, form):
    for record in records:
        with as_user(user):
            view = found(record, form)
        ours = view is None or any(
            one.__module__.startswith("vanphong.") for one in type(view).__mro__
        )
        assert ours, f"{record.absolute_url()}: {type(view)}"


def test_whoever_looks_for_plones_form_is_led_to_the_correction(office, portal):
    fresh = office.document("166/CCT-KTr")
    request = makeTestRequest()
    notify(BeforeTraverseEvent(portal, request))
    with as_user("vanthu"):
        getMultiAdapter((fresh, request), name="edit")()
    assert request.response.getHeader("Location") == f"{fresh.absolute_url()}/@@correct"


@pytest.mark.parametrize("user", [*STAFF, "admin"])
@pytest.mark.parametrize("portal_type", ["IncomingDocument", "Directive", "RecordsFolder"])
def test_nobody_adds_a_record_by_a_form(records, user, portal_type):
    for place in (records[0], records[-1]):
        with as_user(user), pytest.raises((Unauthorized, ValueError)):
            addContentToContainer(place, createContent(portal_type))


@pytest.mark.parametrize("user", ["vanthu", "chutich", "admin"])
def test_plones_menu_of_states_moves_no_document(records, user):
    letter = records[0]
    with as_user(user), pytest.raises(Conflict, match="by what is done with it") as refusal:
        letter.portal_workflow.doActionFor(letter, "finish")
    assert refusal.value.rule.startswith("Nghị định 30/2020/NĐ-CP")
    assert letter.workflow_history["incoming_workflow"][-1]["review_state"] == "in_process"

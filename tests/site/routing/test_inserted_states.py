"""A document waits in a state put between two stages until somebody passes it on."""

from plone import api
from tests.office import as_user
from tests.site_workflow import CHECK
from tests.site_workflow import put_in_between
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.incoming import actions as incoming
from vanphong.incoming.stages import WORKFLOW
from vanphong.ledger import documents
from vanphong.routing import stage_actions
from vanphong.routing.browser.passing import waiting
from vanphong.routing.interfaces import IStages
import pytest


def test_a_document_waits_and_is_passed_on(office, portal):
    put_in_between(portal, "registered", "presented")
    document = office.presented()
    assert office.stage(document) == CHECK
    assert waiting(document).state == "Chờ kiểm tra"
    step = office.step(document, "direct")
    for user in ("chutich", "vanthu", "chanhvp"):  # nobody acts on it meanwhile
        with as_user(user), pytest.raises((Conflict, NotAllowed)):
            office.do("finish", document, step, user, result="Lưu.")
    with as_user("chanhvp"):
        assert waiting(document).mine
        assert stage_actions.pass_stage(document) == "presented"
    assert office.stage(document) == "presented"
    assert documents.found([document.UID()])[0]["state"] == "presented"
    assert waiting(document) is None
    office.direct(document)
    assert office.stage(document) == "directed"


@pytest.mark.parametrize("user", ["vanthu", "chutich", "vanthu2"])
def test_only_the_function_of_the_guard_passes_it_on(office, portal, user):
    put_in_between(portal, "registered", "presented")
    document = office.presented()
    with as_user(user), pytest.raises(NotAllowed, match=r"Chief of the Office|Chánh"):
        stage_actions.pass_stage(document)
    assert office.stage(document) == CHECK


def test_a_guard_that_names_nobody_lets_nobody_pass(office, portal):
    put_in_between(portal, "registered", "presented", roles=())
    document = office.presented()
    with as_user("chanhvp"), pytest.raises(NotAllowed):
        stage_actions.pass_stage(document)


def test_two_states_are_passed_one_after_the_other(office, portal):
    put_in_between(portal, "registered", "presented")
    put_in_between(portal, CHECK, "presented", name="hop_y", by=f"pass_{CHECK}")
    transition = portal.portal_workflow[WORKFLOW].transitions["to_hop_y"]
    transition.setProperties("Chuyển", "hop_y", props={"guard_roles": "Office Chief"})
    document = office.presented()
    with as_user("chanhvp"):
        assert stage_actions.pass_stage(document) == "hop_y"
        assert stage_actions.pass_stage(document) == "presented"
        with pytest.raises(Conflict):
            stage_actions.pass_stage(document)


def test_what_does_not_wait_is_not_passed_on(office):
    with as_user("chanhvp"), pytest.raises(Conflict):
        stage_actions.pass_stage(office.presented())


def test_a_long_comment_is_refused_before_anything_moves(office, portal):
    put_in_between(portal, "registered", "presented")
    document = office.presented()
    with as_user("chanhvp"), pytest.raises(RuleBroken):
        stage_actions.pass_stage(document, comment="x" * 2001)
    assert office.stage(document) == CHECK


def test_before_registration_the_way_goes_on_by_what_was_done(office, portal):
    put_in_between(portal, "awaiting_reception", "registered", roles=("Records Clerk",))
    document = office.register(target=office.arrive())
    assert document.arrival_number is not None
    assert office.stage(document) == CHECK
    with as_user("vanthu"):
        assert stage_actions.pass_stage(document) == "registered"


def test_registering_and_presenting_in_one_go_is_refused_when_it_has_to_wait(office, portal):
    put_in_between(portal, "draft", "registered")
    before = office.register_in
    with as_user("vanthu"), pytest.raises(Conflict):
        incoming.register(office.body, office.values(), present_to="chutich")
    assert before is office.register_in
    assert office.stage(office.register()) == CHECK


def test_a_transition_kept_for_a_function_refuses_the_others_first(office, portal):
    workflow = portal.portal_workflow[WORKFLOW]
    for name in ("direct", "register"):
        transition = workflow.transitions[name]
        roles = {"guard_roles": "Office Chief"}
        transition.setProperties(transition.title, transition.new_state_id, props=roles)
    waits = office.arrive()
    with as_user("vanthu"), pytest.raises(NotAllowed):
        incoming.register(waits, {})
    assert waits.arrival_number is None
    with as_user("vanthu"), pytest.raises(NotAllowed):
        incoming.register(office.body, office.values())
    document = office.document("331/VP-NC")
    with pytest.raises(NotAllowed):
        office.direct(document, by="pct-kinhte" if waits else "")
    assert not list(document.objectValues())


def test_a_state_taken_away_is_left_for_the_stage_of_the_sheet(office, portal):
    put_in_between(portal, "registered", "presented")
    document = office.presented()
    assert IStages(document).settle() == "presented"
    assert office.stage(document) == "presented"
    office.direct(document)
    assert api.content.get_state(document) == "directed"

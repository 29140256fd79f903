"""Who may read a document at which stage: rights follow the sheet."""

from plone import api
from tests.office import as_user
from tests.office_acts import EVERYBODY
from vanphong.directives.actions import directives_of
from vanphong.ledger import documents
from vanphong.organisation import people
import pytest


#: Whoever keeps the records of the body.
KEEPERS = {"vanthu", "vanthu2", "chanhvp", "phochanhvp1"}
VHTT = {"truongphong-vhtt", "pho-vhtt", "vanthu-vhtt"}
TOLD = {"truongphong-tuphap", "vanthu-tuphap"}
DIRECTED = KEEPERS | VHTT | TOLD | {"chutich", "truongphong-noivu"}


def taken_back(office):
    document = office.directed()
    office.do("take_back", document, office.step(document, "lead"), "chutich")
    return document


def passed_on(office):
    return office.present(office.presented("chutich"), to="pct-vanxa", by="chutich")


def handed_back(office):
    document = office.assigned()
    step = office.step(document, "lead")
    office.do("hand_back", document, step, "cv1-vhtt", reason="Đi công tác.")
    return document


def replaced(office):
    document = office.directed()
    (old,) = directives_of(document)
    office.direct(document, lead="noivu", inform=[], replaces=old.UID())
    return document


STAGES = {
    "arrived": (lambda office: office.arrive(), KEEPERS),
    "registered": (lambda office: office.register(), KEEPERS),
    "presented to a leader": (lambda office: office.presented("pct-vanxa"), {"pct-vanxa"}),
    "presented to the Office": (lambda office: office.presented("vp"), set()),
    "passed on": (passed_on, {"chutich", "pct-vanxa"}),
    "directed": (lambda office: office.directed(), DIRECTED),
    "taken back": (taken_back, DIRECTED - VHTT),
    "assigned": (lambda office: office.assigned(), DIRECTED | {"cv1-vhtt"}),
    "handed back": (handed_back, DIRECTED | {"cv1-vhtt"}),
    "replaced": (replaced, KEEPERS | {"chutich", "truongphong-noivu"}),
    "finished": (lambda office: office.finished(), DIRECTED | {"cv1-vhtt"}),
    "given to a body below": (
        lambda office: office.directed(lead="anlac", coordinators=[], inform=[]),
        {"chutich", "chutich-anlac", "vanthu-anlac"},
    ),
}


def who(permission, obj):
    found = set()
    for user in EVERYBODY:
        with as_user(user):
            if api.user.has_permission(permission, obj=obj):
                found.add(user)
    return found


@pytest.mark.parametrize("stage", STAGES)
def test_who_may_read_the_document_and_what_is_in_it(office, stage):
    make, readers = STAGES[stage]
    document = make(office)
    assert who("View", document) == KEEPERS | readers
    assert who("Access contents information", document) == KEEPERS | readers
    for directive in directives_of(document):
        assert who("View", directive) == KEEPERS | readers


@pytest.mark.parametrize("stage", STAGES)
def test_the_ledger_lets_the_same_people_find_it(office, stage):
    make, readers = STAGES[stage]
    document = make(office)
    found = {user for user in EVERYBODY if user and document.UID() in listed(office, user)}
    assert found - KEEPERS == readers - KEEPERS


def listed(office, user):
    tokens = people.person(user).tokens
    page = documents.list_documents(office.body.UID(), "in", tokens=tokens, size=200)
    return {row["document_uid"] for row in page.rows}


@pytest.mark.parametrize("stage", ["arrived", "registered", "directed", "finished"])
def test_nobody_in_the_office_may_delete_it_or_open_it_to_others(office, stage):
    document = STAGES[stage][0](office)
    for one in (document, document.__parent__, *directives_of(document)):
        for permission in ("Delete objects", "Change permissions", "Sharing page: Delegate roles"):
            assert who(permission, one) <= {"admin"}, permission


def test_nobody_owns_a_record(office):
    document = office.directed()
    for one in (document, *directives_of(document), *document.aq_chain[1:5]):
        assert one.__ac_local_roles__ in (None, {}), one.getId()
    assert who("Modify portal content", office.register()) == {"vanthu", "vanthu2"}


@pytest.mark.parametrize("stage", ["directed", "assigned", "finished"])
def test_nobody_may_edit_what_is_directed(office, stage):
    document = STAGES[stage][0](office)
    assert who("Modify portal content", document) == set()
    (directive,) = directives_of(document)
    assert who("Modify portal content", directive) == set()


def test_the_folders_of_the_records_tell_nothing_but_the_way(office):
    document = office.register()
    folder = document.__parent__
    assert who("Modify portal content", folder) == set()
    assert who("View", folder) == KEEPERS
    assert "" not in who("Access contents information", folder)

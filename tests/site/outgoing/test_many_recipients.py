"""A letter to 150 recipients: each has it before the clerk, and no file is copied."""

from collective.workspace.interfaces import IWorkspace
from pathlib import Path
from plone.dexterity.utils import createContent
from tests import layers
from tests.office import as_user
from tests.outgoing_office import CLERK
from tests.outgoing_office import pdf
from vanphong.documents import places
from vanphong.incoming import actions as incoming
from vanphong.ledger import audit
from vanphong.ledger import deliveries as ledger
from vanphong.ledger import documents
from vanphong.ledger import rebuild
from vanphong.ledger.command import office_objects
from vanphong.organisation import people
from vanphong.outgoing import deliveries
from vanphong.outgoing import links
import pytest
import transaction


MANY = 150


@pytest.fixture(scope="module")
def layer():
    return layers.FUNCTIONAL


@pytest.fixture
def units(office):
    """150 units that receive."""
    made = []
    for number in range(MANY):
        unit = createContent("Unit", title=f"Đơn vị {number}", kind="public-unit", has_account=True)
        unit.id = f"don-vi-{number}"
        office.body._setObject(unit.id, unit)
        made.append(office.body[unit.id])
    transaction.commit()
    return made


@pytest.fixture
def sealed(out, office, units, portal):
    document = out.sealed(recipients=[{"unit": one.UID()} for one in units])
    transaction.commit()
    return document


@pytest.fixture
def issued(out, sealed):
    with as_user(CLERK):
        scan = pdf()
    out.do("issue", sealed, CLERK, [scan])
    transaction.commit()
    return sealed


def blobs(portal):
    """The files in the storage of blobs."""
    folder = portal._p_jar.db().storage.temporaryDirectory()
    return {str(path) for path in Path(folder).parent.rglob("*.blob")}


def test_one_file_more_for_150_recipients(sealed, out, portal):
    before = blobs(portal)
    with as_user(CLERK):
        scan = pdf()
    out.do("issue", sealed, CLERK, [scan])
    transaction.commit()
    assert len(blobs(portal) - before) == 1


def test_everybody_has_it_and_no_file_is_copied(issued, office, units):
    got = [links.document(one.incoming_uid) for one in deliveries.of(issued)]
    assert len(got) == MANY
    assert {one.body_uid for one in got} == {one.UID() for one in units}
    assert len({one.UID() for one in got}) == MANY
    assert {office.stage(one) for one in got} == {"awaiting_reception"}
    scan = issued.attachments[0]
    assert {one.attachments[0]._p_oid for one in got} == {scan._p_oid}
    assert {one.attachments[0].blob._blob._p_oid for one in got} == {scan.blob._blob._p_oid}


def test_lists_trail_and_ledger_know_each(issued, portal, units):
    for unit in (units[0], units[77], units[-1]):
        (row,) = documents.list_documents(unit.UID(), "in", tokens=None).rows
        assert (row["state"], row["subject"]) == ("awaiting_reception", issued.subject)
        (line,) = audit.history(row["document_uid"])
        assert (line["act"], line["user_id"]) == ("arrive", CLERK)
    assert [row["state"] for row in ledger.of(issued.UID())] == ["arrived"] * MANY
    assert audit.verify() == []
    assert rebuild.check(office_objects(portal)) == []


def test_the_last_of_them_is_registered_like_any_other(issued, office, out, units, portal):
    last = links.document(deliveries.of(issued)[-1].incoming_uid)
    IWorkspace(units[-1]).add_to_team(user="cv1-noivu", groups={"Clerks"}, position="Văn thư")
    people.forget()
    with as_user("cv1-noivu"):
        incoming.register(last, {})
    assert (last.label, office.stage(last)) == ("01", "registered")
    states = [one.state for one in deliveries.of(issued)]
    assert states == ["arrived"] * (MANY - 1) + ["received"]
    first = links.document(deliveries.of(issued)[0].incoming_uid)
    assert (first.label, office.stage(first)) == ("", "awaiting_reception")


def test_a_recall_reaches_all(issued, office, out):
    out.do("recall", issued, CLERK, reason="Nhầm số liệu.")
    got = [links.document(one.incoming_uid) for one in deliveries.of(issued)]
    assert {office.stage(one) for one in got} == {"recalled"}
    assert {row["state"] for row in ledger.of(issued.UID())} == {"recalled"}


def test_one_folder_for_all(issued, portal):
    got = [links.document(one.incoming_uid) for one in deliveries.of(issued)]
    assert {one.__parent__.absolute_url() for one in got} == {
        places.shared(issued.issued_at.date()).absolute_url()
    }

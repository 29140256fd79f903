"""Search shows what opening allows: no document more, and none less."""

from io import BytesIO
from plone import api
from sqlalchemy import select
from tests.casefile_office import Files
from tests.office import as_user
from tests.office_acts import EVERYBODY
from tests.outgoing_office import CLERK
from tests.outgoing_office import DRAFTER
from tests.outgoing_office import HEAD
from tests.outgoing_office import Outgoing
from tests.rules.attachments.making import docx
from vanphong.attachments import pipeline
from vanphong.attachments.actions import accept
from vanphong.calendars import clock
from vanphong.casefiles import actions as casefiles
from vanphong.documents import search
from vanphong.incoming import actions as incoming
from vanphong.ledger import jobs
from vanphong.ledger import search as engine
from vanphong.ledger import session
from vanphong.ledger.tables import document_index
from vanphong.organisation import actions as organisation
from vanphong.organisation import people
from vanphong.portal import actions as portal_actions
import pytest


def every_stage(office):
    """Documents at every stage, beside those of the sample."""
    office.arrive()
    office.register()
    office.presented("pct-vanxa")
    office.presented("vp")
    office.assigned()
    office.finished()
    taken_back = office.directed()
    office.do("take_back", taken_back, office.step(taken_back, "lead"), "chutich")
    office.directed(lead="anlac", coordinators=[], inform=[])


def every_outgoing_stage(office):
    """The same of what goes out; one comes to a body below, one is on the portal."""
    out = Outgoing(office)
    for stage in ("draft", "submitted", "checked", "appraised", "approved", "signed"):
        getattr(out, stage)()
    for stage in ("numbered", "sealed", "issued"):
        getattr(out, stage)()
    out.do("cancel", out.draft(), DRAFTER, reason="Không cần nữa.")
    sent_back = out.submitted()
    out.do("send_back", sent_back, out.holder(sent_back), reason="Viết lại.")
    recalled = out.issued(recipients=[{"unit": office.uid("anlac"), "purpose": "act"}])
    out.do("recall", recalled, CLERK, reason="Sai ngày.")
    with as_user(HEAD):
        portal_actions.publish(out.issued())


def case_files(office):
    """Documents that a file lets its roster read, and does not, and that have left it."""
    files = Files(office)
    for grants in (True, False):
        case_file = files.filed(files.finished(), grants=grants)
        with as_user("cv1-vhtt"):
            casefiles.set_member(case_file, "cv1-noivu", "reader")
    with as_user("cv1-vhtt"):
        casefiles.set_member(case_file, "vanthu-anlac", "reader")
        casefiles.remove_member(case_file, "vanthu-anlac")
    left = files.finished()
    case_file = files.filed(left, grants=True)
    with as_user("cv1-vhtt"):
        casefiles.set_member(case_file, "truongphong-tuphap", "contributor")
        casefiles.take_out(case_file, left.UID(), reason="Nhầm hồ sơ.")


def standing_in(office):
    """cv1-vhtt is away, and somebody of another division stands in."""
    today = clock.today()
    with as_user("admin"):
        organisation.delegate(
            office.body,
            kind="process",
            giver="cv1-vhtt",
            taker="cv1-noivu",
            valid_from=today,
            valid_to=today,
            basis="Giấy ủy quyền số 1",
        )
    people.forget()


CASES = {
    "incoming": (every_stage,),
    "outgoing": (every_outgoing_stage,),
    "case files": (case_files,),
    "standing in": (every_stage, every_outgoing_stage, standing_in),
}


def all_documents(office):
    with session.reading() as connection:
        rows = connection.execute(select(document_index.c.document_uid, document_index.c.path))
        return {uid: office.portal.unrestrictedTraverse(path) for uid, path in rows}


def may_open(documents):
    """What of them the present person may open."""
    return {uid for uid, one in documents.items() if api.user.has_permission("View", obj=one)}


def may_find(text=""):
    """What the present person finds."""
    words = search.rules.parse_query(text).words
    rows = engine.first(engine.Criteria(words), search.reader_of(people.me()), 5000)
    return {row["document_uid"] for row in rows}


@pytest.mark.parametrize("few", [engine.FEW, 0])
@pytest.mark.parametrize("case", CASES)
def test_for_every_person_and_every_document_search_is_what_opening_allows(
    office, monkeypatch, case, few
):
    monkeypatch.setattr(engine, "FEW", few)
    for stage in CASES[case]:
        stage(office)
    documents = all_documents(office)
    assert len(documents) > 25
    for user in EVERYBODY:
        with as_user(user):
            expected, found = may_open(documents), may_find()
        wrong = {documents[uid].absolute_url_path() for uid in expected ^ found}
        assert not wrong, (user, api.content.get_state(documents[(expected ^ found).pop()]), wrong)


def test_a_file_in_quarantine_is_found_by_no_word_of_it_and_its_document_by_its_own(office):
    with as_user("vanthu"):
        file = accept("a.docx", BytesIO(docx("Kính gửi hangrào")), role="main")
        values = office.values(subject="V/v diễn tập phòng thủ")
        document = incoming.register(office.body, values, [file])
    jobs.run_pending()
    with as_user("vanthu"):
        assert may_find("hangrào") == {document.UID()}
        pipeline.withdraw(document, file, "virus", "Eicar-Signature")
    with as_user("vanthu"):
        assert may_find("hangrào") == set()
        assert document.UID() in may_find("diễn tập phòng thủ")


def test_with_words_it_is_the_same(office):
    documents = all_documents(office)
    found, opened = {}, {}
    for user in EVERYBODY:
        with as_user(user):
            found[user] = may_find("uy ban nhan dan")
            opened[user] = may_open(documents)
    with_words = set().union(*found.values())
    assert len(with_words) > 5
    for user in EVERYBODY:
        assert found[user] == with_words & opened[user], user

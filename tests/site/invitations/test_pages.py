"""Pages of meetings: for the organiser, for invitees, for everybody, and 404 for the others."""

from docx import Document
from icalendar import Calendar
from io import BytesIO
from tests.meeting_office import ORGANISER
from tests.meeting_office import START
from tests.office import as_user
from tests.schedule_office import Planner
from vanphong.calendars import clock
from vanphong.errors import OfficeError
from vanphong.invitations import meetings
from vanphong.invitations.actions.attending import token_of
from vanphong.invitations.browser.public_pages import InvitationFile
from vanphong.ledger import jobs
from vanphong.outgoing import links
from vanphong.outgoing.forms import pdf_job
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.globalrequest import getRequest
import contextlib
import pytest


NOIVU = "truongphong-noivu"


def step(page_class, context, request, *steps):
    """A page with steps behind its name."""
    found = page_class(context, request)
    for one in steps:
        found = found.publishTraverse(request, one)
    return found


def public(portal, name, *steps):
    """A public page, asked for by nobody."""
    with as_user(""):
        view = getMultiAdapter((portal, getRequest()), name=name)
        for one in steps:
            view = view.publishTraverse(getRequest(), one)
        body = view()
        return body.decode() if isinstance(body, bytes) else body


def test_the_organisers_page(calls, page):
    document = calls.answered()
    found = page(document, "meeting", ORGANISER)
    assert "Họp triển khai công tác phòng, chống bão số 5" in found.text
    assert "Sở Y tế tỉnh An Bình" in found.text
    assert "call-list" in found.html
    assert "Change or cancel" in found.text or "hủy cuộc họp" in found.text


def test_an_invitee_answers_with_one_tap(calls, page):
    document = calls.called()
    found = page(document, "meeting", NOIVU)
    assert "call-list" not in found.html
    key = meetings.of(document).in_order[0].invitee.key
    sent = page(document, "meeting", NOIVU, post=True, do="answer", answer="attend", invitee=key)
    assert sent.location.endswith("/@@meeting")
    assert meetings.head_count(meetings.of(document)).attend == 1


def test_a_refused_answer_comes_back_with_its_reason(calls, page):
    document = calls.called()
    found = page(document, "meeting", NOIVU, post=True, do="answer", answer="absent")
    assert found.status == 422
    assert "<details open" in found.html


@pytest.mark.parametrize("name", ["meeting", "call-list", "attendance", "attendance.docx"])
@pytest.mark.parametrize("user", ["cv1-ktht", "admin"])
def test_strangers_get_what_never_was(calls, page, name, user):
    document = calls.private()
    with pytest.raises(NotFound):
        page(document, name, user)


def test_invitees_do_not_organise(calls, page):
    document = calls.called()
    for name in ("call-list", "attendance", "attendance.docx"):
        with pytest.raises(NotFound):
            page(document, name, NOIVU)
    with pytest.raises(NotFound):
        page(calls.outgoing.issued(), "meeting", ORGANISER)


def test_the_call_list_has_those_who_did_not_answer(office, calls, page):
    office.unit("tuphap").telephone = "0296 3 123 456"
    document = calls.answered()
    found = page(document, "call-list", ORGANISER)
    assert "Phòng Tư pháp" in found.text
    assert "tel:02963123456" in found.html
    assert "Phòng Nội vụ" not in found.text
    key = office.uid("tuphap")
    page(document, "call-list", ORGANISER, post=True, do="call", invitee=key, note="Sẽ dự")
    assert "Sẽ dự" in page(document, "call-list", ORGANISER).text


def test_the_list_of_those_present(office, calls, page):
    document = calls.begun()
    found = page(document, "attendance", ORGANISER)
    assert "<svg" in found.html
    assert token_of(document) in found.html
    calls.do("mark_present", document, ORGANISER, name="<b>Ông A</b>", unit="Báo")
    found = page(document, "attendance", ORGANISER)
    assert "<b>Ông A</b></b>" not in found.html
    with as_user(ORGANISER):
        view = getMultiAdapter((document, getRequest()), name="attendance.docx")
        paper = Document(BytesIO(view()))
    cells = [cell.text for row in paper.tables[1].rows for cell in row.cells]
    assert "Phòng Nội vụ" in cells
    assert "<b>Ông A</b>" in cells


def test_the_list_prints_as_a_page(calls, page):
    document = calls.begun()
    calls.do("mark_present", document, ORGANISER, name="<b>Ông A</b>", unit="Báo")
    found = page(document, "attendance-sheet", ORGANISER)
    assert "Danh sách đại biểu dự họp" in found.text
    assert "Phòng Nội vụ" in found.text
    assert "<b>Ông A</b></td>" not in found.html
    assert "data-print" in found.html
    with pytest.raises(NotFound):
        page(document, "attendance-sheet", "truongphong-noivu")


def test_the_list_as_pdf_is_made_on_demand_and_of_the_list_as_it_is(calls, page, monkeypatch):
    monkeypatch.setattr(pdf_job.pdf, "is_available", lambda: True)
    monkeypatch.setattr(pdf_job.pdf, "to_pdf", lambda docx: b"%PDF-1.7 of a list")
    document = calls.begun()
    assert "Tạo bản PDF" in page(document, "attendance", ORGANISER).text
    with pytest.raises(NotFound):
        page(document, "attendance.pdf", ORGANISER)
    page(document, "attendance", ORGANISER, post=True, do="pdf")
    assert "đang được tạo" in page(document, "attendance", ORGANISER).text
    with as_user("admin"):
        jobs.run_pending()
    assert "attendance.pdf" in page(document, "attendance", ORGANISER).html
    with as_user(ORGANISER):
        view = getMultiAdapter((document, getRequest()), name="attendance.pdf")
        assert view() == b"%PDF-1.7 of a list"
    with pytest.raises(NotFound):
        page(document, "attendance.pdf", "truongphong-noivu")
    calls.do("mark_present", document, ORGANISER, name="Ông B", unit="Báo")
    with pytest.raises(NotFound):
        page(document, "attendance.pdf", ORGANISER)
    assert "Tạo bản PDF" in page(document, "attendance", ORGANISER).text


def test_without_libreoffice_no_pdf_is_offered(calls, page, monkeypatch):
    monkeypatch.setattr(pdf_job.pdf, "is_available", lambda: False)
    document = calls.begun()
    assert "Tạo bản PDF" not in page(document, "attendance", ORGANISER).text
    found = page(document, "attendance", ORGANISER, post=True, do="pdf")
    assert "LibreOffice" in found.text


def test_the_sign_in_page(calls, portal):
    document = calls.begun()
    request = getRequest()

    def sign_in(user, code):
        with as_user(user):
            view = getMultiAdapter((document, request), name="sign-in")
            return view.publishTraverse(request, code)()

    assert token_of(document) in sign_in(NOIVU, token_of(document))
    for guess in ("0-0", "x", token_of(document)[:-1] + "z"):
        with pytest.raises(NotFound):
            sign_in(NOIVU, guess)


def test_my_invitations_and_the_desktop(portal, calls, page):
    calls.called()
    assert "phòng, chống bão số 5" in page(portal, "my-invitations", NOIVU).text
    assert "phòng, chống bão số 5" in page(portal, "desktop", NOIVU).text
    assert "phòng, chống bão số 5" in page(portal, "my-invitations", ORGANISER).text
    assert "phòng, chống bão số 5" not in page(portal, "my-invitations", "cv1-ktht").text


def test_the_twin_of_an_invited_unit_leads_to_the_meeting(office, calls, page):
    document = calls.called()
    incoming = meetings.of(document).in_order[0].invitee.incoming
    twin = links.document(incoming)
    found = page(twin, "view", NOIVU)
    assert f"{document.absolute_url()}/@@meeting" in found.html


def test_everybody_sees_public_meetings_alone(portal, calls):
    document, private = calls.called(), calls.private()
    listed = public(portal, "invitations")
    assert document.UID() in listed
    assert private.UID() not in listed
    body = public(portal, "invitation", document.UID())
    assert "phòng, chống bão số 5" in body
    assert "Phòng Nội vụ" not in body
    for uid in (private.UID(), "khong-co", "x" * 5000, calls.outgoing.issued().UID()):
        for name in ("invitation", "invitation.ics"):
            with pytest.raises(NotFound):
                public(portal, name, uid)


def test_files_of_a_meeting(portal, calls, request_):
    document = calls.called()
    private = calls.private()
    main = document.attachments[0].uid
    with as_user(""):
        found = step(InvitationFile, portal, request_, document.UID(), main)()
        assert found is not None
        for path in (
            (private.UID(), private.attachments[0].uid),
            (document.UID(), "khong-co"),
            (document.UID(),),
        ):
            with pytest.raises(NotFound):
                step(InvitationFile, portal, request_, *path)()


def test_the_calendar_follows_changes(portal, calls):
    document = calls.called()
    calls.do("change_meeting", document, ORGANISER, {"starts_at": "2024-08-19T09:00"})
    event = Calendar.from_ical(public(portal, "invitation.ics", document.UID())).walk("VEVENT")[0]
    assert event["SEQUENCE"] == 1
    assert event["DTSTART"].dt.hour == 9
    calls.do("cancel_meeting", document, ORGANISER, "Hoãn")
    event = Calendar.from_ical(public(portal, "invitation.ics", document.UID())).walk("VEVENT")[0]
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 2)


def test_the_front_page_and_the_search(portal, calls):
    calls.called()
    body = public(portal, "portal")
    assert "phòng, chống bão số 5" in body
    with as_user(""):
        getRequest().form["q"] = "phong chong bao"
    assert "@@invitation/" in public(portal, "public-search")


def test_markup_in_a_title_is_shown_as_text(portal, calls):
    document = calls.called(title="<script>alert(1)</script>")
    assert "<script>alert(1)" not in public(portal, "invitation", document.UID())
    assert "<script>alert(1)" not in public(portal, "invitations")


def test_the_meeting_on_the_page_of_its_draft_and_document(calls, page):
    document = calls.called()
    assert "19/08/2024" in page(document, "view", ORGANISER).text
    clock.freeze(START)
    assert "conclude" in page(document, "meeting", ORGANISER).html


def test_a_draft_says_what_stands_in_its_way(office, calls, page):
    Planner(office).propose("chanhvp", start="8:30", end="9:30", room="phong-hop-so-1")
    event = {"starts_at": "2024-08-19T08:00", "place": "Phòng họp số 1"}
    draft = calls.outgoing.draft(document_type="giay-moi", particulars=event)
    found = page(draft, "view", "cv1-vhtt").text
    assert "Phòng họp số 1" in found
    assert "Giao ban" in found or "giao ban" in found


def test_the_chair_reads_the_answers_and_changes_nothing(calls, page):
    document = calls.answered()
    found = page(document, "meeting", "chutich")
    assert "Sở Y tế tỉnh An Bình" in found.text
    assert 'value="answer_for"' not in found.html
    assert 'value="cancel"' not in found.html


NAMES = ("meeting", "call-list", "attendance", "attendance.docx", "meeting.ics")


@pytest.mark.parametrize("user", ["cv2-nnptnt", "truongphong-ktht", "vanthu", "cv1-noivu"])
def test_looking_at_the_meetings_of_the_sample_writes_nothing(portal, office, page, user):
    found = [one for one in office.outgoing() if meetings.of(one) is not None]
    assert len(found) == 2
    for document in found:
        for name in NAMES:
            with contextlib.suppress(NotFound, OfficeError):
                page(document, name, user)
    page(portal, "my-invitations", user)
    changed = portal._p_jar._registered_objects
    assert [one for one in changed if ".portlet" not in type(one).__module__] == []

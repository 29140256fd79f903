"""Every act on meetings: done, and refused by a rule. See tests/site/guards."""

from tests.meeting_office import ORGANISER
from tests.meeting_office import Meetings
from tests.office import as_user
from vanphong.invitations import actions
from vanphong.invitations.actions.attending import token_of


OUTSIDE = "name:so y te tinh an binh"


def at(stage, **values):
    """A meeting in a stage."""
    return lambda office: getattr(Meetings(office), stage)(**values)


def given(*args, **more):
    """These arguments."""
    return lambda office, context: (args, more)


def listed(office):
    """A meeting with a guest on the list."""
    document = Meetings(office).begun()
    with as_user(ORGANISER):
        actions.mark_present(document, name="Nguyễn Văn Khách")
    return document


def its_guest(office, document):
    """The key of the guest."""
    (key,) = Meetings(office).meeting(document).present
    return (key,), {}


def its_token(office, document):
    """The code in the room."""
    return (token_of(document),), {}


MEETINGS = {
    "answer_invitation": (
        "truongphong-noivu",
        at("called"),
        given("attend"),
        given("absent"),
    ),
    "answer_for_invitee": (
        ORGANISER,
        at("called"),
        given(OUTSIDE, "substitute", who="Bà Lê Thị Hoa"),
        given(OUTSIDE, "maybe"),
    ),
    "change_meeting": (
        ORGANISER,
        at("called"),
        given({"starts_at": "2024-08-19T09:00"}),
        given({"starts_at": "2024-08-12T09:00"}),
    ),
    "cancel_meeting": (ORGANISER, at("called"), given("Hoãn"), given(" ")),
    "remind_invitees": (ORGANISER, at("called"), given(), given(["khong-co"])),
    "note_call": (ORGANISER, at("called"), given(OUTSIDE, "Đã báo"), given("khong-co")),
    "share_papers": (ORGANISER, at("called"), given([]), given(["khong-co"])),
    "sign_in": ("cv1-noivu", at("begun"), its_token, given("0-0"), ""),
    "mark_present": (ORGANISER, at("begun"), given(name="Ông A"), given()),
    "mark_absent": (ORGANISER, listed, its_guest, given("khong-co")),
    "renew_sign_in": (ORGANISER, at("called"), its_token, given("0-0")),
}

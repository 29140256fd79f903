"""Every act on outgoing documents: done, and refused by a rule. See tests/site/guards."""

from datetime import date
from tests.office import as_user
from tests.outgoing_office import CHECKED
from tests.outgoing_office import CLERK
from tests.outgoing_office import DRAFTER
from tests.outgoing_office import HEAD
from tests.outgoing_office import Outgoing
from tests.outgoing_office import file
from tests.outgoing_office import pdf
from vanphong.ledger import access
from vanphong.routing import actions as routing
from vanphong.routing import sheet as sheets


APPRAISER = "cv-tonghop-vx"
SIGNER = "pct-vanxa"

TOO_LONG = {"note": "x" * 2001}


def at(stage, **values):
    """A document in a stage."""
    return lambda office: getattr(Outgoing(office), stage)(**values)


def before(user, stage):
    """A document that lies before somebody."""

    def made(office):
        document = getattr(Outgoing(office), stage)()
        step = next(one for one in sheets.steps_of(document) if one.awaits)
        if step.actor != user:
            with as_user("chanhvp"):
                routing.replace_holder(document, step.uid, person=user, reason="Phân công.")
        return document

    return made


def given(*args, **more):
    """These arguments."""
    return lambda office, context: (args, more)


def asked(office):
    """A draft about which the chief of the Office is asked."""
    out = Outgoing(office)
    draft = out.draft()
    out.do("ask_opinions", draft, DRAFTER, ["chanhvp"])
    return draft


def opened(office, context):
    """The head opens what was submitted."""
    access.seen(context.UID(), HEAD, frozenset({HEAD}))
    return (), {}


def to_unit(office, context):
    """A unit is asked for its opinion."""
    return ([office.uid("noivu")],), {}


#: Name of the act: who does it, on what, with which arguments, and with which wrong ones.
OUTGOING = {
    "create_draft": (
        DRAFTER,
        lambda office: office.unit("vhtt"),
        lambda office, context: ((Outgoing(office).values(), [file()]), {}),
        given({"subject": "V/v", "secrecy": "secret"}),
    ),
    "edit_draft": (DRAFTER, at("draft"), given({"note": "Gấp"}), given({"subject": ""})),
    "add_version": (
        DRAFTER,
        at("draft"),
        lambda office, context: (([file()],), {"note": "Lần hai"}),
        given([]),
    ),
    "comment": (HEAD, at("submitted"), given("Bổ sung số liệu."), given(" ")),
    "ask_opinions": (DRAFTER, at("draft"), to_unit, given([])),
    "give_opinion": ("chanhvp", asked, given("Nhất trí."), given("")),
    "submit": (DRAFTER, at("draft"), given(), given(to=["chutich"])),
    "withdraw": (DRAFTER, at("submitted"), given(), opened),
    "check_content": (HEAD, before(HEAD, "submitted"), given(), given(**TOO_LONG)),
    "appraise": (APPRAISER, before(APPRAISER, "checked"), given(CHECKED), given({})),
    "approve": (SIGNER, before(SIGNER, "appraised"), given(), given(**TOO_LONG)),
    "sign": (SIGNER, before(SIGNER, "approved"), given(), given(**TOO_LONG)),
    "record_signature": (
        CLERK,
        at("approved"),
        lambda office, context: (([pdf()],), {}),
        given([]),
    ),
    "print_for_signature": (CLERK, at("approved"), given(amount=2), given(amount=0)),
    "send_back": (HEAD, at("submitted"), given(reason="Sai."), given(reason=" ")),
    "number": (CLERK, at("signed"), given(), given(issued_date=date(2024, 8, 15))),
    "seal": (CLERK, at("numbered"), given(), given(**TOO_LONG)),
    "issue": (
        CLERK,
        at("sealed"),
        lambda office, context: (([pdf()],), {}),
        lambda office, context: (([file()],), {}),
    ),
    "note_delivery": (
        CLERK,
        at("issued", recipients=["Sở Nội vụ"]),
        given("name:so noi vu", "received"),
        given("name:so noi vu", "lost"),
    ),
    "cancel": (CLERK, at("numbered"), given(reason="Thôi."), given(reason="")),
    "recall": (CLERK, at("issued"), given(reason="Nhầm."), given(reason="")),
    "correct_issued": (DRAFTER, at("issued"), given({}), given({"subject": "x" * 501})),
    "replace_issued": (DRAFTER, at("issued"), given({}), given({"subject": "x" * 501})),
    "make_copy": (CLERK, at("issued"), given("ban-sao-y"), given("ban-chup")),
}

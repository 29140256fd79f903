"""What no edit of the workflow of incoming documents may break (Decree 30/2020)."""

from vanphong.errors import mark as _
from vanphong.incoming.stages import TRANSITIONS
from vanphong.incoming.stages import Stages
from vanphong.workflows.interfaces import IHardRules
from vanphong.workflows.rules.hard import Before
from vanphong.workflows.rules.hard import HardRules
from vanphong.workflows.rules.hard import Needed
from vanphong.workflows.rules.hard import Only
from zope.interface import provider


REGISTER = "Nghị định 30/2020/NĐ-CP, Điều 22"
PRESENT = "Nghị định 30/2020/NĐ-CP, Điều 23"
READ = "Nghị định 30/2020/NĐ-CP, Điều 25"

CLERK = frozenset({"Records Clerk"})
OFFICE = frozenset({"Records Clerk", "Office Chief"})
LEADERS = frozenset({"Directing Leader", "Office Chief"})
HANDLING = frozenset({"Handler"})
INVOLVED = frozenset(
    {"Records Clerk", "Office Chief", "Directing Leader", "Handler", "Document Reader"}
)
UNREGISTERED = frozenset({"draft", "awaiting_reception", "returned"})

SEEN = _("“${state}”: only who registers, directs, handles or may read a document sees it.")
REGISTERED = _("“${state}”: only the records clerk of the body registers documents.")
PRESENTED = _("“${state}”: what is not registered is presented to nobody.")
PRESENTING = _("“${state}”: the Office presents, and a leader passes on, nobody else.")
DIRECTED = _("“${state}”: a directive is the word of the leader who has the document.")
BEHALF = _("“${state}”: only the records clerk enters a directive on behalf.")
HANDLED = _("“${state}”: work is received and assigned by who handles it.")
CORRECTED = _("“${state}”: only the records clerk corrects the particulars.")

WORDS = {
    "View": _("see it"),
    "Access contents information": _("see what is in it"),
    "Modify portal content": _("correct it"),
    "vanphong: Register Incoming Document": _("register it"),
    "vanphong: Return to Sender": _("return it to the sender"),
    "vanphong: Present Document": _("present it"),
    "vanphong: Issue Directive": _("direct it"),
    "vanphong: Issue Directive on Behalf": _("enter a directive on behalf"),
    "vanphong: Receive Work": _("receive it for the unit"),
    "vanphong: Assign Work": _("assign it to a person"),
    "vanphong: Handle Work": _("handle it: report, finish, hand back"),
    "vanphong: Decide Extension": _("decide on more time"),
    "vanphong: Take Back Work": _("take it back"),
    "vanphong: Urge Work": _("remind the holder"),
}

RULES = (
    Only("View", INVOLVED, SEEN, READ),
    Only("Access contents information", INVOLVED, SEEN, READ),
    Only("Modify portal content", CLERK, CORRECTED, REGISTER),
    Only("vanphong: Register Incoming Document", CLERK, REGISTERED, REGISTER),
    Only("vanphong: Return to Sender", CLERK, REGISTERED, REGISTER),
    Only("vanphong: Present Document", frozenset(), PRESENTED, REGISTER, UNREGISTERED),
    Only("vanphong: Present Document", OFFICE | {"Directing Leader"}, PRESENTING, PRESENT),
    Only(
        "vanphong: Issue Directive",
        frozenset({"Directing Leader", "Office Chief"}),
        DIRECTED,
        PRESENT,
    ),
    Only("vanphong: Issue Directive on Behalf", CLERK, BEHALF, PRESENT),
    Only("vanphong: Receive Work", HANDLING, HANDLED, PRESENT),
    Only("vanphong: Assign Work", HANDLING, HANDLED, PRESENT),
    Needed(
        "View",
        CLERK,
        frozenset(Stages.known),
        _("“${state}”: the records clerk sees every document of the body."),
        REGISTER,
    ),
    Needed(
        "vanphong: Register Incoming Document",
        CLERK,
        frozenset({"awaiting_reception"}),
        _("“${state}”: somebody must be able to register what has arrived."),
        REGISTER,
    ),
    Needed(
        "vanphong: Present Document",
        OFFICE,
        frozenset({"registered"}),
        _("“${state}”: somebody must be able to present what is registered."),
        PRESENT,
    ),
    Needed(
        "vanphong: Issue Directive",
        frozenset({"Directing Leader"}),
        frozenset({"presented"}),
        _("“${state}”: the leader who has the document must be able to direct it."),
        PRESENT,
    ),
    Before(
        "presented",
        "registered",
        _("A document is registered before it is presented."),
        REGISTER,
    ),
    Before(
        "directed",
        "presented",
        _("A document is presented to a leader before it is directed."),
        PRESENT,
    ),
    Before(
        "finished",
        "registered",
        _("A document is registered before it is finished."),
        REGISTER,
    ),
)


@provider(IHardRules)
def hard_rules() -> HardRules:
    """Hard rules of the workflow of incoming documents."""
    return HardRules(
        portal_type="IncomingDocument",
        direction="in",
        stages=Stages.known,
        ways=TRANSITIONS,
        ends=frozenset({"returned", "finished", "recalled", "cancelled"}),
        functions=(
            "Records Clerk",
            "Office Chief",
            "Directing Leader",
            "Handler",
            "Document Reader",
        ),
        words=WORDS,
        rules=RULES,
    )

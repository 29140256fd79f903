"""What no edit of the workflow of outgoing documents may break (Decree 30/2020)."""

from vanphong.errors import mark as _
from vanphong.outgoing.rules import articles
from vanphong.outgoing.stages import DRAFTS
from vanphong.outgoing.stages import ENDED
from vanphong.outgoing.stages import TRANSITIONS
from vanphong.outgoing.stages import Stages
from vanphong.workflows.interfaces import IHardRules
from vanphong.workflows.rules.hard import Before
from vanphong.workflows.rules.hard import HardRules
from vanphong.workflows.rules.hard import Needed
from vanphong.workflows.rules.hard import Only
from zope.interface import provider


CLERK = frozenset({"Records Clerk"})
OFFICE = frozenset({"Records Clerk", "Office Chief"})
UNIT = frozenset({"Drafter", "Drafting Unit Head"})
HOLDERS = UNIT | {"Appraiser", "Signer", "Handler", "Document Reader"}

FUNCTIONS = (
    "Drafter",
    "Drafting Unit Head",
    "Handler",
    "Appraiser",
    "Signer",
    "Records Clerk",
    "Office Chief",
    "Document Reader",
)

SEEN = _("“${state}”: a draft is seen by its unit and by those whom it lies with.")
NOT_YET = _("“${state}”: this is not done before its stage has come.")

WORDS = {
    "View": _("see it"),
    "Access contents information": _("see what is in it"),
    "Modify portal content": _("correct it"),
    "vanphong: Draft Document": _("change the draft"),
    "vanphong: Comment Draft": _("comment on the draft"),
    "vanphong: Ask Opinion": _("ask for opinions"),
    "vanphong: Give Opinion": _("give an opinion"),
    "vanphong: Submit Document": _("submit it"),
    "vanphong: Withdraw Draft": _("take it back unopened"),
    "vanphong: Review Content": _("check the content"),
    "vanphong: Appraise Form": _("appraise the form"),
    "vanphong: Approve Draft": _("approve the draft"),
    "vanphong: Sign Document": _("sign it"),
    "vanphong: Record Signature": _("record the signature on paper"),
    "vanphong: Send Back Document": _("send it back"),
    "vanphong: Print for Signature": _("print it to be signed"),
    "vanphong: Number Document": _("number it"),
    "vanphong: Apply Seal": _("seal it"),
    "vanphong: Issue Document": _("issue it"),
    "vanphong: Cancel Document": _("give it up"),
    "vanphong: Recall Document": _("recall it"),
    "vanphong: Amend Document": _("correct or replace it"),
    "vanphong: Make Copy": _("make certified copies"),
    "vanphong: Note Delivery": _("note what became of a delivery"),
    "vanphong: Take Back Work": _("take it back"),
    "vanphong: Urge Work": _("remind the holder"),
}

#: Permission -> who may have it at all, why, by which article.
NOBODY_ELSE = {
    "Modify portal content": (
        frozenset(),
        _("“${state}”: a document is changed by what is done with it, not by Plone's form."),
        articles.DRAFT,
    ),
    "vanphong: Draft Document": (
        UNIT,
        _("“${state}”: a draft is changed by its drafter and the head of the unit."),
        articles.DRAFT,
    ),
    "vanphong: Review Content": (
        frozenset({"Drafting Unit Head"}),
        _("“${state}”: the head of the drafting unit answers for the content."),
        articles.CONTENT,
    ),
    "vanphong: Appraise Form": (
        frozenset({"Appraiser"}),
        _("“${state}”: the form is appraised by whom the office has put in charge of it."),
        articles.FORM,
    ),
    "vanphong: Approve Draft": (
        frozenset({"Signer"}),
        _("“${state}”: a draft is approved by who will sign it."),
        articles.APPROVE,
    ),
    "vanphong: Sign Document": (
        frozenset({"Signer"}),
        _("“${state}”: only the signer signs."),
        articles.SIGN,
    ),
    "vanphong: Record Signature": (
        CLERK,
        _("“${state}”: only the records clerk records a signature on paper."),
        articles.SIGN,
    ),
    "vanphong: Number Document": (
        CLERK,
        _("“${state}”: only the records clerk gives numbers."),
        articles.NUMBER,
    ),
    "vanphong: Apply Seal": (
        CLERK,
        _("“${state}”: only the records clerk keeps and uses the seal."),
        articles.SEAL,
    ),
    "vanphong: Issue Document": (
        CLERK,
        _("“${state}”: only the records clerk issues documents."),
        articles.ISSUE,
    ),
    "vanphong: Recall Document": (
        OFFICE,
        _("“${state}”: documents are recalled by the records office."),
        articles.RECALL,
    ),
    "vanphong: Make Copy": (
        OFFICE,
        _("“${state}”: certified copies are made by the records office."),
        articles.COPY,
    ),
}

#: Permission -> the only states in which it may be given.
ONLY_IN = {
    "vanphong: Review Content": {"unit_review"},
    "vanphong: Appraise Form": {"appraisal"},
    "vanphong: Approve Draft": {"awaiting_signature"},
    "vanphong: Sign Document": {"awaiting_signature"},
    "vanphong: Print for Signature": {"awaiting_signature"},
    "vanphong: Number Document": {"signed"},
    "vanphong: Apply Seal": {"numbered"},
    "vanphong: Issue Document": {"numbered"},
    "vanphong: Recall Document": {"issued"},
}

#: Somebody must be able to take a document on from each stage.
ALWAYS = {
    "unit_review": ("vanphong: Review Content", "Drafting Unit Head"),
    "appraisal": ("vanphong: Appraise Form", "Appraiser"),
    "awaiting_signature": ("vanphong: Sign Document", "Signer"),
    "signed": ("vanphong: Number Document", "Records Clerk"),
    "numbered": ("vanphong: Issue Document", "Records Clerk"),
}

ORDER = (
    ("appraisal", "unit_review", articles.CHECK),
    ("awaiting_signature", "unit_review", articles.CHECK),
    ("signed", "awaiting_signature", articles.SIGN),
    ("numbered", "signed", articles.NUMBER),
    ("issued", "numbered", articles.ISSUE),
)


def _rules():
    drafts = frozenset(DRAFTS)
    for permission in ("View", "Access contents information"):
        yield Only(permission, HOLDERS, SEEN, articles.DRAFT, drafts)
    for permission, (roles, why, rule) in NOBODY_ELSE.items():
        yield Only(permission, roles, why, rule)
    for permission, states in ONLY_IN.items():
        others = frozenset(Stages.known - states)
        yield Only(permission, frozenset(), NOT_YET, articles.STAGES, others)
    for state, (permission, role) in ALWAYS.items():
        yield Needed(
            permission,
            frozenset({role}),
            frozenset({state}),
            _("“${state}”: somebody must be able to take the document on."),
            articles.STAGES,
        )
    for state, must, rule in ORDER:
        yield Before(state, must, _("No stage of an outgoing document is skipped."), rule)


RULES = tuple(_rules())


@provider(IHardRules)
def hard_rules() -> HardRules:
    """Hard rules of the workflow of outgoing documents."""
    return HardRules(
        portal_type="OutgoingDocument",
        direction="out",
        stages=Stages.known,
        ways=TRANSITIONS,
        ends=frozenset(ENDED),
        functions=FUNCTIONS,
        words=WORDS,
        rules=RULES,
    )

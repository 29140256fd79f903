"""Content type OutgoingDocument."""

from plone.autoform import directives
from types import MappingProxyType
from vanphong import _
from vanphong.documents import rules as document_rules
from vanphong.documents.content import OfficeDocument
from vanphong.documents.schema import IDocument
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.outgoing.rules import places_words
from vanphong.outgoing.rules.particulars import words
from vanphong.registers.rules import entry_label
from vanphong.routing.rules import AWAITING
from vanphong.routing.sheet import steps_of
from zope import schema
from zope.interface import implementer


class IOutgoingDocument(IDocument):
    """Fields of an outgoing document (Decree 30/2020, Annex VI Part II.I).

    Number, symbol, date and issuing body are written by acts, not typed.
    """

    issued_amount = schema.Int(
        title=_("Number of copies"), required=False, min=0, max=999, default=1
    )
    circulation = schema.Choice(
        title=_("Circulation"), vocabulary="vanphong.circulations", required=False, default=""
    )
    archive_note = schema.TextLine(
        title=_("Kept by"),
        description=_("As it stands at the end of the recipients: “Lưu: VT, VHTT”."),
        required=False,
        default="",
        max_length=100,
    )
    signed_by = schema.Choice(
        title=_("Issued in the name of"), vocabulary="vanphong.signed_by", default="body"
    )
    signing_form = schema.Choice(
        title=_("Form of the signature"), vocabulary="vanphong.signing_forms", default="auto"
    )
    drafting_unit = schema.TextLine(title=_("Drafting unit (UID)"), required=False, readonly=True)
    drafter = schema.TextLine(title=_("Drafter (user id)"), required=False, readonly=True)
    signer = schema.TextLine(title=_("Signer (user id)"), required=False, readonly=True)
    directives.write_permission(
        drafting_unit="vanphong.AddRecord",
        drafter="vanphong.AddRecord",
        signer="vanphong.AddRecord",
    )


@implementer(IOutgoing)
class OutgoingDocument(OfficeDocument):
    """A document that the body issues, from its first draft on."""

    direction = "out"
    register_uid = ""
    period = ""
    code = None
    code_suffix = ""
    code_notation = ""
    number_void = None
    created_at = None
    numbered_at = None
    numbered_by = ""
    issued_at = None
    issued_by = ""
    drafter_title = ""
    signer_lines = ()
    signed_on = None
    recipients = ()
    legal_bases = ()
    related = ()
    #: What the type asks for: a value of ``vanphong.outgoing.rules.particulars``, or None.
    particulars = None
    reply_to = ""
    reply_symbol = ""
    amends = ""
    amendment = ""
    amended_by = ()
    versions = ()
    approvals = ()
    copies = ()
    #: PDFs of files of drafts, by the UIDs of the files.
    pdfs = MappingProxyType({})
    deliveries = None
    cancel_reason = ""
    cancelled_at = None
    recall_reason = ""
    recalled_at = None
    overlap_reason = ""
    consulted = ()
    sealed_at = None
    sealed_by = ""

    @property
    def number(self):
        """Number in its register, None before it is numbered."""
        return self.code

    @property
    def suffix(self):
        """Letter behind an inserted number."""
        return self.code_suffix or ""

    @property
    def label(self):
        """Number as it is shown, "" before it is numbered."""
        return "" if self.code is None else entry_label(self.code, self.suffix)

    #: The number as Annex VI names it (CodeNumber).
    code_number = label

    @property
    def arrived_at(self):
        """When the draft was begun; the ledger's name for when a document came up."""
        return self.created_at

    @property
    def registered_at(self):
        """When it got its number (Decree 30/2020, Article 16)."""
        return self.numbered_at

    @property
    def registered_by(self):
        """Who numbered it."""
        return self.numbered_by

    @property
    def to_places(self):
        """All recipients in one text."""
        return places_words(self.recipients)

    @property
    def details(self):
        """What the fields of its type say, in one text for the search."""
        return words(self.document_type, self.particulars)

    @property
    def document_identifier(self):
        """Identifier on the exchange axis, "" before it is numbered."""
        if not (self.organ_id and self.issued_date and self.symbol):
            return ""
        return document_rules.document_identifier(self.organ_id, self.issued_date, self.symbol)

    @property
    def duplicate_key(self):
        """Nothing: a register gives no number twice, and what comes back is no duplicate."""
        return ""

    @property
    def due_at(self):
        """When the step that runs has to be done, None while none does."""
        dues = [one.due for one in steps_of(self) if one.state in AWAITING and one.due]
        return min(dues, default=None)

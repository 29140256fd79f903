"""Content type IncomingDocument."""

from plone.autoform import directives
from vanphong import _
from vanphong.calendars.clock import TZ
from vanphong.documents import rules
from vanphong.documents.content import OfficeDocument
from vanphong.documents.schema import IDocument
from vanphong.incoming.interfaces import IIncoming
from vanphong.registers.rules import entry_label
from vanphong.routing.sheet import steps_of
from zope import schema
from zope.interface import implementer


class IIncomingDocument(IDocument):
    """Fields of an incoming document (Decree 30/2020, Annex VI Part II.II)."""

    channel = schema.Choice(title=_("Received by"), vocabulary="vanphong.channels", default="paper")
    paper_location = schema.TextLine(
        title=_("Paper original kept at"), required=False, default="", max_length=200
    )
    named_recipients = schema.TextLine(
        title=_("Recipients named on it"), required=False, default="", max_length=1000
    )
    symbol_as_is = schema.Bool(
        title=_("The symbol stands on the document exactly like this"),
        description=_("For symbols that follow no form of Decree 30/2020."),
        required=False,
        default=False,
    )
    directives.write_permission(
        arrival_number="vanphong.AddRecord",
        arrival_suffix="vanphong.AddRecord",
        arrived_at="vanphong.AddRecord",
    )
    arrival_number = schema.Int(title=_("Arrival number"), required=False, readonly=True)
    arrival_suffix = schema.TextLine(
        title=_("Letter of the arrival number"), required=False, readonly=True, default=""
    )
    arrived_at = schema.Datetime(title=_("Arrived"), required=False, readonly=True)


@implementer(IIncoming)
class IncomingDocument(OfficeDocument):
    """A document that the body has received."""

    direction = "in"
    register_uid = ""
    period = ""
    arrival_number = None
    arrival_suffix = ""
    registered_at = None
    registered_by = ""
    return_reason = ""
    distinct_reason = ""
    to_places = ""
    #: UID of the document at its sender, when that is a unit of this office.
    origin_uid = ""
    #: What its sender wants of this recipient.
    sent_for = ""
    #: Notices of the sender, vanphong.incoming.delivery.Notice.
    sender_notes = ()
    recall_reason = ""
    recalled_at = None
    cancelled_at = None
    cancel_reason = ""
    number_void = None
    #: Symbols and UIDs of the documents that answer it.
    replies = ()

    @property
    def number(self):
        """Arrival number, None before registration."""
        return self.arrival_number

    @property
    def suffix(self):
        """Letter behind the arrival number."""
        return self.arrival_suffix or ""

    @property
    def label(self):
        """Arrival number as it is shown, "" before registration."""
        if self.arrival_number is None:
            return ""
        return entry_label(self.arrival_number, self.suffix)

    @property
    def arrival_date(self):
        """Day of arrival (Annex VI, ArrivalDate)."""
        return None if self.arrived_at is None else self.arrived_at.astimezone(TZ).date()

    @property
    def document_identifier(self):
        """Identifier on the exchange axis, "" while it cannot be formed."""
        if self.cancelled_at is not None or not (
            self.organ_id and self.issued_date and self.symbol
        ):
            return ""
        return rules.document_identifier(self.organ_id, self.issued_date, self.symbol)

    @property
    def duplicate_key(self):
        """Number, symbol, issuing body and year in one text, "" without a symbol.

        What was registered by mistake is no duplicate of what is registered right.
        """
        if self.cancelled_at is not None or not self.symbol:
            return ""
        return rules.duplicate_key(self.symbol, self.organ_name, self.issued_date)

    @property
    def due_at(self):
        """When the lead has to be done, None while nobody leads."""
        for step in reversed(steps_of(self)):
            if step.action == "lead" and not step.parent and step.directive:
                return step.due
        return None

"""What beginning and changing a draft have in common: fields, recipients, what it names."""

from functools import cached_property
from vanphong import _
from vanphong.attachments.rules import MAX_SIZE
from vanphong.documents.browser.form_fields import faults
from vanphong.documents.browser.scope import may
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.outgoing.browser import draft_fields
from vanphong.outgoing.browser import draft_particulars
from vanphong.outgoing.browser.recipients_form import RecipientRows
from vanphong.outgoing.content import IOutgoingDocument
from vanphong.outgoing.rules import particulars
from vanphong.ui.browser.form import OfficeForm


#: Lines for documents that are named, those left empty included.
LINES = 2


class DraftFormBase(OfficeForm):
    """Subclasses say ``unit`` (the drafting unit), ``values`` and ``act``.

    Whoever may not do the act is not shown the form either.
    """

    rail_id = "outgoing"
    page_class = "vp-fixed"
    permission = "vanphong: Draft Document"
    who = mark("those who belong to the drafting unit")
    begins = False

    titles = {
        "recipients": _("Recipients"),
        "named": _("Documents it rests on"),
        "rare": _("Fields seldom needed"),
        "text": _("Text"),
    }

    def __call__(self):
        """Refuse before anything is shown."""
        if not may(self.permission, self.context):
            raise NotAllowed(mark("Only ${who} may do this here."), who=_(self.who))
        if self.request.method == "POST" and self.text("add"):
            return self._add()
        return super().__call__()

    def _add(self):
        """Show the form again with another recipient; nothing is done yet."""
        self.tried = True
        return self.render()

    # what is typed

    @cached_property
    def rows(self) -> RecipientRows:
        """The editor of the recipients."""
        return RecipientRows(self.unit, self.request.form, self.text)

    @cached_property
    def raw(self) -> dict:
        """The values that were sent, as the act takes them."""
        form = self.request.form
        found: dict = {name: self.text(name) for name in draft_fields.NAMES if name in form}
        found["recipients"] = self.rows.raw()
        own = draft_particulars.raw(form, self.text("document_type"))
        if own is not None:
            found["particulars"] = own
        found["legal_bases"] = self.texts("legal_bases")
        found["related"] = self.texts("related")
        found["consulted"] = self.texts("consulted")
        return found

    def check(self) -> None:
        """All values at once, before the act looks at what they mean together."""
        typed = {name: self.raw[name] for name in draft_fields.NAMES if name in self.raw}
        for fault in faults(IOutgoingDocument, typed, self.unit):
            self.fail(fault)
        code = self.text("document_type")
        try:
            particulars.read(code, self.raw.get("particulars"), self.values.get("particulars"))
        except OfficeError as fault:
            fault.field = draft_particulars.name_of(code, fault.field)
            self.fail(fault)

    # what is shown

    @property
    def values(self) -> dict:
        """What the fields begin with."""
        return {}

    @property
    def own_uid(self) -> str:
        """UID of the draft itself, which is not like itself."""
        return ""

    @property
    def fields(self) -> list[dict]:
        """The fields that are asked for, for the macro ``field``."""
        return draft_fields.fields(draft_fields.WIDTHS, self.values, self.unit)

    @property
    def own_groups(self) -> list[dict]:
        """The fields that only some types have, for the macro ``field``."""
        return draft_particulars.groups(self.values.get("particulars"))

    @property
    def rare_fields(self) -> list[dict]:
        """Those that are seldom needed."""
        widths = dict(draft_fields.RARE)
        if self.begins and self.unit.has_seal:
            widths = {**draft_fields.IN_WHOSE_NAME, **widths}
        return draft_fields.fields(widths, self.values, self.unit)

    @property
    def consulted(self) -> dict:
        """Units to be asked, for the macro ``pick``."""
        return draft_fields.consulted(self.values, self.unit)

    @property
    def recipient_rows(self) -> list[dict]:
        """Rows of the recipients editor."""
        return self.rows.shown(self.values.get("recipients") or (), self.tried)

    def lines(self, name: str) -> list[str]:
        """Documents that are named, one a line, with empty lines behind."""
        kept = [one if isinstance(one, str) else one.text for one in self.values.get(name) or ()]
        found = self.texts(name) if self.tried else kept
        return [*found, *[""] * (LINES if not found else 1)]

    @property
    def complete_url(self) -> str:
        """Where names of recipients and symbols are completed, and similar drafts are found."""
        return f"{self.unit.absolute_url()}/@@draft-completions"

    @property
    def max_bytes(self) -> int:
        """Limit of a file."""
        return MAX_SIZE

    @property
    def lost_file(self) -> bool:
        """Whether a file was sent that the form cannot give back to the browser."""
        return self.tried and any(self.upload(name) is not None for name in ("files", "more"))

"""What registering and correcting have in common: the fields, and the check for duplicates."""

from functools import cached_property
from vanphong import _
from vanphong.documents import catalogues
from vanphong.documents.browser.form_fields import faults
from vanphong.documents.browser.scope import may
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.incoming.browser import register_fields
from vanphong.incoming.content import IIncomingDocument
from vanphong.organisation import directory
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.browser.resources import static
from zope.component.hooks import getSite


class ParticularsForm(OfficeForm):
    """The particulars of an incoming document; subclasses say ``act``.

    ``registers`` tells the template whether a number is given. Whoever may not do the act is
    not shown the form either: it names the document.
    """

    rail_id = "incoming"
    page_class = "vp-fixed"
    permission = ""
    registers = False
    others_title = _("Other fields")

    who = mark("the records clerk of the body")

    def __call__(self):
        """Refuse before anything is shown."""
        self.check_permission()
        return super().__call__()

    def check_permission(self) -> None:
        """Refuse who may not do the act."""
        if not may(self.permission, self.context):
            raise NotAllowed(mark("Only ${who} may do this here."), who=_(self.who))

    @cached_property
    def body(self):
        """The body that received the document."""
        return directory.unit_object(self.context.body_uid)

    # what is typed

    @cached_property
    def raw(self) -> dict:
        """The values that were sent, as the act takes them."""
        values: dict = {name: self.text(name) for name in register_fields.NAMES}
        values["symbol_as_is"] = bool(self.text("symbol_as_is"))
        return values

    def check(self) -> None:
        """All values at once, before the act looks at what they mean together."""
        for fault in faults(IIncomingDocument, self.raw, self.body):
            self.fail(fault)

    def fail(self, error: OfficeError) -> None:
        """Remember which document is in the way of a duplicate."""
        super().fail(error)
        path = error.mapping.get("path") if isinstance(error, Conflict) else None
        if path:
            self.duplicate = {
                "url": self.request.physicalPathToURL(str(path).split("/")),
                "number": error.mapping.get("number"),
            }

    duplicate: dict | None = None

    @property
    def duplicate_url(self) -> str:
        """Where the page asks, while the clerk types, whether the document is here already."""
        return f"{self.body.absolute_url()}/@@completions/duplicate"

    @property
    def own_uid(self) -> str:
        """UID of the document itself, which is no duplicate of its own."""
        return ""

    # what is shown

    @property
    def values(self) -> dict:
        """What the fields begin with."""
        return {}

    @property
    def as_is(self) -> bool:
        """Whether the symbol is kept as it was typed."""
        return bool(self.typed("symbol_as_is", self.values.get("symbol_as_is")))

    @property
    def read(self) -> dict:
        """What was read from the scan and is shown, by name of the field."""
        return {}

    def alike(self, kind: str) -> list[dict]:
        """Documents that are alike in this way, see ``documents.duplicates``."""
        return []

    @property
    def fields(self) -> list[dict]:
        """The fields that are asked for, for the macro ``field``."""
        return register_fields.fields(register_fields.WIDTHS, self.values, self.body, self.read)

    @property
    def rare_fields(self) -> list[dict]:
        """Those that are seldom needed."""
        return register_fields.fields(register_fields.RARE, self.values, self.body)

    @property
    def last_fields(self) -> list[dict]:
        """Those at the end."""
        return register_fields.fields(register_fields.LAST, self.values, self.body)

    @property
    def type_name(self) -> str:
        """Name of the type that is chosen."""
        code = self.typed("document_type", self.values.get("document_type") or "cong-van")
        return catalogues.type_name(code)

    def file(self, name: str) -> str:
        """Address of a style or a script."""
        return static(getSite().absolute_url(), name)

"""The fields that Decree 30/2020, Annex VI Part II, asks of every document.

The names of the annex stand in ``rules.ANNEX_VI``.
"""

from plone.supermodel import model
from vanphong import _
from zope import schema


class IDocument(model.Schema):
    """What incoming and outgoing documents have in common."""

    subject = schema.Text(
        title=_("Subject"),
        description=_("As it stands on the document, for example “V/v …”."),
        max_length=500,
    )
    document_type = schema.Choice(
        title=_("Type"), vocabulary="vanphong.document_types", default="cong-van"
    )
    symbol = schema.TextLine(
        title=_("Number and symbol"),
        description=_("For example 1210/UBND-VX. Empty when the document bears none."),
        required=False,
        default="",
        max_length=60,
    )
    issued_date = schema.Date(title=_("Date of the document"), required=False)
    organ_name = schema.TextLine(title=_("Issuing body"), max_length=200)
    organ_id = schema.TextLine(
        title=_("Identification code of the issuing body"),
        required=False,
        default="",
        max_length=64,
    )
    language = schema.TextLine(
        title=_("Language"), required=False, default="Tiếng Việt", max_length=30
    )
    page_amount = schema.Int(title=_("Pages"), required=False, min=1, max=999)
    note = schema.TextLine(title=_("Note"), required=False, default="", max_length=500)
    signer_position = schema.TextLine(
        title=_("Signed by (position)"), required=False, default="", max_length=100
    )
    signer_name = schema.TextLine(
        title=_("Signed by (name)"), required=False, default="", max_length=50
    )
    urgency = schema.Choice(title=_("Urgency"), vocabulary="vanphong.urgencies", default="normal")
    secrecy = schema.Choice(title=_("Secrecy"), vocabulary="vanphong.secrecies", default="normal")
    field = schema.Choice(title=_("Field"), vocabulary="vanphong.fields", required=False)
    due_date = schema.Date(title=_("Reply due"), required=False)

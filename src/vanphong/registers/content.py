"""Content type Register."""

from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.registers.interfaces import IRegisterMarker
from zope import schema
from zope.interface import implementer


class IRegister(model.Schema):
    """A register book (sổ văn bản): one counter in one period."""

    title = schema.TextLine(title=_("Name of the register"))
    direction = schema.Choice(title=_("Direction"), vocabulary="vanphong.directions", default="in")
    counted = schema.Choice(
        title=_("Numbers start again"),
        description=_("State bodies count by the year, Party bodies by the term of office."),
        vocabulary="vanphong.periods",
        default="year",
    )
    period = schema.TextLine(
        title=_("Year or term"), description=_("For example 2026, or 2025–2030.")
    )
    document_types = schema.List(
        title=_("Types of document in this register"),
        description=_("Empty for all. The head of the body decides which types share a series."),
        value_type=schema.Choice(vocabulary="vanphong.document_types"),
        required=False,
        default=[],
        missing_value=[],
    )
    symbol_pattern = schema.TextLine(
        title=_("Pattern of the symbol"),
        description=_("With {type}, {body} and {unit}; for example {type}-{body}."),
        required=False,
    )
    opening_number = schema.Int(
        title=_("First number"),
        description=_("Above 1 when a paper register is carried on in the middle of the year."),
        default=1,
        min=1,
    )


@implementer(IRegisterMarker)
class Register(Item):
    """A register; its numbers, the voided ones too, are rows of the ledger."""

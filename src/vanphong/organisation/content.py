"""Content types Organisation and Unit."""

from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from vanphong import _
from vanphong.organisation.interfaces import IOrganisation
from zope import schema
from zope.interface import Invalid
from zope.interface import implementer
from zope.interface import invariant


class IUnit(model.Schema):
    """A body or a part of it (cơ quan, đơn vị).

    Codes and levels are data with validity dates, because the law changes them: since
    1 July 2025 there are two levels of local government where there were three.
    """

    title = schema.TextLine(title=_("Name"))
    short_name = schema.TextLine(
        title=_("Short name"),
        description=_("Shown in tables, for example “Phòng VH&TT”."),
        required=False,
    )
    kind = schema.Choice(
        title=_("Kind of unit"), vocabulary="vanphong.unit_kinds", default="division"
    )
    symbol_code = schema.TextLine(
        title=_("Abbreviation in symbols"),
        description=_("As the head of the body laid it down, for example “VHTT”."),
        required=False,
    )
    organ_id = schema.TextLine(
        title=_("Identification code"),
        description=_("Electronic identification code of the agency, for example “H99.20.07”."),
        required=False,
        max_length=64,
    )
    level = schema.TextLine(
        title=_("Level"),
        description=_("Level of government or “unit”."),
        required=False,
    )
    valid_from = schema.Date(title=_("Exists from"), required=False)
    valid_to = schema.Date(title=_("Exists until"), required=False)
    activated_on = schema.Date(
        title=_("Uses the electronic office from"),
        description=_("Before this day the unit gets its documents on paper."),
        required=False,
    )
    has_account = schema.Bool(title=_("Has accounts"), default=True, required=False)
    has_seal = schema.Bool(title=_("Has its own seal"), default=False, required=False)
    place = schema.TextLine(
        title=_("Place name for dates"),
        description=_("As it stands before the date of a document, for example “Phú Khê”."),
        required=False,
    )
    directives.order_after(place="has_seal")

    @invariant
    def ends_after_it_begins(unit):
        """A unit cannot end before it begins."""
        if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
            raise Invalid(_("“Exists until” lies before “Exists from”."))


class Unit(Container):
    """A unit; its team is kept by collective.workspace."""


class IUnits(model.Schema):
    """Fields of the folder of the units."""

    title = schema.TextLine(title=_("Name"))


@implementer(IOrganisation)
class Organisation(Container):
    """The folder of the units."""

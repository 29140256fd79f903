"""Content types Organisation, Unit and Delegation."""

from plone.autoform import directives
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.organisation.interfaces import IDelegationMarker
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
    regime = schema.Choice(
        title=_("Led by"),
        description=_("Decides whether its documents are signed on behalf of a collective (TM.)."),
        vocabulary="vanphong.regimes",
        default="one-head",
        required=False,
    )
    collective_name = schema.TextLine(
        title=_("Name of the collective"),
        description=_("As it is printed after TM., for example “Ủy ban nhân dân”."),
        required=False,
    )
    has_seal = schema.Bool(title=_("Has its own seal"), default=False, required=False)
    place = schema.TextLine(
        title=_("Place name for dates"),
        description=_("As it stands before the date of a document, for example “Phú Khê”."),
        required=False,
    )
    address = schema.TextLine(
        title=_("Address"),
        description=_("Shown to everybody on the page of the units, as are the next two."),
        required=False,
        default="",
        max_length=200,
    )
    telephone = schema.TextLine(title=_("Telephone"), required=False, default="", max_length=60)
    email = schema.TextLine(title=_("E-mail"), required=False, default="", max_length=120)
    directives.order_after(place="has_seal")

    @invariant
    def ends_after_it_begins(unit):
        """A unit cannot end before it begins."""
        if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
            raise Invalid(_("“Exists until” lies before “Exists from”."))

    @invariant
    def a_collective_has_a_name(unit):
        """What is signed on behalf of a collective names it."""
        if unit.regime == "collective" and not (unit.collective_name or "").strip():
            raise Invalid(_("Name the collective that documents are signed on behalf of."))


class Unit(Container):
    """A unit; its team is kept by collective.workspace."""


class IDelegation(model.Schema):
    """What one person or position has handed on to another; see ``rules.delegations``.

    It is given and withdrawn by acts and never edited, because documents are signed by it.
    """

    kind = schema.TextLine(title=_("Kind of delegation"))
    giver = schema.TextLine(title=_("Given by (user id)"), required=False, default="")
    giver_title = schema.TextLine(title=_("Given by"))
    taker = schema.TextLine(title=_("Given to (user id)"))
    taker_title = schema.TextLine(title=_("Given to"))
    document_types = schema.List(
        title=_("Types of document"), value_type=schema.TextLine(), required=False, default=[]
    )
    fields = schema.List(
        title=_("Fields"), value_type=schema.TextLine(), required=False, default=[]
    )
    valid_from = schema.Date(title=_("First day"), required=False)
    valid_to = schema.Date(title=_("Last day"), required=False)
    basis = schema.TextLine(title=_("Basis"), required=False, default="")
    entered_by = schema.TextLine(title=_("Entered by (user id)"))
    withdrawn_on = schema.Date(title=_("Withdrawn on"), required=False)
    withdrawn_by = schema.TextLine(title=_("Withdrawn by (user id)"), required=False, default="")
    reason = schema.TextLine(title=_("Reason"), required=False, default="")
    directives.write_permission(
        withdrawn_on="vanphong.AddRecord",
        withdrawn_by="vanphong.AddRecord",
        reason="vanphong.AddRecord",
    )


@implementer(IDelegationMarker)
class Delegation(Item):
    """A delegation; it lives in the body that it holds for."""

    @property
    def title(self):
        """Who hands on to whom."""
        return f"{self.giver_title} → {self.taker_title}"

    @title.setter
    def title(self, value):
        """Plone sets a title when it makes the object; the two names are the one kept."""


class IUnits(model.Schema):
    """Fields of the folder of the units."""

    title = schema.TextLine(title=_("Name"))


@implementer(IOrganisation)
class Organisation(Container):
    """The folder of the units."""

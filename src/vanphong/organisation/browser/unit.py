"""The page of a unit: what it is, who belongs to it, what stands below it."""

from functools import cached_property
from operator import itemgetter
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars import clock
from vanphong.organisation import catalogues
from vanphong.organisation import directory
from vanphong.organisation import rules
from vanphong.organisation.actions import MANAGE
from vanphong.organisation.browser.rows import period
from vanphong.organisation.browser.rows import rows
from vanphong.organisation.interfaces import IDelegationMarker
from vanphong.organisation.interfaces import IUnitMarker
from vanphong.organisation.vocabularies import KIND_TITLES
from vanphong.ui import format as fmt


#: Function in a unit -> word; whoever has another one is not called a member besides.
FUNCTION_WORDS = {
    rules.LEADERS: _("Leader of the unit"),
    rules.CLERKS: _("Records clerk"),
    rules.APPRAISERS: _("Appraiser"),
    rules.ARCHIVISTS: _("Archive officer"),
    rules.MEMBERS: _("Member"),
}

#: Rank in a unit -> word.
RANK_WORDS = {rules.HEAD: _("Head"), rules.DEPUTY: _("Deputy")}

#: Only a body has them.
DELEGATIONS = _("Delegations")

#: Permission, title, icon and address below the unit of what an administrator may do.
ACTS = (
    (MANAGE, _("Edit the roster"), "users", "@@edit-team"),
    ("vanphong: Use Office", DELEGATIONS, "swap", "@@delegations"),
    ("Modify portal content", _("Edit the unit"), "pen", "edit"),
    ("vanphong: Manage Office", _("Add a unit below"), "plus", "++add++Unit"),
    ("vanphong: Manage Registers", _("Add a register"), "book", "++add++Register"),
)


def function_words(functions) -> list[str]:
    """The functions of a person in words, the weightiest first."""
    weighty = (rules.LEADERS, rules.CLERKS, *rules.OF_OFFICE)
    words = [FUNCTION_WORDS[name] for name in weighty if name in functions]
    return words or [FUNCTION_WORDS[rules.MEMBERS]]


def fullname(user_id: str) -> str:
    """The name that an account was given, else its id."""
    member = api.user.get(userid=user_id)
    return (member.getProperty("fullname") if member else "") or user_id


def parents(context) -> list[dict]:
    """Links to what stands above a unit or in one, the organisation first."""
    found = []
    parent = context.__parent__
    while IUnitMarker.providedBy(parent):
        found.append({"title": parent.short_name or parent.title, "url": parent.absolute_url()})
        parent = parent.__parent__
    found.append({"title": parent.title, "url": parent.absolute_url()})
    return found[::-1]


class UnitView(BrowserView):
    """``view`` of a unit."""

    rail_id = "organisation"

    @property
    def title(self) -> str:
        """Name of the unit."""
        return self.context.title

    @cached_property
    def crumbs(self) -> list[dict]:
        """The way down to this unit."""
        return parents(self.context)

    @cached_property
    def kind(self) -> str:
        """Kind of the unit in words."""
        return KIND_TITLES.get(self.context.kind, self.context.kind)

    @cached_property
    def ended(self) -> bool:
        """The unit does not exist today."""
        return not directory.info(self.context).exists_on(clock.today())

    @property
    def facts(self) -> list[dict]:
        """What the unit is, for the macro of that name."""
        unit = self.context
        facts = (
            (_("Short name"), unit.short_name),
            (_("Kind of unit"), self.kind),
            (_("Abbreviation"), unit.symbol_code),
            (_("Identification code"), unit.organ_id),
            (_("Place name"), unit.place),
            (_("Signs on behalf of"), self.collective),
            (_("Exists"), period(unit.valid_from, unit.valid_to) or _("without limit")),
            (_("Electronic"), self.activation),
            (_("Accounts"), _("yes") if unit.has_account else _("no: documents go on paper")),
            (_("Seal"), _("its own") if unit.has_seal else _("none of its own")),
        )
        return [{"term": term, "value": value} for term, value in facts]

    @property
    def collective(self) -> str:
        """The collective that documents are signed on behalf of, "" under the one-head regime."""
        if self.context.regime != rules.Regime.COLLECTIVE:
            return ""
        return self.context.collective_name or ""

    @property
    def activation(self) -> str:
        """Since or from when the unit works electronically."""
        day = self.context.activated_on
        if day is None:
            return ""
        mapping = {"day": fmt.full_date(day)}
        if day <= clock.today():
            return _("since ${day}", mapping=mapping)
        return _("from ${day}", mapping=mapping)

    @cached_property
    def roster(self) -> dict:
        """The people of the unit, for the macro ``list_table``."""
        team = directory.people(self.context)
        return {
            "caption": _("Roster"),
            "columns": [
                {"id": "name", "title": _("Full name")},
                {"id": "position", "title": _("Position")},
                {"id": "functions", "title": _("Function")},
                {"id": "fields", "title": _("In charge of")},
            ],
            "rows": [
                {
                    "user_id": one.user_id,
                    "name": fullname(one.user_id),
                    "position": one.position,
                    "functions": function_words(one.functions),
                    "functions_raw": one.functions,
                    "rank": RANK_WORDS.get(one.rank, ""),
                    "fields": catalogues.titled("fields", one.fields),
                }
                for one in team
            ],
        }

    @property
    def nobody_receives(self) -> bool:
        """The unit works electronically, yet nobody could receive a document for it."""
        receiving = {rules.LEADERS, rules.CLERKS}
        return bool(self.context.has_account) and not any(
            receiving & row["functions_raw"] for row in self.roster["rows"]
        )

    @cached_property
    def below(self) -> dict:
        """The units directly below, for the macro ``list_table``."""
        return {
            "caption": _("Units below"),
            "columns": [
                {"id": "title", "title": _("Unit")},
                {"id": "kind", "title": _("Kind of unit")},
                {"id": "code", "title": _("Abbreviation")},
                {"id": "people", "title": _("People"), "css": "num"},
                {"id": "below", "title": _("Units below"), "css": "num"},
            ],
            "rows": list(rows(self.context, clock.today())),
        }

    @cached_property
    def registers(self) -> list[dict]:
        """Whatever else stands in the unit and the person may see: its registers."""
        found = [
            {"title": one.title, "url": one.absolute_url(), "icon": "book", "note": ""}
            for one in self.context.objectValues()
            if not (IUnitMarker.providedBy(one) or IDelegationMarker.providedBy(one))
            and api.user.has_permission("View", obj=one)
        ]
        return sorted(found, key=itemgetter("title"), reverse=True)

    @cached_property
    def acts(self) -> list[dict]:
        """What this person may change here."""
        url = self.context.absolute_url()
        return [
            {"title": title, "icon": icon, "url": f"{url}/{address}"}
            for permission, title, icon, address in ACTS
            if api.user.has_permission(permission, obj=self.context)
            and (title != DELEGATIONS or self.context.kind in rules.BODIES)
        ]

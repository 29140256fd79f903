"""The roster of a unit, kept by an administrator: ``@@edit-team``.

``?person=<user id>`` opens one person's position to change it or to take the person off.
"""

from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.organisation import actions
from vanphong.organisation import catalogues
from vanphong.organisation import directory
from vanphong.organisation.browser import accounts
from vanphong.organisation.browser.position import NOBODY
from vanphong.organisation.browser.position import position_fields
from vanphong.organisation.browser.unit import RANK_WORDS
from vanphong.organisation.browser.unit import fullname
from vanphong.organisation.browser.unit import function_words
from vanphong.organisation.browser.unit import parents
from vanphong.ui.browser import sending
from vanphong.ui.browser.form import OfficeForm


#: Names offered while typing.
OFFERED = 10

REMOVED = _("${name} is no longer on the roster. The account and its other positions stay.")


class TeamForm(OfficeForm):
    """Add a person, change a position, take a person off."""

    rail_id = "organisation"
    title = _("Edit the roster")

    # the page

    @cached_property
    def crumbs(self) -> list[dict]:
        """The way down to the unit."""
        unit = self.context
        own = {"title": unit.short_name or unit.title, "url": unit.absolute_url()}
        return [*parents(unit), own]

    @cached_property
    def url(self) -> str:
        """Address of this form."""
        return f"{self.context.absolute_url()}/@@edit-team"

    @cached_property
    def person(self) -> dict | None:
        """The person whose position is open for change, or None."""
        return next((one for one in self.roster if one["user_id"] == self._asked), None)

    @property
    def _asked(self) -> str:
        return self.text("member") or self.text("person" if self.request.method == "GET" else "")

    @cached_property
    def roster(self) -> list[dict]:
        """Everybody who belongs to the unit."""
        return [
            {
                "user_id": one.user_id,
                "name": fullname(one.user_id),
                "position": one.position,
                "functions": function_words(one.functions),
                "chosen": one.functions,
                "rank": one.rank,
                "rank_word": RANK_WORDS.get(one.rank, ""),
                "codes": one.fields,
                "fields": catalogues.titled("fields", one.fields),
                "signs_as": one.signs_as,
                "url": f"{self.url}?person={one.user_id}#position-form",
                "open": one.user_id == self._asked,
            }
            for one in directory.people(self.context)
        ]

    @property
    def table(self) -> dict:
        """The roster, for the macro ``list_table``."""
        return {
            "caption": _("Roster"),
            "columns": [
                {"title": _("Full name")},
                {"title": _("Position")},
                {"title": _("Function")},
                {"title": _("In charge of")},
                {"title": _("Change"), "hidden": True},
            ],
            "rows": self.roster,
        }

    @property
    def fields(self) -> list[dict]:
        """Inputs of a new person, or of the one that is open."""
        person = self.person
        asked = position_fields(self.context, person or NOBODY)
        if person:
            return asked
        who = {
            "name": "person",
            "label": _("Person"),
            "width": 12,
            "required": True,
            "complete_url": f"{self.context.absolute_url()}/@@find-people",
            "complete_into": "user",
            "help": _("User id, or name with or without accents. Only existing accounts."),
        }
        return [who, *asked]

    @property
    def send_bar(self) -> dict:
        """The acts below the inputs."""
        if self.person is None:
            add = {"value": "add", "title": _("Add to the roster"), "icon": "plus"}
            return {"acts": [{**add, "kind": "work", "primary": True}]}
        question = _("Take ${name} off the roster?", mapping={"name": self.person["name"]})
        return {
            "acts": [
                {"value": "change", "title": _("Save"), "kind": "work", "primary": True},
                {"url": self.url, "title": _("Back"), "kind": "text"},
                {
                    "value": "remove",
                    "title": _("Take off the roster"),
                    "icon": "x",
                    "confirm": question,
                    "novalidate": True,
                },
            ]
        }

    # the acts

    def act(self):
        """Do what the button says."""
        doing = {"add": self._add, "change": self._change, "remove": self._remove}
        chosen = doing.get(self.text("act"))
        if chosen is None:
            raise InvalidInput(mark("Choose what is to be done."))
        return chosen()

    def _add(self):
        account = accounts.meant(self.text("user"), self.text("person"))
        if directory.person_in(self.context, account.user_id) is not None:
            raise InvalidInput(
                mark("${name} is on the roster already; change the position there."),
                name=account.fullname,
                field="person",
            )
        self._place(account.user_id)
        return _("${name} is on the roster now.", mapping={"name": account.fullname})

    def _change(self):
        user_id = self.text("member")
        self._place(user_id)
        return _("The position of ${name} was changed.", mapping={"name": fullname(user_id)})

    def _place(self, user_id):
        actions.place(
            self.context,
            user_id,
            position=self.text("position"),
            functions=self.texts("functions"),
            rank=self.text("rank"),
            fields=self.texts("fields"),
            signs_as=self.text("signs_as"),
        )

    def _remove(self):
        user_id = self.text("member")
        name = fullname(user_id)
        actions.remove(self.context, user_id)
        return _(REMOVED, mapping={"name": name})

    def next_url(self) -> str:
        """Back to the whole roster."""
        return self.url

    def fail(self, error: OfficeError) -> None:
        """Show the error with the roster as it is."""
        super().fail(error)
        self.__dict__.pop("roster", None)
        self.__dict__.pop("person", None)


class FindPeople(BrowserView):
    """``@@find-people?q=``: accounts while typing, as the macro ``field`` asks for them."""

    def __call__(self):
        """JSON [{value, label, hint}]."""
        query = self.request.form.get("q", "")
        found = accounts.matching(query)[:OFFERED] if isinstance(query, str) else []
        return sending.as_json(
            self.request,
            [{"value": one.user_id, "label": one.fullname, "hint": one.user_id} for one in found],
        )

"""Who may act or sign for whom in a body: ``@@delegations``.

``?delegation=<uid>`` asks whether that one is to be withdrawn.
"""

from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.organisation import actions
from vanphong.organisation import catalogues
from vanphong.organisation import delegations
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.browser import accounts
from vanphong.organisation.browser.delegation_rows import KIND_WORDS
from vanphong.organisation.browser.delegation_rows import colleagues
from vanphong.organisation.browser.delegation_rows import lists
from vanphong.organisation.browser.delegation_rows import row
from vanphong.organisation.browser.position import pick_group
from vanphong.organisation.browser.unit import parents
from vanphong.organisation.rules import Kind
from vanphong.ui.browser import sending
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.given import day_of


#: Names offered while typing.
OFFERED = 10


class DelegationsForm(OfficeForm):
    """The delegations of a body; hand something on, or end it."""

    rail_id = "organisation"
    title = _("Delegations")

    def __call__(self):
        """The page of the body, whichever of its units was asked."""
        if self.body.UID() != self.context.UID():
            self.request.response.redirect(f"{self.body.absolute_url()}/@@delegations")
            return ""
        return super().__call__()

    # the page

    @cached_property
    def body(self):
        """The body to which the unit belongs."""
        return directory.body_of(self.context)

    @cached_property
    def url(self) -> str:
        """Address of this page."""
        return f"{self.body.absolute_url()}/@@delegations"

    @cached_property
    def crumbs(self) -> list[dict]:
        """The way down to the body."""
        own = {"title": self.body.short_name or self.body.title, "url": self.body.absolute_url()}
        return [*parents(self.body), own]

    @cached_property
    def manages(self) -> bool:
        """This person enters the delegations of everybody."""
        return actions.may_manage(self.body)

    @cached_property
    def may_add(self) -> bool:
        """This person may hand on something: anything, or their own work."""
        return self.manages or self._me in colleagues(self.body)

    @cached_property
    def _me(self) -> str:
        return people.me().user_id

    @cached_property
    def lists(self) -> list[dict]:
        """What is in force, what comes and what is over."""
        return lists(list(delegations.of_body(self.body)), clock.today(), self._may_end)

    def _may_end(self, one) -> bool:
        return self.manages or (one.kind == Kind.PROCESS and one.giver == self._me)

    @cached_property
    def open(self) -> dict | None:
        """The delegation that is to be withdrawn, or None."""
        uid = self.text("delegation")
        for one in delegations.of_body(self.body):
            if one.uid == uid and self._may_end(one):
                return row(one, clock.today(), True)
        return None

    @property
    def fields(self) -> list[dict]:
        """Inputs of a new delegation, or of the end of one."""
        if self.open:
            return [_line("reason", _("Reason"), help=_("For example the number of the order."))]
        if not self.manages:
            return [self._person("taker", _("Who does your work")), *_days(), _basis()]
        kinds = {
            "name": "kind",
            "label": _("Kind of delegation"),
            "kind": "select",
            "width": 12,
            "options": list(KIND_WORDS.items()),
        }
        head = _("Left empty: the head of the body, whoever holds the position.")
        return [
            kinds,
            {**self._person("giver", _("Given by")), "required": False, "help": head},
            self._person("taker", _("Given to")),
            *_days(),
            _basis(),
            _pick("document_types", _("Types of document"), _("All types")),
            _pick("fields", _("Fields"), _("All fields")),
        ]

    def _person(self, name: str, label) -> dict:
        return {
            "name": name,
            "label": label,
            "width": 12,
            "required": True,
            "complete_url": f"{self.body.absolute_url()}/@@find-colleagues",
            "complete_into": f"{name}_id",
            "help": _("User id, or name with or without accents."),
        }

    @property
    def send_bar(self) -> dict:
        """The acts below the inputs."""
        if self.open is None:
            add = {"value": "delegate", "title": _("Delegate"), "icon": "swap"}
            return {"acts": [{**add, "kind": "work", "primary": True}]}
        end = {"value": "withdraw", "title": _("Withdraw the delegation"), "kind": "work"}
        back = {"url": self.url, "title": _("Back"), "kind": "text"}
        return {"acts": [{**end, "primary": True}, back]}

    # the acts

    def act(self):
        """Do what the button says."""
        doing = {"delegate": self._delegate, "withdraw": self._withdraw}
        chosen = doing.get(self.text("act"))
        if chosen is None:
            raise InvalidInput(mark("Choose what is to be done."))
        return chosen()

    def _delegate(self):
        given = self.text("giver_id") or self.text("giver")
        giver = self._account("giver").user_id if given else ""
        if not self.manages:
            giver = self._me
        taker = self._account("taker")
        actions.delegate(
            self.body,
            kind=self.text("kind") or Kind.PROCESS,
            giver=giver,
            taker=taker.user_id,
            document_types=self.texts("document_types"),
            fields=self.texts("fields"),
            valid_from=self._day("valid_from"),
            valid_to=self._day("valid_to"),
            basis=self.text("basis"),
        )
        return _("The delegation to ${name} is recorded.", mapping={"name": taker.fullname})

    def _account(self, name: str) -> accounts.Account:
        return accounts.meant(self.text(f"{name}_id"), self.text(name), name)

    def _day(self, name: str):
        text = self.text(name)
        return day_of(text, name) if text else None

    def _withdraw(self):
        uid = self.text("delegation")
        for one in delegations.objects(self.body):
            if one.UID() == uid:
                actions.withdraw_delegation(one, reason=self.text("reason"))
                return _("The delegation to ${name} has ended.", mapping={"name": one.taker_title})
        raise InvalidInput(mark("There is no such delegation here."))

    def next_url(self) -> str:
        """Back to the lists."""
        return self.url


class FindColleagues(BrowserView):
    """``@@find-colleagues?q=``: people of the body, as the macro ``field`` asks for them."""

    def __call__(self):
        """JSON [{value, label, hint}]."""
        query = self.request.form.get("q", "")
        known = colleagues(directory.body_of(self.context))
        matching = accounts.matching(query) if isinstance(query, str) else []
        found = [one for one in matching if one.user_id in known][:OFFERED]
        offers = [
            {"value": one.user_id, "label": one.fullname, "hint": known[one.user_id].title}
            for one in found
        ]
        return sending.as_json(self.request, offers)


class DelegationView(BrowserView):
    """``view`` of one delegation: its place in the lists of the body."""

    def __call__(self):
        """Go there."""
        body = directory.body_of(self.context.__parent__)
        self.request.response.redirect(f"{body.absolute_url()}/@@delegations")
        return ""


def _line(name: str, label, **more) -> dict:
    return {"name": name, "label": label, "width": 12, "maxlength": 250, **more}


def _basis() -> dict:
    return _line("basis", _("Basis"), help=_("The written order, the regulation, or the reason."))


def _days() -> list[dict]:
    return [
        {"name": "valid_from", "label": _("First day"), "kind": "date", "width": 6},
        {"name": "valid_to", "label": _("Last day"), "kind": "date", "width": 6},
    ]


def _pick(name: str, label, prompt) -> dict:
    groups = [pick_group(catalogues.titles(name))]
    return {"name": name, "label": label, "many": True, "prompt": prompt, "groups": groups}

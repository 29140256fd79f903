"""Giving a running step to somebody else, whose holder has left: ``@@replace-holder``.

The chief of the Office comes here from the document, an administrator from the list of what is
on its way: who may not read the document learns nothing of it here but number and holders.
"""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import documents
from vanphong.organisation import directory
from vanphong.routing import actions
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.routing.browser.act_form import choice
from vanphong.routing.browser.act_form import due_words
from vanphong.routing.browser.offers import Offer
from vanphong.routing.rules import Action
from vanphong.routing.rules import Step
from vanphong.ui.browser.fields import reason
from vanphong.ui.browser.form import OfficeForm


#: Rank of the offer on the page of a document: among the rare ones.
RANK = 88

#: Numbers stay with the clerks, whoever they are; nothing waits for who is only informed.
LEFT_OUT = frozenset({Action.NUMBER, Action.INFORM})


def steps_to_give(document) -> list[Step]:
    """The steps for which the document waits and that could get another holder."""
    move = rules.MOVES["replace_holder"]
    return [
        step
        for step in sheets.steps_of(document)
        if step.action in move.actions - LEFT_OUT and step.state in move.sources
    ]


def document_name(row: dict) -> str:
    """What a document is called without its subject, by its row of the ledger."""
    if row["direction"] == "in" and row["label"]:
        told = ", ".join(filter(None, (row["label"], row["symbol"])))
        return _("Arrival number ${n}", mapping={"n": told})
    return row["symbol"] or _("Draft without a number")


class ReplaceHolder(OfficeForm):
    """Which step, to whom, and why."""

    title = _("Give the step to somebody else")

    @cached_property
    def may_read(self) -> bool:
        """Whether the person may open the document itself."""
        return bool(api.user.has_permission("View", obj=self.context))

    @cached_property
    def back(self) -> dict:
        """Where the person came from."""
        if self.may_read:
            return {"title": self.context.title, "url": self.context.absolute_url()}
        site = api.portal.get().absolute_url()
        return {"title": _("Documents on their way"), "url": f"{site}/@@running-documents"}

    @property
    def name(self) -> str:
        """The document without its subject."""
        rows = documents.found([self.context.UID()])
        return document_name(rows[0]) if rows else ""

    @cached_property
    def steps(self) -> list[Step]:
        """The steps that could get another holder."""
        return steps_to_give(self.context)

    @property
    def fields(self) -> list[dict]:
        """For the macros ``pick`` and ``field``."""
        asked = self.text("step") or (self.steps[0].uid if len(self.steps) == 1 else "")
        options = [(one.uid, one.actor_title, self._hint(one)) for one in self.steps]
        return [
            choice("step", _("Which step"), options, required=True, value=asked, open=not asked),
            {
                "name": "person",
                "label": _("To whom"),
                "groups": self.people,
                "prompt": _("Choose"),
                "required": True,
            },
            reason(maxlength=500, autofocus=False),
        ]

    def _hint(self, step: Step):
        part = _(rules.ACTION_TEXTS[step.action])
        if step.due is None:
            return part
        told = {"part": part, "due": due_words(step.due)}
        return _("${part}, due ${due}", mapping=told)

    @property
    def people(self) -> list[dict]:
        """Everybody on the rosters of the body, by unit."""
        body = directory.unit_object(self.context.body_uid)
        groups: dict[str, dict] = {}
        for one in directory.staff(body):
            unit = {"id": one.unit_uid, "title": one.unit_title, "options": []}
            name = one.fullname if one.fullname != one.title else ""
            option = {"value": one.user_id, "title": one.title, "hint": name}
            groups.setdefault(one.unit_uid, unit)["options"].append(option)
        return list(groups.values())

    def check(self) -> None:
        """A step and a person; the act asks for the reason."""
        if not self.text("step"):
            self.fail(InvalidInput(mark("Choose the step."), field="step"))
        if not self.text("person"):
            self.fail(InvalidInput(mark("Choose who takes the step over."), field="person"))

    def act(self):
        """Give it."""
        step = actions.replace_holder(
            self.context,
            self.text("step"),
            person=self.text("person"),
            reason=self.text("reason"),
        )
        return _("The step is with ${who} now.", mapping={"who": step.actor_title})

    def next_url(self) -> str:
        """Back to where the person came from."""
        return self.back["url"]


class ReplaceOffer:
    """Offers it on the page of every routed document."""

    def __init__(self, situation, request) -> None:
        self.situation = situation

    def offers(self):
        """One offer, for who may, while somebody holds a step."""
        document = self.situation.document
        if self.situation.may("replace_holder") and steps_to_give(document):
            title = _("Give the step to somebody else")
            yield Offer("replace_holder", title, "swap", RANK, page="@@replace-holder", rare=True)

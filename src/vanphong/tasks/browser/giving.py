"""``@@give-task``: a task without a line: in a unit, a case file, on a document, of a task."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.casefiles.browser.interfaces import ICaseOffers
from vanphong.casefiles.browser.interfaces import ICaseParts
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.rules.states import WRITABLE
from vanphong.casefiles.stages import is_frozen
from vanphong.casefiles.stages import state_of
from vanphong.documents.browser.answers import Answers
from vanphong.documents.values import read_date
from vanphong.ledger import tasks as ledger
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.routing.browser.offers import Offer
from vanphong.tasks import actions
from vanphong.tasks import reach
from vanphong.tasks.browser.casting import choices
from vanphong.tasks.browser.casting import names_in
from vanphong.tasks.browser.casting import unit_field
from vanphong.tasks.browser.rows import Rows
from vanphong.tasks.interfaces import ITask
from vanphong.tasks.rules.units import plain
from vanphong.ui.browser.fields import main_act
from vanphong.ui.browser.fields import words
from vanphong.ui.browser.form import OfficeForm
from zope.interface import implementer


class GiveTask(OfficeForm):
    """One task."""

    rail_id = "tasks"
    page_class = "vp-narrow"
    sends_files = False
    notice = ""
    made = None

    @property
    def title(self) -> str:
        """A part of a task, or a task."""
        return _("Give a part of the task") if ITask.providedBy(self.context) else _("Give a task")

    @property
    def subtitle(self) -> str:
        """What it belongs to."""
        if ICaseFile.providedBy(self.context):
            return f"{self.context.code} {self.context.title}"
        return getattr(self.context, "subject", "") or self.context.title

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        url = f"{api.portal.get().absolute_url()}/@@tasks"
        return [{"title": _("Tasks"), "url": url}]

    @cached_property
    def body(self):
        """The body that it belongs to."""
        return directory.unit_object(reach.body_uid_of(self.context))

    @cached_property
    def authors(self) -> list[tuple[str, str]]:
        """Leaders for whom this person may enter it."""
        if not reach.serves(people.me(), self.body):
            return []
        found = [(one.user_id, one.title) for one in reach.leaders(self.body)]
        return [("", _("My own")), *found]

    @property
    def fields(self) -> list[dict]:
        """What, who, until when, with which checklist."""
        author = {
            "name": "author",
            "label": _("Given by"),
            "kind": "select",
            "width": 6,
            "options": self.authors,
            "value": "",
            "help": _("You enter it; the task is that leader's."),
        }
        due = {"name": "due", "label": _("Deadline"), "kind": "date", "width": 6}
        if ITask.providedBy(self.context) and self.context.due_at:
            due["value"] = f"{self.context.due_at:%d/%m/%Y}"
            due["help"] = _(
                "No later than ${due}, the deadline of the whole.",
                mapping={"due": f"{self.context.due_at:%d/%m/%Y}"},
            )
        return [
            words("text", _("What is to be done"), required=True, autofocus=True),
            unit_field(
                "lead",
                _("Lead"),
                self.body,
                people=True,
                required=True,
                help=_("The one unit or person that does it."),
            ),
            unit_field("coordinators", _("Coordinate"), self.body, multiple=True),
            due,
            *([author] if self.authors else []),
            {
                "name": "checklist",
                "label": _("Checklist"),
                "kind": "textarea",
                "rows": 3,
                "width": 12,
                "help": _("One item a line; may stay empty."),
            },
        ]

    @property
    def send_bar(self) -> dict:
        """The act, and the way back."""
        give = main_act("give", _("Give the task"), "send")
        back = {"url": self.context.absolute_url(), "title": _("Back"), "kind": "text"}
        if not (ICaseFile.providedBy(self.context) or ITask.providedBy(self.context)):
            back["url"] = self.crumbs[0]["url"]
        return {"acts": [give, back]}

    def act(self):
        """Give it."""
        due = self.text("due")
        lead = names_in(self.text("lead"), self.body, "lead", people=True)
        self.made = actions.give_task(
            self.context,
            text=self.text("text"),
            lead=lead[0] if len(lead) == 1 else "",
            coordinators=names_in(self.text("coordinators"), self.body, "coordinators"),
            due=read_date(due, "due") if due else None,
            checklist=self.text("checklist").splitlines(),
            author=self.text("author"),
        )
        return _("The task is given to ${who}.", mapping={"who": self.text("lead")})

    def next_url(self) -> str:
        """The new task."""
        return self.made.absolute_url()


class TaskCompletions(Answers):
    """``@@task-completions/units?q=`` and ``/parties?q=`` on a unit; the last name is completed."""

    kinds = ("units", "parties")

    def units(self) -> list[dict]:
        """Units of the body."""
        return self._found(people=False)

    def parties(self) -> list[dict]:
        """Units and people of the body."""
        return self._found(people=True)

    def _found(self, *, people: bool) -> list[dict]:
        before, semicolon, last = self.asked("q").rpartition(";")
        words = plain(last).split()
        if not words:
            return []
        kept = f"{before}{semicolon} " if semicolon else ""
        body = directory.body_of(self.context)
        found = []
        for _value, name, more in choices(body, people=people):
            told = f"{plain(name)}{plain(more)}"
            if all(f" {word}" in told for word in words):
                label = f"{kept}{name}"
                found.append({"value": label, "label": label, "hint": more})
        return found[:10]


@implementer(ICaseOffers)
class CaseOffer:
    """Giving a task in a case file."""

    def __init__(self, context, request) -> None:
        self.context = context

    def offers(self) -> list[Offer]:
        """One offer for who works on the file."""
        open_ = state_of(self.context) in WRITABLE and not is_frozen(self.context)
        if not open_ or not api.user.has_permission("vanphong: Give Task", obj=self.context):
            return []
        return [Offer("task", _("Give a task"), "plus", 30, page="@@give-task")]


@implementer(ICaseParts)
class CasePart:
    """The tasks of a case file, on its page."""

    index = ViewPageTemplateFile("panel.pt")

    def __init__(self, context, request) -> None:
        self.context = context
        self.request = request

    @cached_property
    def rows(self) -> list[dict]:
        """All of them, the first due first."""
        return Rows(self.request).rows(ledger.of_case_file(self.context.UID()))

    def parts(self) -> list[dict]:
        """One card; none while there is no task."""
        if not self.rows:
            return []
        return [
            {
                "id": "tasks",
                "icon": "done",
                "title": _("Tasks"),
                "order": 20,
                "html": self.index(),
            }
        ]

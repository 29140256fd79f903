"""``@@direct``: a leader directs, or a clerk enters what the leader said."""

from functools import cached_property
from vanphong import _
from vanphong.directives import actions
from vanphong.directives.browser import deadline
from vanphong.directives.browser.cast import Cast
from vanphong.directives.browser.cast import named
from vanphong.directives.browser.part import opinion
from vanphong.directives.browser.voice import Voice
from vanphong.documents.catalogues import setting
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.errors import mark
from vanphong.incoming.browser.document import DocumentPage
from vanphong.incoming.browser.opinions import Opinion
from vanphong.routing.browser.act_form import day_text
from vanphong.routing.browser.act_form import due_said
from vanphong.routing.browser.page import note_visit
from vanphong.ui import errors
from vanphong.ui.browser.fields import main_act
from vanphong.ui.browser.form import OfficeForm


#: Names of the rules -> names of the inputs.
INPUTS = {"coordinate": "coordinators"}

LONGEST = 4000

#: The scripts count what is chosen, and repeat the deadline.
SENTENCE = _(
    "{#lead} leads, {#coordinators} coordinate, {#inform} informed, deadline {working_days}"
)


class DirectForm(DocumentPage, OfficeForm):
    """The directive beside the scan; on a phone a page of its own."""

    page_class = "vp-fixed vp-focus"
    blocked = False
    longest = LONGEST
    text_title = _("Directive")
    text_hint = _("What is to be done, by whom, and until when")
    lead_title = _("Lead")
    coordinators_title = _("Coordinate")
    inform_title = _("For information")
    author_title = _("Directive of")

    @cached_property
    def voice(self) -> Voice:
        """Whose directive it is, and who enters it."""
        return Voice(self.situation, self.text("replaces"))

    @cached_property
    def cast(self) -> Cast:
        """Whom it may name."""
        return Cast(self.context.body_uid, self.situation.me.user_id)

    def render(self):
        """The form; before anything is typed it says what stands against it."""
        if not self.tried:
            self._look_first()
        note_visit(self.situation)
        return self.index()

    def _look_first(self):
        try:
            self.voice.check()
        except OfficeError as error:
            self.fail(error)
            self.blocked = True
            self.request.response.setStatus(errors.status(error))

    # what was typed

    def fail(self, error: OfficeError) -> None:
        """Show an error at the input that it is about."""
        error.field = INPUTS.get(error.field, error.field)
        super().fail(error)

    def check(self) -> None:
        """Everything that is missing or cannot be read, at once."""
        if not self.words:
            self.fail(RuleBroken(mark("Write what is to be done."), field="text"))
        if not self.text("lead"):
            self.fail(RuleBroken(mark("Name the one unit or person that leads."), field="lead"))
        try:
            self.due  # noqa: B018
        except InvalidInput as error:
            self.fail(error)

    @property
    def words(self) -> str:
        """The text, with the phrase that was chosen where scripts do not run."""
        return " ".join(filter(None, (self.text("text"), self.text("phrase"))))

    @property
    def due(self) -> dict:
        """``due`` or ``working_days`` for the act.

        :raises InvalidInput: for a day that is missing or cannot be read.
        """
        chosen = self.text("working_days")
        if chosen == deadline.NEVER:
            return {}
        if chosen.isdecimal():
            return {"working_days": int(chosen)}
        day = self.text("due")
        if not day:
            raise InvalidInput(mark("Write the day, or choose another deadline."), field="due")
        return {"due": read_date(day, "due")}

    def _chosen(self, name: str, taken: set[str]) -> list[str]:
        """Who is named in a list; who has a part already drops out of a whole group."""
        whole = self.cast.members(self.texts(f"{name}_all"))
        named_here = [who for who in self.texts(name) if who not in whole]
        return list(dict.fromkeys([*named_here, *(who for who in whole if who not in taken)]))

    def act(self):
        """Issue it."""
        lead = self.text("lead")
        coordinators = self._chosen("coordinators", {lead})
        inform = self._chosen("inform", {lead, *coordinators})
        what = {
            "text": self.words,
            "lead": lead,
            "coordinators": coordinators,
            "inform": inform,
            "replaces": self.text("replaces"),
            **self.due,
        }
        if self.voice.is_own:
            directive = actions.issue(self.context, **what)
        else:
            author = self.text("author")
            directive = actions.issue_on_behalf(self.context, author=author, **what)
        numbers = {
            "lead": directive.lead_title,
            "n": len(coordinators),
            "due": due_said(directive.due),
        }
        return _("Directive sent: ${lead} leads, ${n} coordinate, ${due}.", mapping=numbers)

    # what the form shows

    @property
    def old(self):
        """The directive that is replaced, or None; content, which a path would call."""
        return self.voice.old

    @property
    def replaces(self) -> Opinion | None:
        """The same as plain values."""
        return opinion(self.old, self.context.body_uid) if self.old else None

    @property
    def old_text(self) -> str:
        """Its text."""
        return self.old.text if self.old else ""

    @cached_property
    def phrases(self) -> list[str]:
        """The quick phrases of the office."""
        return setting("quick_phrases") or []

    @property
    def lead(self) -> dict:
        """Exactly one."""
        return {
            "name": "lead",
            "label": self.lead_title,
            "hint": _("one unit"),
            "groups": self.cast.unit_groups(whole=False),
            "value": named(self.old.lead) if self.old else "",
            "prompt": _("Choose the unit that leads"),
            "required": True,
        }

    @property
    def coordinators(self) -> dict:
        """Any number."""
        return self._many("coordinators", self.coordinators_title)

    @property
    def inform(self) -> dict:
        """Any number."""
        return self._many("inform", self.inform_title)

    def _many(self, name: str, label) -> dict:
        value = [named(actor) for actor in getattr(self.old, name) or ()] if self.old else []
        return {
            "name": name,
            "label": label,
            "groups": self.cast.groups(),
            "value": value,
            "many": True,
            "all_name": f"{name}_all",
            "prompt": _("None; choose"),
        }

    @cached_property
    def deadlines(self) -> list[dict]:
        """So many working days, with the day that it means."""
        return deadline.options(self.situation.now)

    @cached_property
    def deadline(self) -> tuple[str, str]:
        """What is chosen, and the typed day."""
        if self.tried:
            return self.text("working_days"), self.text("due")
        if self.old is not None:
            return (
                (deadline.ON_A_DAY, day_text(self.old.due))
                if self.old.due and self.old.due > self.situation.now
                else (deadline.NEVER, "")
            )
        chosen, day = deadline.proposed(self.context, self.situation.now)
        return chosen, day_text(day)

    @property
    def send_bar(self) -> dict:
        """Send, with what will be sent in a sentence."""
        act = main_act("1", _("Send the directive"), "send", "official", name="send")
        return {"sentence": SENTENCE, "acts": [act]}

    @property
    def page_note(self):
        """How many pages the scan has, for the link on a phone."""
        number = len(self.viewer["pages"])
        return _("1 page") if number == 1 else _("${n} pages", mapping={"n": number})

"""The page of an incoming document: the scan, what is to be done, who holds it."""

from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars.rules import lateness
from vanphong.calendars.settings import work_calendar
from vanphong.documents import secrets
from vanphong.documents.browser import scan
from vanphong.incoming.browser import document_words as words
from vanphong.incoming.browser import facts
from vanphong.incoming.browser import step_offers
from vanphong.incoming.browser.opinions import card
from vanphong.incoming.browser.said import said_to_me
from vanphong.incoming.browser.situation import Situation
from vanphong.incoming.browser.timeline import Timeline
from vanphong.incoming.interfaces import IDocumentPart
from vanphong.organisation import directory
from vanphong.organisation.rules import unit_of
from vanphong.registers.actions import registers_of
from vanphong.routing.browser.offers import action_bar
from vanphong.routing.browser.page import RoutedPage
from vanphong.routing.browser.page import note_visit
from zope.component import subscribers


class DocumentPage(RoutedPage):
    """What every page shows that has the document beside its form; mixed into views."""

    rail_id = "incoming"
    facts_title = _("Particulars")
    files_title = _("Files and case file")
    holders_title = _("Who holds it?")
    history_title = _("Whole history")
    leave = _("Leave it")

    @cached_property
    def situation(self) -> Situation:
        """The document for this person."""
        return Situation(self.context, self.request)

    @cached_property
    def parts(self) -> list:
        """What features above add to the page."""
        return subscribers((self.situation, self.request), IDocumentPart)

    # the head

    @property
    def title(self) -> str:
        """For the window: number and subject."""
        return " ".join(filter(None, (self.context.label, self.context.subject)))

    @cached_property
    def register_title(self) -> str:
        """Title of the register that it stands in, or ""."""
        body = directory.unit_object(self.context.body_uid)
        books = registers_of(body) if body is not None else ()
        return next((one.title for one in books if one.UID() == self.context.register_uid), "")

    @property
    def sender(self) -> str:
        """Issuing body and symbol."""
        return ", ".join(filter(None, (self.context.organ_name, self.context.symbol)))

    def stage(self, vp) -> str:
        """Badge of the stage."""
        return vp.badge(*words.stage(self.situation.stage))

    @cached_property
    def roles(self) -> list[dict]:
        """This person's parts; more than one can be chosen between."""
        situation = self.situation
        found = [self._role(step) for step in situation.mine]
        if not found and situation.decisions:
            found = [{"role": "extend", "title": words.MY_PARTS["extend"]}]
        if not found and situation.informed:
            found = [{"role": "inform", "title": words.MY_PARTS["inform"]}]
        return found

    def _role(self, step) -> dict:
        is_unit = unit_of(step.actor) is not None
        parts = words.UNIT_PARTS if is_unit else words.MY_PARTS
        return {
            "role": str(step.action),
            "title": parts[step.action],
            "name": step.actor_title if is_unit else "",
            "url": f"{self.url}?step={step.uid}",
            "on": self.situation.step is not None and step.uid == self.situation.step.uid,
        }

    def due(self, vp) -> str:
        """Badge of the deadline: of my own step, else of whoever leads; "" without one."""
        situation = self.situation
        step = situation.step
        due = step.due if step is not None else self.context.due_at
        if due is None or situation.stage == "finished":
            return ""
        left = lateness(work_calendar(), due, situation.now)
        day = f'<span class="muted small">{vp.moment(due)}</span>'
        return f'<span class="nowrap">{vp.lateness(left)} {day}</span>'

    # what may be done

    @cached_property
    def action_bar(self) -> dict:
        """The acts of this person, the primary one first."""
        found = [*step_offers.offers(self.situation), *self.offered_elsewhere]
        for part in self.parts:
            found.extend(part.offers())
        return action_bar(found, self.url)

    # the cards

    def directives(self, vp) -> list[dict]:
        """What leaders directed, the newest first."""
        opinions = [one for part in self.parts for one in part.opinions()]
        return [card(one, vp, f"{self.url}/@@history") for one in opinions]

    @property
    def notes(self) -> list[dict]:
        """What was said to this person with a step; first of all, of a secret among the files."""
        return [*secrets.notices(self.context), *said_to_me(self.situation)]

    def facts(self, vp) -> list[dict]:
        """The short list of particulars."""
        return facts.short(self.situation, vp)

    @property
    def wide_facts(self) -> list[dict]:
        """The long ones of them."""
        return facts.wide(self.situation)

    @property
    def all_facts(self) -> list[dict]:
        """All fields of Annex VI."""
        return facts.full(self.situation)

    @property
    def files(self) -> list[dict]:
        """The files, and the case file where it is kept."""
        found = scan.files(self.context)
        kept = {step.case_file for step in self.situation.sheet if step.case_file}
        note = _("case file")
        return found + [{"title": one, "icon": "book", "note": note} for one in sorted(kept)]

    def timeline(self, vp) -> list[dict]:
        """Who held it and who holds it."""
        return Timeline(self.situation, vp).entries()


class DocumentView(DocumentPage, BrowserView):
    """The default page; looking at it opens what waits for this person."""

    def __call__(self):
        """Note the visit, then show."""
        note_visit(self.situation)
        return self.index()

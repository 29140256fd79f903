"""The page of an outgoing document: the text, what is to be done, how far it is."""

from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars.rules import lateness
from vanphong.calendars.settings import work_calendar
from vanphong.documents import catalogues
from vanphong.documents.browser import scan
from vanphong.organisation import directory
from vanphong.outgoing import replies
from vanphong.outgoing.browser import cards
from vanphong.outgoing.browser import deliveries_card
from vanphong.outgoing.browser import facts
from vanphong.outgoing.browser import notices
from vanphong.outgoing.browser import words
from vanphong.outgoing.browser.findings import Findings
from vanphong.outgoing.browser.offers import offers
from vanphong.outgoing.browser.situation import Situation
from vanphong.outgoing.browser.timeline import Timeline
from vanphong.routing.browser.offers import action_bar
from vanphong.routing.browser.page import RoutedPage
from vanphong.routing.browser.page import note_visit


class DocumentPage(RoutedPage):
    """What every page shows that has the text beside its form; mixed into views."""

    rail_id = "outgoing"
    leave = _("Leave it")
    titles = {
        "facts": _("Particulars"),
        "versions": _("Text of the draft"),
        "files": _("Files"),
        "approvals": _("Who vouches for it"),
        "opinions": _("Opinions"),
        "findings": _("Check of the form"),
        "recipients": _("Recipients"),
        "named": _("Documents it names"),
        "copies": _("Certified copies"),
        "holders": _("Who holds it?"),
        "history": _("Whole history"),
        "older": _("All versions"),
    }

    @cached_property
    def situation(self) -> Situation:
        """The document for this person."""
        return Situation(self.context, self.request)

    # the head

    @property
    def title(self) -> str:
        """For the window: symbol and subject."""
        return " ".join(filter(None, (self.context.symbol, self.context.subject)))

    @property
    def sender(self) -> str:
        """Type and drafting unit."""
        unit = directory.unit(self.context.drafting_unit)
        names = (
            catalogues.type_name(self.context.document_type),
            "" if unit is None else unit.short,
        )
        return ", ".join(filter(None, names))

    def stage(self, vp) -> str:
        """Badge of the stage."""
        return vp.badge(*words.stage(self.situation.stage))

    @property
    def roles(self) -> list[dict]:
        """What waits for this person here."""
        return [
            {"role": str(step.action), "title": words.PARTS[step.action]}
            for step in self.situation.mine
        ]

    def due(self, vp) -> str:
        """Badge of the deadline of my step, else of whoever holds it; "" without one."""
        situation = self.situation
        due = situation.step.due if situation.step is not None else self.context.due_at
        if due is None or (not situation.is_draft and self.context.issued_at):
            return ""
        left = lateness(work_calendar(), due, situation.now)
        return f'<span class="nowrap">{vp.lateness(left)} {vp.moment(due)}</span>'

    # what may be done, what is to be known

    @cached_property
    def action_bar(self) -> dict:
        """The acts of this person, the primary one first."""
        return action_bar([*offers(self.situation), *self.offered_elsewhere], self.url)

    def notes(self, vp) -> list[dict]:
        """What must be read before anything is done."""
        return list(notices.notices(self.situation, replies.finish_offer(self.context)))

    # the cards

    @property
    def viewer(self) -> dict:
        """The text: of the version asked for, else as it is now."""
        asked = str(self.request.form.get("version", ""))
        number = int(asked) if asked.isdecimal() else 0
        versions = self.context.versions
        if not 0 < number < len(versions):
            return scan.viewer(self.context, self.request)
        return old_viewer(self.context, versions[number - 1])

    @property
    def version(self) -> dict | None:
        """The newest version."""
        found = self.situation.version
        return None if found is None else cards.version(self.situation, found)

    @property
    def older(self) -> int:
        """How many versions came before it."""
        return max(len(self.context.versions) - 1, 0)

    @property
    def files(self) -> list[dict]:
        """The files of a document that is signed: the scan first."""
        if self.context.signed_on is None:
            return []
        return scan.files(self.context)

    @property
    def approvals(self) -> list[dict]:
        """Who vouched for what."""
        return list(cards.approvals(self.situation))

    @property
    def opinions(self) -> list[dict]:
        """Opinions asked for and given."""
        return list(cards.opinions(self.situation))

    @cached_property
    def findings(self) -> Findings:
        """The check of the form."""
        return Findings(self.situation)

    @property
    def recipients(self) -> list[dict]:
        """As they are named."""
        return deliveries_card.named(self.situation)

    @property
    def counts(self) -> list[dict]:
        """How many recipients stand where."""
        return deliveries_card.counts(self.situation)

    def deliveries(self, vp) -> dict:
        """Each recipient and how far it is."""
        everything = self.request.form.get("deliveries") == "all"
        return deliveries_card.table(self.situation, vp, everything)

    def facts(self, vp) -> list[dict]:
        """The short list of particulars."""
        return facts.short(self.situation, vp)

    def all_facts(self, vp) -> list[dict]:
        """The rest of them."""
        return facts.full(self.situation, vp)

    @property
    def named(self) -> list[dict]:
        """Documents that it names."""
        return facts.named(self.situation)

    @property
    def copies(self) -> list[dict]:
        """Certified copies."""
        return cards.made_copies(self.situation)

    def timeline(self, vp) -> list[dict]:
        """Who held it and who holds it."""
        return Timeline(self.situation, vp).entries()


class DocumentView(DocumentPage, BrowserView):
    """The default page; looking at it opens what waits for this person."""

    def __call__(self):
        """Note the visit, then show."""
        note_visit(self.situation)
        return self.index()


def old_viewer(document, version) -> dict:
    """The text of an earlier version, for the macro ``viewer``."""
    url = document.absolute_url()
    text = version.files[0]
    pages = [
        {"url": f"{url}/@@draft-page/{version.number}/{text.uid}/{number}", **scan.SHEET}
        for number in range(1, scan.page_count(text) + 1)
    ]
    return {
        "id": "scan",
        "pages": pages,
        "title": _("Version ${number}", mapping={"number": version.number}),
        "download": "" if text.is_held else f"{url}/@@draft-file/{version.number}/{text.uid}",
    }

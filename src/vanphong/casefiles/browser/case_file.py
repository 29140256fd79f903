"""The page of a file: what lies in it, who works on it, what was done."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.casefiles import entries
from vanphong.casefiles import stages
from vanphong.casefiles import team
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.entry_rows import EntryRows
from vanphong.casefiles.browser.interfaces import ICaseOffers
from vanphong.casefiles.browser.interfaces import ICaseParts
from vanphong.casefiles.browser.trail import Trail
from vanphong.casefiles.rules.states import WRITABLE
from vanphong.casefiles.vocabularies import RIGHTS
from vanphong.ledger.acts import ACTS
from vanphong.organisation import directory
from vanphong.routing.browser.offers import Offer
from vanphong.routing.browser.offers import action_bar
from vanphong.ui import format as fmt
from zope.component import subscribers


class CaseFileView(EntryRows, BrowserView):
    """A file for the person in front of it."""

    rail_id = "casefiles"

    @property
    def title(self) -> str:
        """For the window."""
        return f"{self.context.notation} {self.context.title}"

    @property
    def url(self) -> str:
        """Address of the file."""
        return self.context.absolute_url()

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        portal = api.portal.get().absolute_url()
        found = [{"title": _("Case files"), "url": f"{portal}/@@case-files"}]
        year = {"title": str(self.context.year), "url": f"{found[0]['url']}?box=all&year="}
        return [*found, {**year, "url": year["url"] + str(self.context.year)}]

    @cached_property
    def state(self) -> str:
        """The stage."""
        return stages.state_of(self.context)

    @property
    def badge(self) -> tuple:
        """Tint and words of the stage."""
        return words.state(self.state)

    @property
    def is_frozen(self) -> bool:
        """Whether nothing in it may be changed."""
        return stages.is_frozen(self.context)

    @cached_property
    def may_write(self) -> bool:
        """Whether documents may come and go now."""
        return self.state in WRITABLE and not self.is_frozen

    def may(self, act: str) -> bool:
        """Whether the permission of an act is granted on this file now."""
        return bool(getSecurityManager().checkPermission(ACTS[act].permission, self.context))

    # the acts

    @cached_property
    def action_bar(self) -> dict:
        """The acts of this person, those of other features among them."""
        found = list(self._own_offers())
        for one in subscribers((self.context, self.request), ICaseOffers):
            found.extend(one.offers())
        return action_bar(found, self.url)

    def _own_offers(self):
        if self.may_write and self.may("file_document"):
            yield Offer("add", _("Put a document in"), "plus", 20, page="@@add-document")
        if not self.is_frozen and self.may_write and self.may("edit_case_file"):
            yield Offer("edit", _("Change particulars"), "pen", 60, page="@@edit-file")
        if not self.is_frozen and self.may("set_case_member"):
            yield Offer("team", _("Who works on the file"), "users", 65, page="@@file-team")
        if not self.is_frozen and self.may("lower_retention"):
            yield Offer(
                "retention", _("Shorten the retention"), "clock", 90, "@@lower-retention", rare=True
            )

    @property
    def counted(self) -> tuple[int, int]:
        """Documents and pages."""
        return entries.count(self.context), entries.pages(self.context)

    # beside it

    def facts(self, vp) -> list[dict]:
        """The particulars of Annex VI.III."""
        one = self.context
        unit = directory.unit(one.unit_uid)
        until = "" if one.due_year is None else f" ({one.due_year})"
        known = [
            (_("Code of the file"), one.code),
            (_("Retention period"), one.retention + until),
            (_("Terms of use"), vp.text(RIGHTS.get(one.rights, one.rights))),
            (_("Made by"), one.maker_title),
            (_("Unit"), "" if unit is None else unit.title),
            (_("Heading of the list"), one.heading),
            (_("Begun on"), _day(one.started_on)),
            (_("Ended on"), _day(one.ended_on)),
            (_("Documents"), vp.count(self.counted[0], 10**9)),
            (_("Number of pages"), vp.count(self.counted[1], 10**9)),
            (_("Language"), one.language),
            (_("Keywords"), one.keywords),
            (_("Papers kept at"), one.paper_location),
            (_("Note"), one.note),
        ]
        always = {_("Ended on"), _("Papers kept at")}
        return [{"term": term, "value": said} for term, said in known if said or term in always]

    @property
    def roster(self) -> list[dict]:
        """Who works on it."""
        return [
            {"title": one.title, "part": words.PARTS[one.part]}
            for one in team.members(self.context)
        ]

    @cached_property
    def trail(self) -> Trail:
        """What was done: the latest, or all of it when that is asked for."""
        return Trail(self.context, whole=self.request.form.get("trail") == "all")

    @property
    def parts(self) -> list[dict]:
        """Cards of other features."""
        found = [
            part
            for one in subscribers((self.context, self.request), ICaseParts)
            for part in one.parts()
        ]
        return sorted(found, key=lambda part: part.get("order", 50))


def _day(value) -> str:
    return fmt.full_date(value) if value else ""

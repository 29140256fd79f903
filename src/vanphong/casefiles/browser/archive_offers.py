"""What the page of a file, and that of a document, offers of the archive."""

from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.casefiles import archive
from vanphong.casefiles import archive_due
from vanphong.casefiles import closing
from vanphong.casefiles import closing_inventory
from vanphong.casefiles import exports
from vanphong.casefiles import freeze
from vanphong.casefiles import places
from vanphong.casefiles import stages
from vanphong.casefiles import valuation
from vanphong.casefiles.browser.interfaces import ICaseOffers
from vanphong.casefiles.browser.interfaces import ICaseParts
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.rules.states import WRITABLE
from vanphong.casefiles.rules.states import State
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.routing.browser.interfaces import IOffers
from vanphong.routing.browser.interfaces import IPanels
from vanphong.routing.browser.offers import Offer
from vanphong.routing.browser.situation import RoutedSituation
from zope.component import adapter
from zope.interface import implementer
from zope.publisher.interfaces.browser import IBrowserRequest


def may(permission: str, context) -> bool:
    """Whether this person has a permission on something."""
    return bool(api.user.has_permission(permission, obj=context))


@implementer(ICaseOffers)
@adapter(ICaseFile, IBrowserRequest)
class ArchiveOffers:
    """Closing and what follows."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def offers(self):
        """Acts of this person, now."""
        one, state = self.context, stages.state_of(self.context)
        if not one.frozen:
            yield from self._by_stage(state)
        if may(exports.EXPORT, one):
            yield Offer("export", _("Export"), "dl", 70, page="@@export-file")
        if may(freeze.FREEZE, one):
            if one.frozen:
                yield Offer("lift", _("Lift the freeze"), "lock", 75, page="@@lift-freeze")
            else:
                yield Offer("freeze", _("Freeze"), "lock", 95, page="@@freeze", rare=True)

    def _by_stage(self, state):
        one = self.context
        if state in WRITABLE and may(closing.CLOSE, one):
            yield Offer("close", _("Close the file"), "check", 62, page="@@close-file")
        if state == State.CLOSED:
            if may(archive.SUBMIT, one):
                url = f"{api.portal.get().absolute_url()}/@@archive"
                yield Offer("submit", _("Submit to the archive"), "send", 15, url=url)
            if may(closing.CLOSE, one):
                yield Offer(
                    "reopen", _("Open again"), "reload", 92, page="@@reopen-file", rare=True
                )
        if state in archive_due.WAITING and one.ended_on and may(archive.KEEP_BACK, one):
            yield Offer("keep", _("Keep back"), "clock", 80, page="@@keep-back-file", rare=True)
        if state in valuation.KEPT and may(valuation.VALUE, one):
            yield Offer("value", _("Decide on the file"), "flag", 85, page="@@value-file")


@implementer(ICaseParts)
@adapter(ICaseFile, IBrowserRequest)
class ArchiveParts:
    """Where the file is on its way to the archive, and what holds it."""

    template = ViewPageTemplateFile("archive_part.pt")

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def parts(self):
        """One card, once there is something to say."""
        if self.context.closed_at is None and not self.context.frozen:
            return
        yield {
            "id": "archive",
            "icon": "folder",
            "title": _("Closing and archive"),
            "order": 80,
            "html": self.template(),
        }

    @property
    def lines(self) -> list[dict]:
        """What there is to say."""
        one, found = self.context, []
        held = freeze.own(one)
        if held is not None:
            said = " – ".join(filter(None, (held.reason, held.order, held.by, held.day)))
            found.append({"term": _("Frozen"), "value": said})
        if one.closed_at is not None:
            said = f"{one.closed_at:%d/%m/%Y} – {one.closed_by}".strip(" –")
            found.append({"term": _("Closed"), "value": said})
            found.append(self._last())
        if one.kept_back is not None:
            kept = one.kept_back
            said = f"{kept.until:%d/%m/%Y} – {kept.basis} – {kept.reason}"
            found.append({"term": _("Kept back with consent until"), "value": said})
        if one.archived_at is not None:
            said = f"{one.archived_at:%d/%m/%Y}"
            found.append({"term": _("In the archive since"), "value": said})
        if one.imported is not None:
            found.append({"term": _("Came as package"), "value": one.imported.uuid})
        return [line for line in found if line]

    def _last(self):
        state = stages.state_of(self.context)
        last = archive_due.last_day(self.context)
        if state not in archive_due.WAITING or last is None:
            return None
        return {"term": _("To be submitted by"), "value": f"{last:%d/%m/%Y}"}

    @property
    def inventory(self) -> str:
        """Address of the inventory, "" while there is none."""
        made = closing_inventory.is_made(self.context)
        return f"{self.context.absolute_url()}/@@inventory" if made else ""

    @property
    def submission(self) -> dict | None:
        """The submission, for who may see it."""
        found = places.by_uid(self.context.submission_uid)
        if found is None or not may("View", found):
            return None
        return {"title": found.title, "url": found.absolute_url()}


@implementer(IOffers)
@adapter(RoutedSituation, IBrowserRequest)
class FreezeOffers:
    """Freezing a document, and lifting it."""

    def __init__(self, situation, request):
        self.situation = situation

    def offers(self):
        """For whoever may."""
        document = self.situation.document
        if not IOfficeDocument.providedBy(document) or not may(freeze.FREEZE, document):
            return
        if freeze.own(document) is None:
            yield Offer("freeze", _("Freeze"), "lock", 99, page="@@freeze", rare=True)
        else:
            yield Offer("lift", _("Lift the freeze"), "lock", 90, page="@@lift-freeze")


@implementer(IPanels)
@adapter(RoutedSituation, IBrowserRequest)
class FreezePanels:
    """Says plainly that a document is frozen, by its own freeze or that of a file."""

    template = ViewPageTemplateFile("frozen_part.pt")

    def __init__(self, situation, request):
        self.situation = situation
        self.request = request
        self.context = situation.document

    def panels(self):
        """One card, when something holds the document."""
        if freeze.holding(self.context) is None:
            return
        yield {
            "id": "frozen",
            "icon": "lock",
            "title": _("Frozen"),
            "html": self.template(),
        }

    @property
    def held(self) -> dict:
        """By what, since when, why."""
        what, order = freeze.holding(self.context)
        own = what is self.context or what.UID() == self.context.UID()
        return {
            "reason": order.reason,
            "order": order.order,
            "by": order.by,
            "day": order.day,
            "file": "" if own else what.title,
        }

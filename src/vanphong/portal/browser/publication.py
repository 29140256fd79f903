"""The page of a published document for everybody, and its files.

What is not public is answered like what never was: 404, whoever asks without the right to
publish it.
"""

from AccessControl import getSecurityManager
from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.documents.browser.files import PublicFile
from vanphong.ledger import publications as ledger
from vanphong.outgoing import links
from vanphong.outgoing.rules import LinkKind
from vanphong.portal import publications
from vanphong.portal import settings
from vanphong.portal.actions import PUBLISH
from vanphong.portal.shown import file_url
from vanphong.portal.shown import shown
from vanphong.ui import format as fmt
from vanphong.ui.browser.public import PRIVATE
from vanphong.ui.browser.public import PublicPage
from zExceptions import NotFound


#: What the document says of another one, in words.
NAMED = {
    LinkKind.REPLY: _("Answers"),
    LinkKind.BASIS: _("Legal basis"),
    LinkKind.RELATED: _("Related document"),
    LinkKind.CORRECTS: _("Corrects"),
    LinkKind.REPLACES: _("Replaces"),
}


def see_or_404(publication, request) -> bool:
    """Whether it is public; who may publish it sees it in any case, everybody else 404."""
    if publications.is_public(publication):
        return True
    if getSecurityManager().checkPermission(PUBLISH, publication):
        request.response.setHeader("Cache-Control", PRIVATE)
        return False
    raise NotFound(request.get("URL"))


class PublicationView(PublicPage):
    """Particulars, files, related documents."""

    menu_id = "published"

    def __call__(self):
        """The page, or 404."""
        self.is_public = see_or_404(self.context, self.request)
        return super().__call__()

    @property
    def title(self) -> str:
        """Symbol and subject."""
        return " – ".join(filter(None, (self.context.symbol, self.context.subject)))

    @property
    def description(self) -> str:
        """The summary, else the subject."""
        return self.context.summary or self.context.subject

    @property
    def address(self) -> str:
        """Its one address."""
        return self.context.absolute_url()

    @property
    def robots(self) -> str:
        """A preview is for nobody else."""
        return "" if self.is_public else "noindex"

    @cached_property
    def shown(self):
        """As the list shows it."""
        row = ledger.expected(publications.row(self.context))
        return shown(row, self.request)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Particulars that are public."""
        publication = self.context
        fields = catalogues.fields()
        field = fields[publication.field].name if publication.field in fields else ""
        expires = publication.expires_on
        found = [
            (_("Number and symbol"), publication.symbol),
            (_("Type"), self.shown.type_title),
            (_("Date of the document"), self.shown.issued),
            (_("Signed by"), publication.signer),
            (_("Drafting unit"), publication.unit_title),
            (_("Field"), field),
            (_("Category"), settings.category_title(publication.category)),
            (_("Published on"), self.shown.published),
            (_("Shown until"), fmt.full_date(expires) if expires else ""),
        ]
        return [one for one in found if one[1]]

    @property
    def files(self) -> list[dict]:
        """The files that are shown."""
        url = self.context.absolute_url()
        return [
            {
                "url": file_url(url, one.uid),
                "name": _("Signed document") if place == 0 else one.filename,
                "kind": one.kind,
                "size": fmt.size(one.size),
            }
            for place, one in enumerate(publications.files(self.context))
        ]

    @cached_property
    def related(self) -> list[dict]:
        """What it names: with a link where that is public too; then the publisher's links.

        What the office has and does not show is named as the document itself names it.
        """
        document = publications.document_of(self.context)
        named = [] if document is None else links.of(document)
        rows = ledger.by_documents({one.uid for one in named if one.uid}, clock.today())
        found = [self._named(one, rows.get(one.uid)) for one in named]
        more = [
            {"kind": _("See also"), "title": one.title, "url": one.url}
            for one in self.context.links
        ]
        return [one for one in found if one["title"]] + more

    def _named(self, link, row) -> dict:
        """A document that this one names. Whose letter it answers is not told by itself."""
        text = "" if link.kind is LinkKind.REPLY and row is None else link.text
        public = None if row is None else shown(row, self.request)
        return {
            "kind": NAMED[link.kind],
            "title": text or (f"{public.symbol} – {public.subject}" if public else ""),
            "url": public.url if public else "",
        }


class PublishedFile(PublicFile):
    """``@@public-file/<uid>``: a file that is shown, straight from its document."""

    def attachment(self):
        """The file, or 404."""
        see_or_404(self.context, self.request)
        for one in publications.files(self.context):
            if self.steps == [one.uid]:
                return one
        raise NotFound(self.request.get("URL"))


class PublicationsView(BrowserView):
    """The folder of the publications has no page of its own: the list is elsewhere."""

    def __call__(self):
        """Go to the list."""
        url = f"{self.context.__parent__.absolute_url()}/@@published"
        self.request.response.redirect(url, status=301)
        return ""

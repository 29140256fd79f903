"""``@@compare?with=<uid>``: two documents beside each other."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.documents import catalogues
from vanphong.documents import duplicates
from vanphong.documents.browser import likeness
from vanphong.documents.browser import scan
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.documents.rules import similar
from vanphong.ledger import access
from vanphong.organisation import people
from vanphong.ui import format as fmt
from zExceptions import NotFound


class Compare(BrowserView):
    """Particulars, first pages and words of two documents, with marks where they differ.

    Both must be open to the person: what is not, and what is not there, is 404 alike.
    """

    title = _("Compare two documents")
    page_class = "vp-comparing"

    def __call__(self):
        """Note that both were looked at, then show."""
        me = people.me()
        for one in (self.context, self.other):
            access.seen(one.UID(), me.user_id, me.tokens)
        return self.index()

    @cached_property
    def other(self):
        """The document that is laid beside this one."""
        uid = self.request.form.get("with")
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog.unrestrictedSearchResults(UID=uid) if uid and isinstance(uid, str) else ()
        document = found[0]._unrestrictedGetObject() if found else None
        may = getSecurityManager().checkPermission
        if not IOfficeDocument.providedBy(document) or not may("View", document):
            raise NotFound(self.request.get("URL"))
        return document

    @property
    def said(self):
        """Why they may be the same; "" where nothing says so."""
        uid = self.other.UID()
        found = next((one for one in duplicates.of(self.context) if one.uid == uid), None)
        return "" if found is None else likeness.said(found)

    @property
    def sides(self) -> list[dict]:
        """The two documents: address, name, picture of the first page, words with marks."""
        both = (self.context, self.other)
        texts = [duplicates.beginning(one)[: likeness.COMPARED] for one in both]
        words = similar.difference(*texts)
        return [_side(one, pieces) for one, pieces in zip(both, words, strict=True)]

    @property
    def facts(self) -> list[dict]:
        """Particulars in pairs; ``differs`` where they are not the same."""
        both = [_facts(one) for one in (self.context, self.other)]
        return [
            {"term": term, "sides": (one, other), "differs": one != other}
            for (term, one), (_term, other) in zip(*both, strict=True)
            if one or other
        ]


def _side(document, pieces: similar.Pieces) -> dict:
    shown = scan.chosen(document, "")
    url = document.absolute_url()
    has_page = scan.page_count(shown) > 0
    return {
        "url": url,
        "title": document.label or document.symbol or "–",
        "subject": document.subject,
        "page": f"{url}/@@page/{shown.uid}/1" if has_page else "",
        "pieces": pieces,
    }


def _facts(document) -> list[tuple]:
    files = [one for one in document.attachments if not one.is_held]
    arrived = document.arrived_at
    return [
        (_("Number, symbol"), document.symbol or ""),
        (_("Issuing body"), document.organ_name or ""),
        (
            _("Date of the document"),
            _day(document.issued_date),
        ),
        (_("Type"), catalogues.type_name(document.document_type)),
        (_("Subject"), document.subject or ""),
        (_("Date of arrival"), _day(arrived.date() if arrived else None)),
        (_("Arrival number"), document.label or ""),
        (_("Signed by"), ", ".join(filter(None, (document.signer_position, document.signer_name)))),
        (_("Pages"), str(files[0].pages) if files and files[0].pages else ""),
        (_("Why it is no duplicate"), getattr(document, "distinct_reason", "") or ""),
    ]


def _day(day) -> str:
    return fmt.full_date(day) if day else ""


class PossibleDuplicates(BrowserView):
    """``@@possible-duplicates``: a part of the page of a document; empty where there are none."""

    @cached_property
    def found(self) -> list[dict]:
        """Documents that this one may be the same as, with a way to compare each."""
        found = duplicates.of(self.context)
        return likeness.shown(found, self.request, self.context.absolute_url())

    def __call__(self):
        """The part, as markup."""
        return self.index() if self.found else ""

"""The newest published documents as RSS 2.0: ``@@published.rss``."""

from collections.abc import Mapping
from datetime import datetime
from datetime import time
from email.utils import format_datetime
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars import clock
from vanphong.ledger import publications as ledger
from vanphong.portal.shown import shown
from vanphong.ui.browser.public import answer
from vanphong.ui.interfaces import IPublicSite
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import SubElement
from xml.etree.ElementTree import tostring
from zope.component import getMultiAdapter
from zope.i18n import translate


#: Entries of the feed.
NEWEST = 30

TITLE = _("Directing documents")
ABOUT = _("Directing and other documents that the body has published.")


class PublishedFeed(BrowserView):
    """What a feed reader asks for now and then; see ``feed``."""

    def __call__(self):
        """The feed."""
        self.request.response.setHeader("Content-Type", "application/rss+xml; charset=utf-8")
        url = f"{api.portal.get().absolute_url()}/@@published"
        site = getMultiAdapter((self.context, self.request), IPublicSite)
        rows = ledger.newest(clock.today(), NEWEST)
        head = {
            "title": f"{translate(TITLE, context=self.request)} – {site.body_name}",
            "link": url,
            "description": translate(ABOUT, context=self.request),
        }
        entries = [_entry(row, self.request) for row in rows]
        return answer(self.request, feed(head, entries, self.request.get("ACTUAL_URL", url)))


def feed(head: Mapping[str, str], entries: list[dict[str, str]], own_url: str) -> bytes:
    """RSS 2.0; whatever stands in titles is text."""
    rss = Element("rss", {"version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom"})
    channel = SubElement(rss, "channel")
    for name, text in (*head.items(), ("language", "vi"), ("ttl", "60")):
        SubElement(channel, name).text = _clean(text)
    SubElement(
        channel, "atom:link", {"href": own_url, "rel": "self", "type": "application/rss+xml"}
    )
    for entry in entries:
        item = SubElement(channel, "item")
        for name, text in entry.items():
            more = {"isPermaLink": "false"} if name == "guid" else {}
            SubElement(item, name, more).text = _clean(text)
    return bytes(tostring(rss, encoding="utf-8", xml_declaration=True))


def _entry(row, request) -> dict[str, str]:
    one = shown(row, request)
    appeared = datetime.combine(one.published_on, time(), tzinfo=clock.TZ)
    return {
        "title": ": ".join(filter(None, (one.symbol, one.subject))),
        "link": one.url,
        "guid": one.uid,
        "pubDate": format_datetime(appeared),
        "category": one.category_title,
        "description": " – ".join(filter(None, (one.about, one.summary))),
    }


def _clean(text: str) -> str:
    """Without the control characters that XML has no way to write."""
    return "".join(sign for sign in text if sign in "\t\n" or sign >= " ")

"""Plone's ``@@ajax-search``: for visitors, what the search of the portal finds."""

from plone import api
from Products.CMFPlone.browser.search import AjaxSearch
from vanphong.portal.browser.search import LONGEST
from vanphong.ui.browser.public import is_anonymous
from vanphong.ui.interfaces import IPublicSearch
from zope.component import subscribers
import json


#: So many results while somebody types.
LIMIT = 5


class QuickSearch(AjaxSearch):
    """Plone's own for who is signed in."""

    def __call__(self):
        """The same JSON that Plone answers."""
        if not is_anonymous():
            return super().__call__()
        typed = self.request.form.get("SearchableText", "")
        text = " ".join(typed.split()).rstrip("*")[:LONGEST] if isinstance(typed, str) else ""
        items = list(self._items(text)) if text else []
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        return json.dumps({"total": len(items), "items": items})

    def _items(self, text: str):
        found = subscribers((api.portal.get(), self.request), IPublicSearch)
        for one in sorted(found, key=lambda one: one.order):
            for hit in one.find(text, LIMIT):
                title = f"{hit.lead} {hit.title}".strip()
                yield {
                    "id": hit.url,
                    "title": title,
                    "description": hit.about,
                    "url": hit.url,
                    "state": None,
                    "img_tag": None,
                }

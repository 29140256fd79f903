"""The search for everybody: ``@@public-search`` over what the features have published."""

from functools import cached_property
from plone import api
from urllib.parse import urlencode
from vanphong import _
from vanphong.ui.browser.public import PublicPage
from vanphong.ui.interfaces import IPublicSearch
from zope.component import subscribers


#: So many results of one kind.
LIMIT = 10

LONGEST = 200


class PublicSearch(PublicPage):
    """Groups of results, one for each kind of things."""

    robots = "noindex, follow"

    @cached_property
    def searched(self) -> str:
        """What was typed."""
        typed = self.request.form.get("q", "")
        return " ".join(typed.split())[:LONGEST] if isinstance(typed, str) else ""

    @property
    def title(self) -> str:
        """With what was typed."""
        if not self.searched:
            return _("Search")
        return _("Search: ${text}", mapping={"text": self.searched})

    @cached_property
    def groups(self) -> list[dict]:
        """Kinds of things of which something was found."""
        if not self.searched:
            return []
        found = subscribers((api.portal.get(), self.request), IPublicSearch)
        groups = [
            {"id": one.id, "title": one.title, "hits": one.find(self.searched, LIMIT)}
            for one in sorted(found, key=lambda one: one.order)
        ]
        return [group for group in groups if group["hits"]]

    @property
    def documents_url(self) -> str:
        """The same words in the list of documents."""
        url = api.portal.get().absolute_url()
        return f"{url}/@@published?{urlencode({'q': self.searched})}"

    def section(self, group: dict) -> dict:
        """For the macro ``public_head``."""
        found = {"id": group["id"], "title": group["title"]}
        if group["id"] == "documents" and len(group["hits"]) == LIMIT:
            found |= {"url": self.documents_url, "link": _("All documents found")}
        return found

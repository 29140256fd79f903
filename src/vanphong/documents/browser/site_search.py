"""Plone's own ``@@search``: the people of the office are led to the search over documents."""

from AccessControl import getSecurityManager
from importlib.resources import files
from Products.CMFPlone.browser.search import Search
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


TEMPLATE = files("Products.CMFPlone.browser") / "templates" / "search.pt"


class SiteSearch(Search):
    """Plone's page for visitors; for who uses the office, the office's own."""

    index = ViewPageTemplateFile(str(TEMPLATE))

    def __call__(self):
        """Show Plone's page, or lead on with the words that were typed."""
        if not getSecurityManager().checkPermission("vanphong: Use Office", self.context):
            return self.index()
        typed = self.request.form.get("SearchableText", "")
        query = urlencode({"q": typed}) if isinstance(typed, str) and typed else ""
        url = f"{self.context.portal_url()}/@@search-documents"
        self.request.response.redirect(f"{url}?{query}" if query else url)
        return ""

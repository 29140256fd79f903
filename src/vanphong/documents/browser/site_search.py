"""Plone's own ``@@search``: people of the office and visitors are led each to their own."""

from AccessControl import getSecurityManager
from importlib.resources import files
from Products.CMFPlone.browser.search import Search
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from vanphong.ui.browser.not_found import is_signed_in
from vanphong.ui.interfaces import IPublicSite
from zope.component import getMultiAdapter


TEMPLATE = files("Products.CMFPlone.browser") / "templates" / "search.pt"


class SiteSearch(Search):
    """For who uses the office, the office's own search; for visitors that of the portal."""

    index = ViewPageTemplateFile(str(TEMPLATE))

    def __call__(self):
        """Show Plone's page, or lead on with the words that were typed."""
        works_here = getSecurityManager().checkPermission("vanphong: Use Office", self.context)
        if not works_here and is_signed_in():
            return self.index()
        typed = self.request.form.get("SearchableText", "")
        query = urlencode({"q": typed}) if isinstance(typed, str) and typed else ""
        site = getMultiAdapter((self.context, self.request), IPublicSite)
        url = f"{site.portal_url}/@@search-documents" if works_here else site.search_url
        self.request.response.redirect(f"{url}?{query}" if query else url)
        return ""

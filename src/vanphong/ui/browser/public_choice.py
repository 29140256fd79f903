"""Short addresses such as ``/giay-moi``: they lead to the page of the body that publishes.

Where several bodies do, a page shows them to choose from. Nobody is asked for a name.
"""

from collections.abc import Sequence
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong.ui.browser.public import PublicPage
from vanphong.ui.browser.public import set_headers
from vanphong.ui.interfaces import IPublicSite
from vanphong.ui.public_site import PublicItem
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.component.hooks import getSite


class ShortAddress(PublicPage):
    """Base; a feature says in ``page_of`` where the page of a body is.

    ``?body=`` names a body, as everywhere on the public pages.
    """

    index = ViewPageTemplateFile("public_choice.pt")

    def page_of(self, body) -> str:
        """Address of the page of a body; "" where it has none."""
        raise NotImplementedError

    @cached_property
    def choices(self) -> Sequence[PublicItem]:
        """The bodies that have such a page, in their order; one alone when it is asked for."""
        site = getMultiAdapter((getSite(), self.request), IPublicSite)
        asked = "body" in self.request.form
        found = [one for one in site.bodies if not asked or one == site.body]
        pages = [PublicItem(one.getId(), one.title, self.page_of(one)) for one in found]
        return [one for one in pages if one.url]

    @property
    def address(self) -> str:
        """The short address itself."""
        return self.request.get("ACTUAL_URL", "")

    def __call__(self):
        """Lead on, or let choose.

        :raises NotFound: where no body has such a page.
        """
        if not self.choices:
            raise NotFound(self.__name__)
        if len(self.choices) > 1:
            return super().__call__()
        set_headers(self.request)
        self.request.response.redirect(self.choices[0].url)
        return ""

"""Pages that Plone makes, in the look of the portal for who is not signed in.

News, pages and folders keep their own templates; only what stands around them is exchanged:
no toolbar, no portlets, no scripts, and the same frame as on every public page.
"""

from Products.CMFPlone.browser.main_template import MainTemplate
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong.ui.browser.public import is_anonymous


class PublicMainTemplate(MainTemplate):
    """Plone's main template for staff, ours for citizens."""

    public_template = ViewPageTemplateFile("main_template.pt")

    @property
    def template(self):
        """Whichever the visitor gets."""
        if self.use_ajax or not is_anonymous():
            return super().template
        return self.public_template

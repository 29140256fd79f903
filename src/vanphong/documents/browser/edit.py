"""``edit``: Plone's name for changing an object."""

from Products.Five import BrowserView


class EditView(BrowserView):
    """Leads to our own form for it; subclasses say its name.

    Plone's own form would change the document alone: not its register, not the ledger, and
    without a line in the trail.
    """

    form = ""

    def __call__(self):
        """Go there; that form asks for the permission of the act."""
        self.request.response.redirect(f"{self.context.absolute_url()}/{self.form}")
        return ""

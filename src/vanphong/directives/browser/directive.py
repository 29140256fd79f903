"""A directive is read on the page of its document."""

from Products.Five import BrowserView


class DirectiveView(BrowserView):
    """Its own address leads there."""

    def __call__(self):
        """Go to the document."""
        document = self.context.__parent__
        self.request.response.redirect(document.absolute_url())
        return ""

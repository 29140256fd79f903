"""PATCH of a document."""

from vanphong.incoming.services.correct.post import CorrectPost


class DocumentPatch(CorrectPost):
    """The same as ``@correct``, answered the way Plone answers a PATCH."""

    def perform(self):
        """Nothing, or the document for a client that prefers it."""
        found = super().perform()
        if self.request.getHeader("Prefer") == "return=representation":
            return found
        return self.reply_no_content()

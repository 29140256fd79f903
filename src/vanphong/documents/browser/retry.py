"""``@@retry-file``: have a file read again whose reading has failed."""

from vanphong import _
from vanphong.attachments import actions
from vanphong.ui.browser.form import OfficeForm


class RetryFile(OfficeForm):
    """Only posted to, from the list of the files; shows nothing of its own."""

    success = _("The file is read again; come back in a moment.")

    def act(self):
        """Try the stages of the file again that have failed."""
        actions.retry_file(self.context, self.text("file"))

    def render(self):
        """Back to the document; what was refused is said there."""
        for row in self.errors:
            self.context.plone_utils.addPortalMessage(row["text"], "error")
        self.request.response.redirect(self.context.absolute_url(), status=303)
        return ""

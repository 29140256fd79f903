"""Files of earlier versions of a draft: ``@@draft-file/<version>/<uid>``, page images beside."""

from vanphong.documents.browser.files import FileView
from vanphong.documents.browser.files import PageView
from zExceptions import NotFound


class _OfVersion:
    """The attachment of one version, named by number and UID."""

    def attachment(self):
        """The attachment, or 404; what is in quarantine is not there."""
        number, uid, *_rest = [*self.steps, "", ""]
        for version in self.context.versions:
            if str(version.number) == number:
                kept = (*version.files, *self.context.pdfs.values())
                for one in kept:
                    if one.uid == uid and not one.is_held:
                        return one
        raise NotFound(self.request.get("URL"))


class VersionFile(_OfVersion, FileView):
    """The file itself, to be saved."""


class VersionPage(_OfVersion, PageView):
    """``@@draft-page/<version>/<uid>/<page>``: one page as an image."""

    def __call__(self):
        """Send the image."""
        found = self.attachment()
        self.steps = [found.uid, *self.steps[2:]]
        self.attachment = lambda: found
        return super().__call__()

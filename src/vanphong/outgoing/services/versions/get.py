"""GET @versions."""

from vanphong.documents.services.looking import DocumentLook
from vanphong.outgoing.services.shown import shown_version


class VersionsGet(DocumentLook):
    """The versions of the draft, the newest first."""

    def show(self):
        """All of them, with the addresses of their files."""
        document = self.context
        return {
            "@id": f"{document.absolute_url()}/@versions",
            "items": [shown_version(one, document) for one in reversed(document.versions)],
        }

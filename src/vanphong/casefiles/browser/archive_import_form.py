"""``@@import-package``: a package comes in."""

from plone import api
from vanphong import _
from vanphong.casefiles import archive_import
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.errors import InvalidInput
from vanphong.errors import mark


class ImportPackage(CaseForm):
    """``@@import-package`` on the files of a body."""

    title = _("Import an archive package")
    button = {"value": "import", "title": _("Import"), "icon": "upload", "kind": "official"}
    sends_files = True
    made = None
    notice = _(
        "A package that this program has exported comes in as the same file. It is refused as a "
        "whole when anything in it is missing, changed or too much."
    )

    @property
    def parents(self) -> list[dict]:
        """The archive."""
        return [{"title": _("Archive"), "url": self.back_url}]

    @property
    def back_url(self) -> str:
        """The archive."""
        return f"{api.portal.get().absolute_url()}/@@archive"

    @property
    def fields(self) -> list[dict]:
        """The ZIP."""
        return [
            {
                "name": "package",
                "label": _("Package (.zip)"),
                "files": True,
                "accept": ".zip",
                "max_bytes": 0,
                "multiple": False,
                "required": True,
                "width": 12,
                "preview": "",
                "help": "",
            }
        ]

    def act(self):
        """Take it in."""
        sent = self.upload("package")
        if sent is None:
            raise InvalidInput(mark("Choose the package."), field="package")
        self.made = archive_import.import_package(self.context, sent)
        return _("Imported ${code}.", mapping={"code": self.made.code})

    def next_url(self) -> str:
        """The new file."""
        return self.made.absolute_url()
